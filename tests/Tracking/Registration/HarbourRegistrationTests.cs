using JointWatch.Recorded;
using JointWatch.Recorded.Harbour;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking.Tests.Registration;

/// <summary>Real detections of two vessels in a harbour (Autoferry/sensor_fusion_dataset, CC0).</summary>
public sealed class HarbourRegistrationTests
{
    [Theory]
    [InlineData("scenario2", 0.020)]
    [InlineData("scenario3", 0.020)]
    [InlineData("scenario16", 0.005)]
    public void Infra_red_bearings_without_their_bias_agree_with_lidar_and_radar_to_5_mrad(string scenario, double leastBefore)
    {
        RegistrationEstimator estimator = new(new RegistrationOptions());
        BearingAgreement agreement = Play(scenario, (scan, vessels) => estimator.Take(scan, [.. vessels.Select(v => v < 0 ? (TrackId?)null : new TrackId(v + 1))]));
        Dictionary<SensorId, double> bias = estimator.Registrations.ToDictionary(r => r.Sensor, r => r.AzimuthRadians.Value);
        Assert.InRange(Math.Abs(agreement.Mean(static _ => 0)), leastBefore, 0.1);
        Assert.InRange(agreement.Mean(sensor => bias[sensor]), -0.005, 0.005);
    }

    private static BearingAgreement Play(string scenario, Action<Scan, int[]> take)
    {
        string? folder = SharedData.Find("tracking/autoferry/" + scenario);
        Assert.SkipWhen(folder is null, SharedData.Missing);
        BearingAgreement agreement = new(RecordedTruth.Read(folder));
        foreach (Scan scan in RecordedSet.Read(folder).Scans.OrderBy(s => s.Time))
        {
            take(scan, agreement.Take(scan));
        }

        return agreement;
    }
}
