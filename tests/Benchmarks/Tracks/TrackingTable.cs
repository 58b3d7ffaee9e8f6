using System.Globalization;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>The whole table of the tracker: every set, our figures beside those of others, in Markdown.</summary>
internal static class TrackingTable
{
    /// <param name="args">A set's kind (air, plane, launch, harbour) to see that part alone; or <c>--write</c>, which puts the whole into the README as well.</param>
    /// <param name="output">Takes the table.</param>
    public static int Run(string[] args, TextWriter output)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using TrackingSets sets = new();
        (string Name, Action<TextWriter> Write)[] parts =
            [("air", t => AirTable.Write(sets, t)), ("plane", PlaneTable.Write), ("launch", LaunchTable.Write), ("harbour", HarbourTable.Write)];
        if (args is not ([] or ["--write"]) && !(args is [string only] && parts.Any(part => part.Name == only)))
        {
            Console.Error.WriteLine("tracking: expected no arguments, --write, or one of air, plane, launch, harbour");
            return 2;
        }

        text.WriteLine($"Measured on {Machine.Describe()}.");
        text.WriteLine();
        foreach ((string name, Action<TextWriter> write) in parts)
        {
            if (args is [not "--write"] && args[0] != name)
            {
                continue;
            }

            write(text);
            text.WriteLine();
        }

        output.Write(text);
        if (args is ["--write"])
        {
            ReadmeSection.Replace(Path.Combine(SharedData.Checkout(), "tests", "Benchmarks", "README.md"), text.ToString());
        }

        return 0;
    }
}
