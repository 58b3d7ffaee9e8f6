using JointWatch.Recorded.Files;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Looks;

/// <summary>When each object of a set was first detected, where the set tells which detection is of which object; for scoring only.</summary>
public static class FirstDetections
{
    private const double LatestSeconds = 1e10;

    /// <summary>
    /// Reads column truth_id of <c>radar_detections.csv</c>, or without that file of <c>ir_detections.csv</c>.
    /// </summary>
    /// <param name="path">A set's folder; of any other path nothing is known.</param>
    /// <returns>The first time of each object that is detected at all, by its name; empty where the set does not tell.</returns>
    /// <exception cref="Exercises.InvalidInputException">The file cannot be used.</exception>
    public static IReadOnlyDictionary<string, UtcMicroseconds> Read(string path)
    {
        Dictionary<string, UtcMicroseconds> first = new(StringComparer.Ordinal);
        string? file = new[] { LookSet.RadarName, LookSet.InfraredName }.Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists);
        if (file is null || !CsvFile.Columns(file).Contains("truth_id"))
        {
            return first;
        }

        foreach (CsvRow row in CsvFile.Rows(file, "time_s", "truth_id"))
        {
            UtcMicroseconds time = new((long)Math.Round(row.Number("time_s", -LatestSeconds, LatestSeconds) * 1e6));
            string target = row.Text("truth_id");
            if (!first.TryGetValue(target, out UtcMicroseconds known) || time < known)
            {
                first[target] = time;
            }
        }

        return first;
    }
}
