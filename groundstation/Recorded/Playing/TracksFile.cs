using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Recorded.Files;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Playing;

/// <summary><c>tracks.csv</c>: <c>time_s,track_id,x_m,y_m,z_m</c>, positions to the millimetre, numbers as in an invariant culture.</summary>
public static class TracksFile
{
    private const double LatestSeconds = 1e10;
    private const double FarthestMeters = 1e9;
    private const double FastestMetersPerSecond = 1e6;

    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<TrackRow> rows)
    {
        try
        {
            using StreamWriter writer = new(path);
            writer.NewLine = "\n";
            writer.WriteLine("time_s,track_id,x_m,y_m,z_m");
            foreach (TrackRow row in rows)
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row.Time.Value * 1e-6:F6},{row.Track.Value},{row.Position.X:F3},{row.Position.Y:F3},{row.Position.Z:F3}"));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, "a file that can be written: " + e.Message, e);
        }
    }

    /// <summary>Reads a file of tracks, of this program or another: track_id may be any text; a track's number is that of its first row's
    /// order. Columns vx_mps, vy_mps, vz_mps may be there.</summary>
    /// <exception cref="InvalidInputException">The file cannot be used.</exception>
    public static IReadOnlyList<TrackRow> Read(string path)
    {
        Dictionary<string, TrackId> numbers = new(StringComparer.Ordinal);
        List<TrackRow> rows = [];
        foreach (CsvRow row in CsvFile.Rows(path, "time_s", "track_id", "x_m", "y_m", "z_m"))
        {
            string name = row.Text("track_id");
            if (!numbers.TryGetValue(name, out TrackId id))
            {
                id = new TrackId(numbers.Count + 1);
                numbers.Add(name, id);
            }

            Vector3 position = new(
                row.Number("x_m", -FarthestMeters, FarthestMeters),
                row.Number("y_m", -FarthestMeters, FarthestMeters),
                row.Number("z_m", -FarthestMeters, FarthestMeters));
            Vector3 velocity = new(
                row.NumberOr("vx_mps", -FastestMetersPerSecond, FastestMetersPerSecond, double.NaN),
                row.NumberOr("vy_mps", -FastestMetersPerSecond, FastestMetersPerSecond, double.NaN),
                row.NumberOr("vz_mps", -FastestMetersPerSecond, FastestMetersPerSecond, double.NaN));
            long time = (long)Math.Round(row.Number("time_s", -LatestSeconds, LatestSeconds) * 1e6);
            rows.Add(new TrackRow(new UtcMicroseconds(time), id, position, velocity));
        }

        return rows;
    }
}
