using System.Globalization;
using JointWatch.Recorded;
using JointWatch.Recorded.Harbour;
using JointWatch.Recorded.Scoring;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;
using JointWatch.Tracking.Registration;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>
/// Real recordings in a harbour. GOSPA with c = 20 m, as RMS over time, as in Ø. Helgesen et al., "Heterogeneous multi-sensor tracking for an
/// autonomous surface vehicle in a littoral environment", Ocean Engineering 252, 2022, whose tracker reaches 20.4 m over the scenarios 2 to 6
/// and 31.0 m over 13, 16, 17 and 22.
/// </summary>
internal static class HarbourTable
{
    private const double CutOffMeters = 20;

    public static void Write(TextWriter output)
    {
        output.WriteLine("| autoferry | RMS GOSPA | missed a time | false a time | tracks that held vessel 1 | vessel 2 | position RMSE, m | IR bearings less those of lidar and radar: mean, mrad | less the bias estimated from the vessels' own detections | less the bias that the tracker finds by itself | Helgesen et al.: RMS GOSPA |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((int scenario, string other) in ((int, string)[])[(2, "20.4 (2 to 6)"), (3, "20.4 (2 to 6)"), (16, "31.0 (13, 16, 17, 22)")])
        {
            if (TrackingSets.Recorded("autoferry", $"scenario{scenario}") is not { } folder)
            {
                output.WriteLine($"| scenario {scenario}: the recorded set is not there | | | | | | | | | | |");
                continue;
            }

            Tried tried = Tried.Of(folder, RecordedUse.All, CutOffMeters, passes: 1);
            SetScore score = tried.Score;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| scenario {scenario} | {score.RmsGospa:F1} | {score.MeanMissed:F2} | {score.MeanFalse:F2} | {Held(tried, 0)} | {Held(tried, 1)} | {score.PositionRmse:F1} | {Bearings(tried)} | {other} |"));
        }
    }

    /// <summary>What is left between infra-red bearings and those of lidar and radar, as recorded and without two estimates of the bias: three cells.</summary>
    private static string Bearings(Tried tried)
    {
        BearingAgreement agreement = new(tried.Truth);
        RegistrationEstimator told = new(new RegistrationOptions());
        MultiTargetTracker tracker = new();
        foreach (Scan scan in tried.Set.Scans.OrderBy(scan => scan.Time))
        {
            int[] vessels = agreement.Take(scan);
            told.Take(scan, [.. vessels.Select(v => v < 0 ? (TrackId?)null : new TrackId(v + 1))]);
            tracker.Process(scan);
        }

        Dictionary<SensorId, double> ofVessels = told.Registrations.ToDictionary(r => r.Sensor, r => r.AzimuthRadians.Value);
        Dictionary<SensorId, double> found = tracker.Sensors.ToDictionary(s => s.Sensor, s => s.Registration?.AzimuthRadians.Value ?? 0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{1e3 * agreement.Mean(static _ => 0):F1} | {1e3 * agreement.Mean(id => ofVessels[id]):F1} | {1e3 * agreement.Mean(id => found[id]):F1}");
    }

    /// <summary>By how many tracks a vessel was held, and how much of the time.</summary>
    private static string Held(Tried tried, int vessel)
    {
        TruthTrack truth = tried.Truth[vessel];
        List<TrackId> numbers = [.. tried.Score.Times.SelectMany(time => time.Held).Where(held => held.Target == truth.Id).Select(held => held.Track)];
        int there = tried.Score.Times.Count(time => truth.At(time.Time) is not null);
        return string.Create(CultureInfo.InvariantCulture, $"{numbers.Distinct().Count()} ({numbers.Count / (double)there:P0} of the time)");
    }
}
