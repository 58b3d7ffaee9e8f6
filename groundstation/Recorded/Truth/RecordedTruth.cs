using System.Text.Json;
using JointWatch.Exercises;
using JointWatch.Recorded.Files;
using JointWatch.Recorded.Harbour;
using JointWatch.Recorded.Looks;
using JointWatch.Recorded.Plots;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Truth;

/// <summary>The truth of a recorded set, in each of its layouts; for scoring only.</summary>
public static class RecordedTruth
{
    private const double LatestSeconds = 1e10;
    private const double FarthestMeters = 1e8;
    private const double FastestMetersPerSecond = 1e6;
    private const string HarbourEnding = "_groundTruth.json";
    private const string TruthName = "truth.csv";
    private static readonly Vector3 Unknown = new(double.NaN, double.NaN, double.NaN);

    /// <summary>
    /// Reads the truth of a folder, or a file of one: <c>truth.csv</c> with columns time_s, target_id, x_m, y_m, z_m and perhaps vx_mps,
    /// vy_mps, vz_mps and burning; <c>truth.csv</c> with columns k, target_id, x, vx, y, vy; or <c>NAME_groundTruth.json</c>.
    /// </summary>
    /// <returns>Each object's way, in order of its first row.</returns>
    /// <exception cref="InvalidInputException">A file cannot be used.</exception>
    public static IReadOnlyList<TruthTrack> Read(string path)
    {
        string file = Directory.Exists(path) ? HarbourSet.Find(path, HarbourEnding) ?? Path.Combine(path, TruthName) : path;
        IEnumerable<(string Id, TruthPoint Point)> rows =
            file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonFile.Read(file, root => ReadHarbour(file, root))
            : CsvFile.Columns(file).Contains("k") ? ReadPlane(file)
            : ReadSpace(file);
        return [.. rows.GroupBy(row => row.Id, StringComparer.Ordinal).Select(target => new TruthTrack(target.Key, target.Select(row => row.Point)))];
    }

    private static IEnumerable<(string Id, TruthPoint Point)> ReadSpace(string file)
    {
        foreach (CsvRow row in CsvFile.Rows(file, "time_s", "target_id", "x_m", "y_m", "z_m"))
        {
            Vector3 velocity = new(
                row.NumberOr("vx_mps", -FastestMetersPerSecond, FastestMetersPerSecond, double.NaN),
                row.NumberOr("vy_mps", -FastestMetersPerSecond, FastestMetersPerSecond, double.NaN),
                row.NumberOr("vz_mps", -FastestMetersPerSecond, FastestMetersPerSecond, double.NaN));
            bool burning = row.NumberOr("burning", 0, 1, 0) > 0.5;
            yield return (row.Text("target_id"), new TruthPoint(At(row.Number("time_s", -LatestSeconds, LatestSeconds)), Position(row), velocity, burning));
        }

        static Vector3 Position(CsvRow row) => new(
            row.Number("x_m", -FarthestMeters, FarthestMeters),
            row.Number("y_m", -FarthestMeters, FarthestMeters),
            row.Number("z_m", -FarthestMeters, FarthestMeters));
    }

    private static IEnumerable<(string Id, TruthPoint Point)> ReadPlane(string file)
    {
        double period = PlotSensor.Read(Path.Combine(Path.GetDirectoryName(file) ?? "", LookSet.SensorsName)).Sensor.ScanPeriodSeconds;
        foreach (CsvRow row in CsvFile.Rows(file, "k", "target_id", "x", "vx", "y", "vy"))
        {
            yield return (row.Text("target_id"), new TruthPoint(
                At(row.Number("k", 0, 1e9) * period),
                new Vector3(row.Number("x", -FarthestMeters, FarthestMeters), row.Number("y", -FarthestMeters, FarthestMeters), 0),
                new Vector3(
                    row.Number("vx", -FastestMetersPerSecond, FastestMetersPerSecond), row.Number("vy", -FastestMetersPerSecond, FastestMetersPerSecond), 0),
                false));
        }
    }

    /// <summary>A list with an entry for each look: the newest fix of each vessel, alone or in a list; position is north, east, down.</summary>
    private static List<(string Id, TruthPoint Point)> ReadHarbour(string file, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidInputException(file, null, null, root.ValueKind.ToString(), "a list of lists of fixes");
        }

        List<(string, TruthPoint)> points = [];
        int index = 0;
        foreach (JsonElement entry in root.EnumerateArray())
        {
            string place = $"[{index++}]";
            IEnumerable<JsonElement> fixes = entry.ValueKind == JsonValueKind.Array ? entry.EnumerateArray() : [entry];
            foreach (JsonElement fix in fixes)
            {
                JsonFields fields = new(file, place, [fix]);
                double[] northEastDown = fields.Numbers("position", 3, -FarthestMeters, FarthestMeters);
                points.Add((
                    fields.Number(["targetID"], 0, 1e9).ToString(System.Globalization.CultureInfo.InvariantCulture),
                    new TruthPoint(
                        At(fields.Number(["time"], 0, LatestSeconds)), new Vector3(northEastDown[1], northEastDown[0], -northEastDown[2]), Unknown, false)));
            }
        }

        return points;
    }

    private static UtcMicroseconds At(double seconds) => new((long)Math.Round(seconds * 1e6));
}
