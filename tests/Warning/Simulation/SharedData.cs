using JointWatch.Exercises;
using JointWatch.Exercises.Files;

namespace JointWatch.Warning.Tests.Simulation;

/// <summary>Recorded flights that lie beside the checkout where they have been fetched; tests that want them are skipped where not.</summary>
internal static class SharedData
{
    public static RecordedFlight Flight(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JointWatch.slnx")))
        {
            folder = folder.Parent;
        }

        string path = Path.Combine(folder?.Parent?.FullName ?? ".", "shared", "data", "launches", name + ".csv");
        Assert.SkipUnless(File.Exists(path), $"the recorded flight {path} is not there");
        return FlightFile.Read(path);
    }
}
