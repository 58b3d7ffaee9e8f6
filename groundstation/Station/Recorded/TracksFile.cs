using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Recorded;

/// <summary>Writes <c>tracks.csv</c>: <c>time_s,track_id,x_m,y_m,z_m</c>, positions to the millimetre, numbers as in an invariant culture.</summary>
internal static class TracksFile
{
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<Row> rows)
    {
        try
        {
            using StreamWriter writer = new(path);
            writer.NewLine = "\n";
            writer.WriteLine("time_s,track_id,x_m,y_m,z_m");
            foreach (Row row in rows)
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

    /// <summary>A confirmed track's place at a time.</summary>
    public readonly record struct Row(UtcMicroseconds Time, TrackId Track, Vector3 Position);
}
