using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warnings;
using JointWatch.Warnings.Evidence;

namespace JointWatch.Warning.Tests.Evidence;

public sealed class AircraftTests
{
    private const int Jets = 20;
    private const double Hours = 10;

    [Fact]
    public void Two_hundred_hours_of_hard_flying_raise_nothing()
    {
        TrackSimulator[] tracks =
        [
            .. Enumerable.Range(1, Jets).Select(seed => new TrackSimulator(
                JetFlight.Fly(seed, Hours), seed, new TrackQuality { PositionSigma = 30 + (10 * seed), HorizonMeters = 0 }, seed)),
        ];
        Watchstander watch = new Watchstander(tracks) { PeriodSeconds = 1 }.RunTo(Hours * 3600);

        Assert.Empty(watch.Log);
        Assert.Empty(watch.Stage.Warnings);
    }

    [Fact]
    public void Tracks_that_begin_anew_each_minute_raise_nothing()
    {
        for (int seed = 1; seed <= 30; seed++)
        {
            Truth jet = JetFlight.Fly(seed, 0.5);
            TrackSimulator[] tracks =
            [
                .. Enumerable.Range(0, 30).Select(i => new TrackSimulator(
                    jet,
                    (100 * seed) + i,
                    new TrackQuality { PositionSigma = 200, FirstVelocitySigma = 50, HorizonMeters = 0, FromSeconds = 60 * i, ToSeconds = (60 * i) + 59 },
                    i + 1)),
            ];
            Assert.Empty(new Watchstander(tracks).RunTo(1_800).Log);
        }
    }

    [Fact]
    public void One_wild_estimate_is_not_evidence()
    {
        var evidence = new LaunchEvidence(new EvidenceOptions());
        var wild = new TrackKinematics(default, 60_000, 10, 3_000, 1, 2_500, 1, 1);

        evidence.Weigh(wild, null, seconds: 100);

        Assert.InRange(evidence.Confidence, 0, new EvidenceOptions().Up.Suspected);
    }

    [Fact]
    public void An_uncertain_estimate_is_not_evidence_however_long_it_lasts()
    {
        var evidence = new LaunchEvidence(new EvidenceOptions());
        var vague = new TrackKinematics(default, 5_000, 200, 700, 300, 600, 300, 300);

        for (int i = 0; i < 1_000; i++)
        {
            evidence.Weigh(vague, new SpecificForce(20, 25, 40, 700), seconds: 1);
        }

        Assert.Equal(new EvidenceOptions().PriorLogOdds, Math.Log(evidence.Confidence / (1 - evidence.Confidence)), 1e-9);
    }
}
