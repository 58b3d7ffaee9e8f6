using JointWatch.Recorded;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking.Tests.Registration;

/// <summary>
/// Real detections of two vessels in a harbour (Autoferry/sensor_fusion_dataset, CC0). The vessels' satellite positions tell which detection is of which,
/// where there is no doubt, and nothing else. What is measured is by how much infra-red bearings and those of the places that lidar and radar give in the same
/// two seconds differ, on the mean over one a second for each vessel: a difference from the satellite positions themselves holds own ship's heading too,
/// which is common to all sensors and does not show.
/// </summary>
public sealed class HarbourRegistrationTests
{
    /// <summary>Nearer, a hull fills more of the view than any bias, metres.</summary>
    private const double LeastRangeMeters = 40;
    private const double PlaceMeters = 12;
    private const double BearingRadians = 0.1;

    [Theory]
    [InlineData("scenario2", 0.020)]
    [InlineData("scenario3", 0.020)]
    [InlineData("scenario16", 0.005)]
    public void Infra_red_bearings_without_their_bias_agree_with_lidar_and_radar_to_5_mrad(string scenario, double leastBefore)
    {
        string? folder = SharedData.Find("tracking/autoferry/" + scenario);
        Assert.SkipWhen(folder is null, SharedData.Missing);
        IReadOnlyList<TruthTrack> vessels = RecordedTruth.Read(folder);
        RegistrationEstimator estimator = new(new RegistrationOptions());
        List<Bearing> bearings = [];
        foreach (Scan scan in RecordedSet.Read(folder).Scans.OrderBy(s => s.Time))
        {
            TrackId?[] of = new TrackId?[scan.Detections.Count];
            for (int v = 0; v < vessels.Count; v++)
            {
                int d = Of(vessels, v, scan);
                if (d >= 0)
                {
                    of[d] = new TrackId(v + 1);
                    bearings.Add(new Bearing(scan.Sensor.Id.Value, scan.Time, v, Turn(scan, vessels[v].At(scan.Time)!.Value, scan.Detections[d])));
                }
            }

            estimator.Take(scan, of);
        }

        Dictionary<string, double> bias = estimator.Registrations.ToDictionary(r => r.Sensor.Value, r => r.AzimuthRadians.Value);
        double before = MeanDifference(bearings, static _ => 0);
        double after = MeanDifference(bearings, sensor => bias[sensor]);
        TestContext.Current.SendDiagnosticMessage($"{scenario}: {1e3 * before:f1} mrad before, {1e3 * after:f1} mrad after");
        Assert.InRange(Math.Abs(before), leastBefore, 0.1);
        Assert.InRange(after, -0.005, 0.005);
    }

    private static double MeanDifference(List<Bearing> bearings, Func<string, double> bias) => bearings
        .Where(b => b.Sensor == "ir")
        .GroupBy(b => (b.Vessel, b.Time.Value / 1_000_000))
        .Select(second => second.First())
        .Select(b => (Ir: b, Places: bearings
            .Where(o => o.Sensor is "lidar" or "radar" && o.Vessel == b.Vessel && Math.Abs(o.Time.SecondsSince(b.Time)) < 2)
            .ToList()))
        .Where(pair => pair.Places.Count > 0)
        .Average(pair => pair.Ir.OffTruth - bias("ir") - pair.Places.Average(o => o.OffTruth - bias(o.Sensor)));

    /// <summary>The detection that is of a vessel without doubt: the nearest place, or the only bearing where the other vessel is not.</summary>
    private static int Of(IReadOnlyList<TruthTrack> vessels, int vessel, Scan scan)
    {
        LocalFrame frame = scan.Sensor.Frame;
        if (vessels[vessel].At(scan.Time) is not { } at || frame.ToLocal(at).RangeMeters < LeastRangeMeters)
        {
            return -1;
        }

        IEnumerable<int> all = Enumerable.Range(0, scan.Detections.Count);
        if (scan.Sensor.Kind == SensorKind.Place)
        {
            double Away(int d) => (frame.ToCommon(new Enu(scan.Detections[d].EastMeters, scan.Detections[d].NorthMeters, 0)) - (at with { Z = 0 })).Length;
            return all.Where(d => Away(d) < PlaceMeters).OrderBy(Away).FirstOrDefault(-1);
        }

        int[] near = [.. all.Where(d => Math.Abs(Turn(scan, at, scan.Detections[d])) < BearingRadians)];
        double azimuth = frame.ToLocal(at).AzimuthRadians;
        bool isAlone = vessels.Where((_, v) => v != vessel).All(other => other.At(scan.Time) is not { } there
            || Math.Abs(Math.IEEERemainder(frame.ToLocal(there).AzimuthRadians - azimuth, Math.Tau)) > 2 * BearingRadians);
        return near.Length == 1 && isAlone ? near[0] : -1;
    }

    /// <summary>How far clockwise of a vessel a detection lies, radians.</summary>
    private static double Turn(Scan scan, Vector3 vessel, in Detection detection)
    {
        double azimuth = scan.Sensor.Kind == SensorKind.Place
            ? new Enu(detection.EastMeters, detection.NorthMeters, 0).AzimuthRadians
            : detection.AzimuthRadians;
        return Math.IEEERemainder(azimuth - scan.Sensor.Frame.ToLocal(vessel).AzimuthRadians, Math.Tau);
    }

    private sealed record Bearing(string Sensor, UtcMicroseconds Time, int Vessel, double OffTruth);
}
