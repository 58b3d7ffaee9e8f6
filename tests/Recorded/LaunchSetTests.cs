using System.Globalization;
using System.Text;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Recorded.Making;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Tests;

public sealed class LaunchSetTests : IDisposable
{
    private const string Site = """
        { "mission": "Test", "site_latitude_deg": 28.6, "site_longitude_deg": -80.6, "site_height_m": 3, "assumed_azimuth_deg": 93 }
        """;

    private readonly TextFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Radars_see_the_flight_and_infra_red_sees_it_while_it_burns()
    {
        LaunchSet.Write(new LaunchRecipe(4), Flight(), _folder.Path);

        TruthTrack truth = Assert.Single(RecordedTruth.Read(_folder.Path));
        double cutOff = truth.Points.Last(p => p.IsBurning).Time.Value * 1e-6;
        Assert.InRange(cutOff, 95, 105);
        (int radarSeen, int radarAfter) = Seen("radar_detections.csv", 6, cutOff);
        (int infraredSeen, int infraredAfter) = Seen("ir_detections.csv", 5, cutOff);

        // Two radars once a second with Pd 0.9, two infra-red sensors twice a second with 0.98; both but above one degree.
        Assert.InRange(radarSeen + radarAfter, 2 * 200 * 0.75, 2 * 201 * 0.95);
        Assert.InRange(infraredSeen, 4 * 100 * 0.85, 4 * 101);
        Assert.True(radarAfter > 150);
        Assert.Equal(0, infraredAfter);
    }

    [Fact]
    public void What_is_written_is_read_and_points_at_the_truth()
    {
        LaunchSet.Write(new LaunchRecipe(4), Flight(), _folder.Path);

        RecordedSet set = RecordedSet.Read(_folder.Path);
        TruthTrack truth = RecordedTruth.Read(_folder.Path)[0];

        Assert.True(set.IsInOrder);
        Assert.Equal(["R1", "I1", "I2", "R2"], set.Scans.Take(4).Select(s => s.Sensor.Id.Value));
        int near = set.Scans.Where(scan => scan.Sensor.Kind == SensorKind.Radar && truth.At(scan.Time) is not null).Count(scan =>
        {
            Enu local = scan.Sensor.Frame.ToLocal(truth.At(scan.Time)!.Value);
            return scan.Detections.Any(d =>
                Math.Abs(d.RangeMeters - local.RangeMeters) < 150
                && Math.Abs(Math.IEEERemainder(d.AzimuthRadians - local.AzimuthRadians, Math.Tau)) < 0.0075 / Math.Cos(local.ElevationRadians)
                && Math.Abs(d.ElevationRadians - local.ElevationRadians) < 0.0075);
        });
        Assert.InRange(near, 2 * 200 * 0.75, 2 * 201 * 0.95);
    }

    private (int Before, int After) Seen(string file, int truthColumn, double cutOff)
    {
        double[] times =
        [
            .. File.ReadLines(Path.Combine(_folder.Path, file)).Skip(1).Select(line => line.Split(',')).Where(cells => cells[truthColumn] == "0")
                .Select(cells => double.Parse(cells[0], CultureInfo.InvariantCulture)),
        ];
        return (times.Count(t => t <= cutOff + 1), times.Count(t => t > cutOff + 1));
    }

    /// <summary>A climb at 15 m/s² net for 100 s, half of it along, then free fall to 200 s.</summary>
    private static RecordedFlight Flight()
    {
        StringBuilder csv = new("time_s,altitude_m,downrange_m,vertical_speed_mps,horizontal_speed_mps,speed_mps\n");
        for (int t = 0; t <= 200; t++)
        {
            double burn = Math.Min(t, 100);
            double coast = t - burn;
            double up = (12 * burn) - (9.7 * coast);
            double along = 9 * burn;
            double altitude = (6 * burn * burn) + (1_200 * coast) - (4.85 * coast * coast);
            double downrange = (4.5 * burn * burn) + (900 * coast);
            csv.Append(CultureInfo.InvariantCulture, $"{t},{altitude:F1},{downrange:F1},{up:F2},{along:F2},{Math.Sqrt((up * up) + (along * along)):F2}\n");
        }

        return FlightFile.Parse(csv.ToString(), "f.csv", Site, "f.json");
    }
}
