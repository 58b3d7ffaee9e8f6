using JointWatch.Recorded.Making;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Tests;

/// <summary>
/// Made sets against what the published ones are said to be: speed 150 to 400 m/s, height 3 to 12 km, all crossing a disc of 15 km (hard: 2 km) at
/// t = 60 s, Pd 0.9 (0.8), Poisson(10) (60) false detections. Bounds on means are four standard deviations of the mean.
/// </summary>
public sealed class AirSetTests : IDisposable
{
    private const int Targets = 200;
    private readonly TextFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, 15_000, 3_000, 12_000)]
    [InlineData(true, 2_000, 3_000, 4_000)]
    public void All_cross_the_disc_half_way_uniform_in_place_height_speed_and_heading(bool hard, double disc, double lowest, double highest)
    {
        AirSet.Write(Recipe(hard), _folder.Path);

        List<Vector3> crossing = [];
        List<Vector3> velocity = [];
        foreach (TruthTrack track in RecordedTruth.Read(_folder.Path))
        {
            Assert.Equal(180, track.Points.Count);
            crossing.Add(track.At(default(UtcMicroseconds).AddSeconds(60))!.Value);
            velocity.Add(track.Points[0].Velocity);
            Assert.Equal(track.Points[0].Position + (119.333333 * velocity[^1]), track.Points[^1].Position, (a, b) => (a - b).Length < 0.05);
        }

        Assert.Equal(Targets, crossing.Count);
        IsUniform(crossing.Select(p => ((p.X * p.X) + (p.Y * p.Y)) / (disc * disc)), 0, 1);
        IsUniform(crossing.Select(p => p.Z), lowest, highest);
        IsUniform(crossing.Select(p => Math.Atan2(p.Y, p.X)), -Math.PI, Math.PI);
        IsUniform(velocity.Select(v => Math.Atan2(v.Y, v.X)), -Math.PI, Math.PI);
        IsUniform(velocity.Select(v => Math.Sqrt((v.X * v.X) + (v.Y * v.Y))), 150, 400);
    }

    [Theory]
    [InlineData(false, 0.9, 10, 30, 0.0015)]
    [InlineData(true, 0.8, 60, 50, 0.003)]
    public void Sensors_miss_err_and_see_falsely_as_told(bool hard, double probability, double falseOnes, double rangeSigma, double angleSigma)
    {
        AirSet.Write(Recipe(hard), _folder.Path);
        Dictionary<int, TruthTrack> truth = RecordedTruth.Read(_folder.Path).ToDictionary(t => int.Parse(t.Id, System.Globalization.CultureInfo.InvariantCulture));
        Dictionary<string, Vector3> places = RecordedSet.Read(_folder.Path).Scans.Select(s => s.Sensor).Distinct().ToDictionary(s => s.Id.Value, s => s.Frame.Origin);

        List<double> range = [];
        List<double> angle = [];
        int seen = 0;
        int falsely = 0;
        foreach (string[] cells in File.ReadLines(Path.Combine(_folder.Path, "radar_detections.csv")).Skip(1).Select(line => line.Split(',')))
        {
            double Number(int column) => double.Parse(cells[column], System.Globalization.CultureInfo.InvariantCulture);
            if (cells[7] == "-1")
            {
                falsely++;
                continue;
            }

            seen++;
            TruthPoint first = truth[(int)Number(7)].Points[0];
            Vector3 offset = first.Position + (Number(1) * first.Velocity) - places[cells[2]];
            range.Add(Number(4) - offset.Length);
            angle.Add(Math.IEEERemainder(Number(5) - Math.Atan2(offset.Y, offset.X), Math.Tau));
            angle.Add(Number(6) - Math.Asin(offset.Z / offset.Length));
        }

        const int Looks = 180;
        Assert.InRange(seen, Looks * Targets * (probability - 0.01), Looks * Targets * (probability + 0.01));
        Assert.InRange(falsely, (Looks * falseOnes) - (4 * Math.Sqrt(Looks * falseOnes)), (Looks * falseOnes) + (4 * Math.Sqrt(Looks * falseOnes)));
        IsNormal(range, rangeSigma);
        IsNormal(angle, angleSigma);
    }

    [Fact]
    public void What_is_written_is_read_with_every_look_in_order()
    {
        AirSet.Write(Recipe(hard: true), _folder.Path);

        RecordedSet set = RecordedSet.Read(_folder.Path);

        Assert.Equal(5 * 60, set.Scans.Count);
        Assert.True(set.IsInOrder);
        Assert.Equal(["R1", "I1", "R2", "I2", "R3"], set.Scans.Take(5).Select(s => s.Sensor.Id.Value));
        Assert.Equal(30_000, set.Scans[0].Sensor.FalseBox!.Greatest.X);
        Assert.Null(set.Scans[1].Sensor.FalseBox);
    }

    [Fact]
    public void A_seed_gives_one_set_and_another_seed_another()
    {
        byte[] Made(int seed)
        {
            AirSet.Write(AirRecipe.Cv(5, seed), _folder.Path);
            return [.. Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)];
        }

        byte[] once = Made(1);
        Assert.Equal(once, Made(1));
        Assert.NotEqual(once, Made(2));
    }

    private static AirRecipe Recipe(bool hard) => hard ? AirRecipe.Hard(Targets, 3) : AirRecipe.Cv(Targets, 3);

    /// <summary>Range, mean and mean square of a uniform distribution (variances 1/12 and 4/45 of the unit one).</summary>
    private static void IsUniform(IEnumerable<double> values, double min, double max)
    {
        double[] unit = [.. values.Select(v => (v - min) / (max - min))];
        Assert.All(unit, u => Assert.InRange(u, -1e-3, 1 + 1e-3));
        Assert.Equal(0.5, unit.Average(), 4 * Math.Sqrt(1 / 12.0 / unit.Length));
        Assert.Equal(1 / 3.0, unit.Average(u => u * u), 4 * Math.Sqrt(4 / 45.0 / unit.Length));
    }

    private static void IsNormal(List<double> values, double sigma)
    {
        Assert.Equal(0, values.Average(), 4 * sigma / Math.Sqrt(values.Count));
        Assert.Equal(1, values.Average(v => v * v / (sigma * sigma)), 4 * Math.Sqrt(2.0 / values.Count));
        Assert.Equal(3, values.Average(v => Math.Pow(v / sigma, 4)), 4 * Math.Sqrt(96.0 / values.Count));
    }
}
