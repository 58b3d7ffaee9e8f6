using JointWatch.Recorded.Truth;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Harbour;

/// <summary>
/// By how much the infra-red bearings of a harbour scenario and those of the places that lidar and radar give in the same two seconds differ, on the mean over
/// one a second for each vessel. The vessels' satellite positions tell which detection is of which, where there is no doubt, and nothing else: a
/// difference from the positions themselves holds own ship's heading error too, which is common to all sensors and does not show.
/// </summary>
public sealed class BearingAgreement
{
    /// <summary>Nearer, a hull fills more of the view than any bias, metres.</summary>
    private const double LeastRangeMeters = 40;
    private const double PlaceMeters = 12;
    private const double BearingRadians = 0.1;
    private const double TogetherSeconds = 2;
    private readonly List<Sighted> _sighted = [];
    private readonly IReadOnlyList<TruthTrack> _vessels;

    /// <summary>For a scenario's vessels.</summary>
    public BearingAgreement(IReadOnlyList<TruthTrack> vessels) => _vessels = vessels;

    /// <summary>Takes a scan in.</summary>
    /// <returns>For each of its detections the vessel that it is of without doubt, by its place among the vessels, or -1.</returns>
    public int[] Take(Scan scan)
    {
        int[] of = new int[scan.Detections.Count];
        Array.Fill(of, -1);
        for (int v = 0; v < _vessels.Count; v++)
        {
            int d = DetectionOf(v, scan);
            if (d >= 0)
            {
                of[d] = v;
                _sighted.Add(new Sighted(scan.Sensor.Id, scan.Time, v, Turn(scan, _vessels[v].At(scan.Time)!.Value, scan.Detections[d])));
            }
        }

        return of;
    }

    /// <summary>The mean difference, radians, infra-red clockwise of the places positive; NaN where there is none.</summary>
    /// <param name="bias">The azimuth bias of each sensor, which is taken off its bearings, radians.</param>
    public double Mean(Func<SensorId, double> bias) => _sighted
        .Where(s => s.Sensor == HarbourSensors.Infrared)
        .GroupBy(s => (s.Vessel, s.Time.Value / 1_000_000))
        .Select(second => second.First())
        .Select(s => (Infrared: s, Places: _sighted
            .Where(o => o.Sensor != HarbourSensors.Infrared && o.IsPlace && o.Vessel == s.Vessel && Math.Abs(o.Time.SecondsSince(s.Time)) < TogetherSeconds)
            .ToList()))
        .Where(pair => pair.Places.Count > 0)
        .Select(pair => pair.Infrared.OffTruth - bias(HarbourSensors.Infrared) - pair.Places.Average(o => o.OffTruth - bias(o.Sensor)))
        .DefaultIfEmpty(double.NaN)
        .Average();

    /// <summary>The detection that is of a vessel without doubt: the nearest place, or the only bearing where the other vessel is not.</summary>
    private int DetectionOf(int vessel, Scan scan)
    {
        LocalFrame frame = scan.Sensor.Frame;
        if (_vessels[vessel].At(scan.Time) is not { } at || frame.ToLocal(at).RangeMeters < LeastRangeMeters)
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
        bool isAlone = _vessels.Where((_, v) => v != vessel).All(other => other.At(scan.Time) is not { } there
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

    private readonly record struct Sighted(SensorId Sensor, UtcMicroseconds Time, int Vessel, double OffTruth)
    {
        public bool IsPlace => Sensor == HarbourSensors.Lidar || Sensor == HarbourSensors.Radar;
    }
}
