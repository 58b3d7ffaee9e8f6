using System.Globalization;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>The whole table of the tracker: every set, our figures beside those of others, in Markdown.</summary>
internal static class TrackingTable
{
    /// <param name="args"><c>--write</c> puts the table into the README as well.</param>
    /// <param name="output">Takes the table.</param>
    public static int Run(string[] args, TextWriter output)
    {
        if (args is not ([] or ["--write"]))
        {
            Console.Error.WriteLine("tracking: expected no arguments, or --write");
            return 2;
        }

        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using TrackingSets sets = new();
        text.WriteLine($"Measured on {Machine.Describe()}.");
        text.WriteLine();
        foreach (Action<TextWriter> table in (Action<TextWriter>[])[t => AirTable.Write(sets, t), PlaneTable.Write, LaunchTable.Write, HarbourTable.Write])
        {
            table(text);
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
