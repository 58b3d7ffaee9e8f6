using JointWatch.Recorded;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking.Tests.Registration;

public sealed class HarbourRegistrationTests
{
    private const double PlaceMeters = 12;
    private const double BearingRadians = 0.1;

    [Theory]
    [InlineData("scenario2")]
    [InlineData("scenario3")]
    [InlineData("scenario16")]
    public void X(string scenario)
    {
        string? folder = SharedData.Find("tracking/autoferry/" + scenario);
        Assert.SkipWhen(folder is null, SharedData.Missing);
        IReadOnlyList<Scan> scans = [.. RecordedSet.Read(folder).Scans.OrderBy(s => s.Time)];
        IReadOnlyList<TruthTrack> truth = RecordedTruth.Read(folder);
        RegistrationEstimator estimator = new(new RegistrationOptions());
        List<(string Sensor, UtcMicroseconds Time, int Vessel, double Error, double Running)> errors = [];
        foreach (Scan scan in scans)
        {
            TrackId?[] of = new TrackId?[scan.Detections.Count];
            for (int v = 0; v < truth.Count; v++)
            {
                int d = Find(scan, truth, v);
                if (d >= 0)
                {
                    of[d] = new TrackId(v + 1);
                    errors.Add((scan.Sensor.Id.Value, scan.Time, v, Error(scan, truth[v], d), estimator.Registrations.FirstOrDefault(r => r.Sensor == scan.Sensor.Id)?.AzimuthRadians.Value ?? 0));
                }
            }

            estimator.Take(scan, of);
        }

        Console.WriteLine($"=== {scenario} segments {estimator.Segments} refused {estimator.SegmentsRefused} significant {estimator.IsSignificant}");
        foreach (SensorRegistration r in estimator.Registrations)
        {
            Console.WriteLine($"{r.Sensor} range {r.RangeMeters?.Value:f2}±{r.RangeMeters?.Sigma:f2} az {1e3 * r.AzimuthRadians.Value:f1}±{1e3 * r.AzimuthRadians.Sigma:f1} mrad clock {r.ClockSeconds.Value:f3}±{r.ClockSeconds.Sigma:f3} n {r.Detections} sig {r.IsSignificant}; mean error to truth {1e3 * errors.Where(e => e.Sensor == r.Sensor.Value).Average(e => e.Error):f1}");
        }

        Dictionary<string, double> b = estimator.Registrations.ToDictionary(r => r.Sensor.Value, r => r.AzimuthRadians.Value);
        foreach (string camera in (string[])["ir", "eo"])
        {
            var pairs = errors.Where(e => e.Sensor == camera).Select(e => (e, Places: errors.Where(o => o.Sensor is "lidar" or "radar" && o.Vessel == e.Vessel && Math.Abs(o.Time.SecondsSince(e.Time)) < 2).ToList())).Where(p => p.Places.Count > 0).ToList();
            double before = pairs.Average(p => p.e.Error - p.Places.Average(o => o.Error));
            double after = pairs.Average(p => p.e.Error - b[camera] - p.Places.Average(o => o.Error - b[o.Sensor]));
            double running = pairs.Average(p => p.e.Error - p.e.Running - p.Places.Average(o => o.Error - o.Running));
            double afterAlone = pairs.Average(p => p.e.Error - b[camera]);
            Console.WriteLine($"{camera}: {pairs.Count} of {errors.Count(e => e.Sensor == camera)}: before {1e3 * before:f1}, after {1e3 * after:f1}, running {1e3 * running:f1}, against truth after {1e3 * afterAlone:f1}");
        }
    }

    private static int Find(Scan scan, IReadOnlyList<TruthTrack> truth, int vessel)
    {
        if (truth[vessel].At(scan.Time) is not { } at)
        {
            return -1;
        }

        Enu local = scan.Sensor.Frame.ToLocal(at);
        bool place = scan.Sensor.Kind == SensorKind.Place;
        if (!place)
        {
            for (int o = 0; o < truth.Count; o++)
            {
                if (o != vessel && truth[o].At(scan.Time) is { } other && Math.Abs(Wrap(scan.Sensor.Frame.ToLocal(other).AzimuthRadians - local.AzimuthRadians)) < 2 * BearingRadians)
                {
                    return -1;
                }
            }
        }

        int best = -1;
        int near = 0;
        double least = place ? PlaceMeters : BearingRadians;
        double bound = least;
        for (int d = 0; d < scan.Detections.Count; d++)
        {
            Detection s = scan.Detections[d];
            double off = place ? (new Vector3(s.EastMeters, s.NorthMeters, 0) - new Vector3(local.EastMeters, local.NorthMeters, 0)).Length : Math.Abs(Wrap(s.AzimuthRadians - local.AzimuthRadians));
            if (off < bound)
            {
                near++;
            }

            if (off < least)
            {
                (best, least) = (d, off);
            }
        }

        return place || near == 1 ? best : -1;
    }

    private static double Error(Scan scan, TruthTrack truth, int d)
    {
        Detection s = scan.Detections[d];
        double azimuth = scan.Sensor.Kind == SensorKind.Place ? new Enu(s.EastMeters, s.NorthMeters, 0).AzimuthRadians : s.AzimuthRadians;
        return Wrap(azimuth - scan.Sensor.Frame.ToLocal(truth.At(scan.Time)!.Value).AzimuthRadians);
    }

    private static double Wrap(double angle) => Math.IEEERemainder(angle, Math.Tau);
}
