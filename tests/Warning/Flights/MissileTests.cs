using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Flights;

/// <summary>Simulated flights whose whole truth is known.</summary>
public sealed class MissileTests
{
    private const int Seeds = 6;

    private static readonly Dictionary<double, Lazy<Truth>> Flown =
        new double[] { 300, 420, 600, 900, 1_500, 4_000, 8_000 }.ToDictionary(r => r, r => new Lazy<Truth>(() => Truth.Missile(r)));

    [Theory]
    [InlineData(300)]
    [InlineData(420)]
    [InlineData(600)]
    public void A_launch_is_warned_of_in_time(double rangeKilometers)
    {
        for (int seed = 1; seed <= Seeds; seed++)
        {
            Watchstander watch = Watch(rangeKilometers, seed).RunTo(70);

            Assert.InRange(watch.First(WarningState.Suspected)!.Value, 17, 33);
            Assert.InRange(watch.First(WarningState.Confirmed)!.Value, 17, 45);
            Assert.Equal(1, watch.Only.Id);
        }
    }

    [Theory]
    [InlineData(300, 1_500)]
    [InlineData(600, 1_500)]
    [InlineData(600, 5_000)]
    [InlineData(1_500, 1_500)]
    public void The_launch_is_found_within_its_sigmas(double rangeKilometers, double horizonMeters)
    {
        Truth truth = Flown[rangeKilometers].Value;
        int within = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            LaunchEstimate launch = Watch(rangeKilometers, seed, new TrackQuality { HorizonMeters = horizonMeters }).RunTo(90).Only.Launch!;
            double distance = Geodesic.Inverse(truth.Launch, launch.Point).DistanceMeters;
            double late = launch.Time.SecondsSince(Truth.Epoch);
            Assert.InRange(distance, 0, 1_500);
            Assert.InRange(late, -6, 6);
            Assert.InRange(Math.Cos(launch.AzimuthRadians - truth.AzimuthRadians), Math.Cos(0.05), 1);
            within += distance < 3 * launch.RadiusMeters && Math.Abs(late) < 3 * launch.TimeSigmaSeconds ? 1 : 0;
        }

        Assert.InRange(within, Seeds - 1, Seeds);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(900)]
    [InlineData(4_000)]
    public void The_impact_lies_within_three_sigmas(double rangeKilometers)
    {
        Truth truth = Flown[rangeKilometers].Value;
        int within = 0;
        int looked = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            Watchstander watch = new Watchstander(new TrackSimulator(truth, seed, new TrackQuality()))
            {
                // Every tenth prediction is enough to judge them; and unlike a tracker's, these covariances are exact.
                Stage = new LaunchWarningStage(new WarningOptions { ImpactPeriodSeconds = 10, CoastVarianceShare = 1 }),
            };
            foreach (double share in new[] { 0.1, 0.5, 0.9 })
            {
                ImpactEstimate impact = watch.RunTo(double.Lerp(truth.BurnoutSeconds, truth.ImpactSeconds, share)).Only.Impact!;
                looked++;
                within += IsWithin(truth, impact, 3) ? 1 : 0;
            }
        }

        Assert.InRange(within, 0.9 * looked, looked);
    }

    [Theory]
    [InlineData(300, ObjectClass.SoundingOrShortRange)]
    [InlineData(900, ObjectClass.SoundingOrShortRange)]
    [InlineData(1_500, ObjectClass.MediumRange)]
    [InlineData(4_000, ObjectClass.IntermediateRange)]
    [InlineData(8_000, ObjectClass.Intercontinental)]
    public void The_class_is_that_of_the_range(double rangeKilometers, ObjectClass expected)
    {
        Truth truth = Flown[rangeKilometers].Value;
        Watchstander watch = Watch(rangeKilometers, 3);

        Assert.Equal(ObjectClass.Unknown, watch.RunTo(45).Only.Class);
        Assert.Equal(expected, watch.RunTo(truth.BurnoutSeconds + 15).Only.Class);
        Assert.False(watch.Only.ReachesOrbit);
        Assert.InRange(watch.Only.ApogeeMeters / truth.ApogeeMeters, 0.93, 1.07);
    }

    [Fact]
    public void A_warning_s_life_goes_forward_and_ends_on_the_ground()
    {
        Truth truth = Flown[420].Value;
        Watchstander watch = Watch(420, 5).RunTo(truth.ImpactSeconds + 60);

        WarningState[] states = [.. watch.Log.Select(e => e.Warning.State).Distinct()];
        Assert.Equal([WarningState.Suspected, WarningState.Probable, WarningState.Confirmed, WarningState.Over], states);
        Assert.Equal(states.Order(), states);
        Assert.InRange(watch.First(WarningState.Over)!.Value, truth.ImpactSeconds - 5, truth.ImpactSeconds + 20);
        Assert.Equal(Enumerable.Range(1, watch.Log.Count), watch.Log.Select(e => e.Warning.Revision));
    }

    [Fact]
    public void Revisions_say_why_and_do_not_flood()
    {
        Truth truth = Flown[420].Value;
        Watchstander watch = Watch(420, 6).RunTo(truth.ImpactSeconds + 60);

        Assert.All(watch.Log, e => Assert.False(string.IsNullOrWhiteSpace(e.Warning.Reason)));
        Assert.Matches(@"^climbs at \d+ m/s, speed \d+ m/s, with \d+ m/s² of thrust at \d+\.\d km, seen \d+ times by 2 sensors; engine still burning: impact moves$", watch.Log[0].Warning.Reason);
        Assert.Contains(watch.Log, e => e.Warning.Reason.Contains("engine stopped", StringComparison.Ordinal));
        Assert.InRange(watch.Log.Count, 10, truth.BurnoutSeconds + ((truth.ImpactSeconds - truth.BurnoutSeconds) / 4));
    }

    [Fact]
    public void A_sounding_rocket_is_a_short_range_object()
    {
        Truth truth = Truth.SoundingRocket(190);
        Watchstander watch = new Watchstander(new TrackSimulator(truth, 1, new TrackQuality())).RunTo(120);

        Assert.Equal(WarningState.Confirmed, watch.Only.State);
        Assert.Equal(ObjectClass.SoundingOrShortRange, watch.Only.Class);
        Assert.InRange(watch.Only.ApogeeMeters, 180_000, 200_000);
        Assert.InRange(Geodesic.Inverse(truth.Impact!.Value, watch.Only.Impact!.Point).DistanceMeters, 0, 10_000);
    }

    [Fact]
    public void What_is_first_seen_after_burn_out_is_traced_back_by_its_fall()
    {
        Truth truth = Flown[900].Value;
        Watchstander watch = Watch(900, 2, new TrackQuality { FromSeconds = truth.BurnoutSeconds + 20 }).RunTo(truth.BurnoutSeconds + 60);

        Assert.Equal(WarningState.Confirmed, watch.Only.State);
        Assert.InRange(Geodesic.Inverse(truth.Launch, watch.Only.Launch!.Point).DistanceMeters, 0, 2 * watch.Only.Launch.RadiusMeters);
        Assert.InRange(Math.Abs(watch.Only.Launch.Time.SecondsSince(Truth.Epoch)), 0, 2 * watch.Only.Launch.TimeSigmaSeconds);
    }

    private static Watchstander Watch(double rangeKilometers, int seed, TrackQuality? quality = null) =>
        new(new TrackSimulator(Flown[rangeKilometers].Value, seed, quality ?? new TrackQuality()));

    private static bool IsWithin(Truth truth, ImpactEstimate impact, double sigmas)
    {
        Enu off = LocalFrame.At(impact.Point).ToLocal(truth.Impact!.Value.ToEcef().Vector);
        (double sin, double cos) = Math.SinCos(impact.MajorAxisAzimuthRadians);
        double major = ((off.EastMeters * sin) + (off.NorthMeters * cos)) / impact.SemiMajorMeters;
        double minor = ((off.EastMeters * cos) - (off.NorthMeters * sin)) / impact.SemiMinorMeters;
        double late = (Truth.Epoch.AddSeconds(truth.ImpactSeconds).SecondsSince(impact.Time) / impact.TimeSigmaSeconds);
        return (major * major) + (minor * minor) <= sigmas * sigmas && Math.Abs(late) <= sigmas;
    }
}
