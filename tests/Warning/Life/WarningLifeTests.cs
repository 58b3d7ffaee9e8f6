using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Life;

public sealed class WarningLifeTests
{
    private static readonly Lazy<Truth> Missile = new(() => Truth.Missile(600));

    [Theory]
    [InlineData(50, 54)]
    [InlineData(60, 75)]
    [InlineData(100, 140)]
    [InlineData(200, 330)]
    public void A_track_that_breaks_keeps_its_one_warning(double lostSeconds, double foundSeconds)
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            var before = new TrackSimulator(Missile.Value, seed, new TrackQuality { ToSeconds = lostSeconds }, 1);
            var after = new TrackSimulator(Missile.Value, seed + 100, new TrackQuality { FromSeconds = foundSeconds }, 2);
            Watchstander watch = new Watchstander(before, after).RunTo(foundSeconds + 30);

            Assert.Equal(new TrackId(2), watch.Only.Track);
            Assert.Equal(WarningState.Confirmed, watch.Only.State);
            Assert.Contains(watch.Log, e => e.Warning.Reason.Contains("track T0002 continues the arc of T0001", StringComparison.Ordinal));
            Assert.InRange(Geodesic.Inverse(Missile.Value.Launch, watch.Only.Launch!.Point).DistanceMeters, 0, 1_500);
        }
    }

    [Fact]
    public void Two_tracks_of_one_object_raise_one_warning()
    {
        var one = new TrackSimulator(Missile.Value, 1, new TrackQuality(), 1);
        var other = new TrackSimulator(Missile.Value, 2, new TrackQuality { FromSeconds = 25 }, 2);

        Assert.Equal(new TrackId(1), new Watchstander(one, other).RunTo(200).Only.Track);
    }

    [Fact]
    public void Two_objects_raise_two_warnings()
    {
        Truth neighbour = Truth.Missile(420, latitude: 70.2, longitude: 15.0);
        var one = new TrackSimulator(Missile.Value, 1, new TrackQuality(), 1);
        var other = new TrackSimulator(neighbour, 2, new TrackQuality(), 2);
        Watchstander watch = new Watchstander(one, other).RunTo(60);

        Assert.Equal([1L, 2L], watch.Stage.Warnings.Select(w => w.Track.Value).Order());
    }

    [Fact]
    public void An_object_lost_high_expires_keeps_its_impact_and_is_over_when_that_has_passed()
    {
        var track = new TrackSimulator(Missile.Value, 3, new TrackQuality { ToSeconds = 150 });
        Watchstander watch = new Watchstander(track).RunTo(200);

        Assert.Equal(WarningState.Expired, watch.Only.State);
        Assert.InRange(watch.First(WarningState.Expired)!.Value, 175, 185);
        Assert.InRange(Geodesic.Inverse(Missile.Value.Impact!.Value, watch.Only.Impact!.Point).DistanceMeters, 0, 15_000);

        Assert.Equal(WarningState.Over, watch.RunTo(Missile.Value.ImpactSeconds + 30).Only.State);
        Assert.InRange(watch.First(WarningState.Over)!.Value, Missile.Value.ImpactSeconds - 20, Missile.Value.ImpactSeconds + 20);
    }

    [Fact]
    public void An_object_lost_while_it_burns_expires_for_good()
    {
        var track = new TrackSimulator(Missile.Value, 3, new TrackQuality { ToSeconds = 60 });

        Assert.Equal(WarningState.Expired, new Watchstander(track).RunTo(1_000).Only.State);
    }

    [Fact]
    public void What_is_over_stays_over_though_its_track_is_still_reported()
    {
        Truth truth = Missile.Value;
        Watchstander watch = new Watchstander(new TrackSimulator(truth, 4, new TrackQuality())).RunTo(truth.ImpactSeconds + 30);
        LaunchWarning over = watch.Only;
        TrackEstimate ghost = new TrackSimulator(truth, 4, new TrackQuality()).At(100)! with { Time = over.UpdatedAt.AddSeconds(5) };

        Assert.Empty(watch.Stage.Update([ghost with { Detections = 2_000, LastDetection = ghost.Time }], [], ghost.Time));
        Assert.Equal(WarningState.Over, watch.Only.State);
    }

    [Fact]
    public void What_reaches_orbit_has_no_impact_and_is_a_space_launch()
    {
        Watchstander watch = new Watchstander(new TrackSimulator(Ascent(finalSpeed: 7_900), 1, new TrackQuality())).RunTo(530);

        Assert.True(watch.Only.ReachesOrbit);
        Assert.Null(watch.Only.Impact);
        Assert.Equal(ObjectClass.SpaceLaunch, watch.Only.Class);
        Assert.Contains(watch.Log, e => e.Warning.Class == ObjectClass.SpaceLaunch && !e.Warning.ReachesOrbit);
    }

    [Fact]
    public void A_satellite_that_passes_is_not_a_launch()
    {
        double r = Wgs84.SemiMajorAxisMeters + 500_000;
        double rate = Math.Sqrt(Wgs84.GravitationalConstant / (r * r * r)) - Wgs84.RotationRateRadiansPerSecond;
        PathSample[] samples =
        [
            .. Enumerable.Range(0, 600).Select(t => new PathSample(
                t, r * new Vector3(Math.Cos(rate * t), Math.Sin(rate * t), 0), r * rate * new Vector3(-Math.Sin(rate * t), Math.Cos(rate * t), 0), 0, false)),
        ];

        Truth satellite = Truth.Of(new SampledPath(samples));
        for (int seed = 1; seed <= 20; seed++)
        {
            Assert.Empty(new Watchstander(new TrackSimulator(satellite, seed, new TrackQuality())).RunTo(599).Log);
        }
    }

    [Theory]
    [InlineData(4.5, WarningState.Suspected)]
    [InlineData(8, WarningState.Probable)]
    [InlineData(13, WarningState.Confirmed)]
    public void What_climbs_like_a_rocket_and_then_flies_like_an_aircraft_is_cancelled_step_by_step(double climbSeconds, WarningState highest)
    {
        Watchstander watch = new Watchstander(new TrackSimulator(ZoomClimb(climbSeconds), 1, new TrackQuality { FirstVelocitySigma = 5 })).RunTo(120);

        Assert.Equal(WarningState.Cancelled, watch.Only.State);
        Assert.Equal(highest, watch.Log.Max(e => e.Warning.State == WarningState.Cancelled ? WarningState.Suspected : e.Warning.State));
        Assert.StartsWith("not a launch: it flies as aircraft do:", watch.Only.Reason, StringComparison.Ordinal);
        WarningState[] states = [.. watch.Log.Select(e => e.Warning.State)];
        int top = Array.LastIndexOf(states, highest);
        Assert.Equal(states[..top].Order(), states[..top]);
        Assert.Equal(states[top..^1].OrderDescending(), states[top..^1]);
    }

    [Fact]
    public void The_same_tracks_give_the_same_warnings_bit_for_bit()
    {
        static List<(double, LaunchWarning)> Run() => new Watchstander(
            new TrackSimulator(Missile.Value, 7, new TrackQuality { ToSeconds = 100 }, 1),
            new TrackSimulator(Missile.Value, 8, new TrackQuality { FromSeconds = 104 }, 2)).RunTo(300).Log;

        foreach (((double Seconds, LaunchWarning Warning) one, (double Seconds, LaunchWarning Warning) other) in Run().Zip(Run()))
        {
            Assert.Equal(one.Seconds, other.Seconds);
            Assert.Equal(Bare(one.Warning), Bare(other.Warning));
            Assert.Equal(one.Warning.Sensors, other.Warning.Sensors);
            Assert.Equal(one.Warning.ClassProbabilities, other.Warning.ClassProbabilities);
            Assert.Equal(one.Warning.Events.Select(e => e with { Sensors = [] }), other.Warning.Events.Select(e => e with { Sensors = [] }));
        }
    }

    [Fact]
    public void What_comes_off_a_launched_object_gets_a_warning_of_its_own_that_names_its_parent()
    {
        const double SeparationSeconds = 110;
        const double SeparationSpeed = 300;
        ObjectState start = Missile.Value.Path.StateAt(SeparationSeconds);
        Vector3 aside = Vector3.Cross(start.PositionMeters, start.VelocityMetersPerSecond).Unit;
        PathSample[] samples =
        [
            .. Enumerable.Range(0, 400).Select(i => 0.25 * i).Select(t =>
            {
                ObjectState parent = Missile.Value.Path.StateAt(SeparationSeconds + t);
                return new PathSample(
                    SeparationSeconds + t,
                    parent.PositionMeters + (SeparationSpeed * t * aside),
                    parent.VelocityMetersPerSecond + (SeparationSpeed * aside),
                    0,
                    false);
            }),
        ];
        var parent = new TrackSimulator(Missile.Value, 1, new TrackQuality(), 1);
        var stage = new TrackSimulator(Truth.Of(new SampledPath(samples)), 2, new TrackQuality { FirstVelocitySigma = 100 }, 2);
        Watchstander watch = new Watchstander(parent, stage).RunTo(SeparationSeconds + 60);

        Assert.Equal([1, 2], watch.Stage.Warnings.Select(w => w.Id));
        LaunchWarning child = watch.Stage.Warnings[1];
        Assert.Equal(1, child.Parent);
        Assert.Equal(1, child.Family);
        Assert.Equal(1, watch.Stage.Warnings[0].Family);
        Assert.StartsWith("came off the object of warning 1:", child.Events[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_change_of_state_is_kept_with_its_reason_and_the_reports_behind_it()
    {
        Watchstander watch = new Watchstander(new TrackSimulator(Missile.Value, 3, new TrackQuality())).RunTo(Missile.Value.ImpactSeconds + 30);

        IReadOnlyList<WarningEvent> events = watch.Only.Events;
        Assert.Equal(
            [WarningState.Suspected, WarningState.Probable, WarningState.Confirmed, WarningState.Over], events.Select(e => e.State));
        Assert.All(events, e => Assert.Matches(@"\d", e.Reason));
        Assert.All(events, e => Assert.Equal(WarningModel.Version, e.ModelVersion));
        Assert.Equal(events.Select(e => e.Detections).Order(), events.Select(e => e.Detections));
        Assert.All(events, e => Assert.Equal(2, e.Sensors.Count));
    }

    [Fact]
    public void The_end_of_the_boost_is_told_within_three_of_its_sigmas()
    {
        for (int seed = 1; seed <= 6; seed++)
        {
            LaunchWarning warning = new Watchstander(new TrackSimulator(Missile.Value, seed, new TrackQuality()))
                .RunTo(Missile.Value.BurnoutSeconds + 30).Only;

            BurnoutEstimate end = warning.Burnout!;
            Assert.InRange(end.Time.SecondsSince(Truth.Epoch) - Missile.Value.BurnoutSeconds, -3 * end.TimeSigmaSeconds, 3 * end.TimeSigmaSeconds);
            Assert.InRange(warning.ApogeeMeters - Missile.Value.ApogeeMeters, -4 * warning.ApogeeSigmaMeters!.Value, 4 * warning.ApogeeSigmaMeters.Value);
        }
    }

    [Fact]
    public void An_estimate_that_is_not_a_number_is_refused_and_harms_nothing()
    {
        var stage = new LaunchWarningStage();
        TrackEstimate sound = new TrackSimulator(Missile.Value, 1, new TrackQuality()).At(40)!;
        TrackEstimate[] broken =
        [
            sound with { Id = new TrackId(2), Covariance = [1, 2, 3] },
            sound with { Id = new TrackId(3), Covariance = [.. Enumerable.Repeat(double.NaN, 36)] },
            sound with { Id = new TrackId(4), Covariance = [.. Enumerable.Repeat(-1.0, 36)] },
        ];

        Assert.Empty(stage.Update([sound, .. broken], broken, sound.Time));
        Assert.Equal(3, stage.EstimatesRefused);
    }

    [Fact]
    public void Numbers_go_on_from_the_first_one_given()
    {
        var watch = new Watchstander(new TrackSimulator(Missile.Value, 1, new TrackQuality())) { Stage = new LaunchWarningStage(firstId: 41) };

        Assert.Equal(41, watch.RunTo(60).Only.Id);
    }

    [Fact]
    public void An_option_outside_its_range_is_refused_by_name()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new LaunchWarningStage(new WarningOptions { ExpireSeconds = double.NaN }));

        Assert.Contains(nameof(WarningOptions.ExpireSeconds), error.Message, StringComparison.Ordinal);
    }

    private static LaunchWarning Bare(LaunchWarning warning) => warning with { Sensors = [], ClassProbabilities = [], Events = [] };

    /// <summary>Straight up at 480 m/s from 2 km, then level at 250 m/s; held up all the time.</summary>
    private static Truth ZoomClimb(double climbSeconds)
    {
        const double Step = 0.25;
        const double Acceleration = 60;
        List<PathSample> samples = [];
        Vector3 position = Geodetic.FromDegrees(50, 10, 2_000).ToEcef().Vector;
        (double climb, double level) = (480, 100);
        for (double t = 0; t <= 130; t += Step)
        {
            if (t > climbSeconds)
            {
                climb = Math.Max(0, climb - (Acceleration * Step));
                level = Math.Min(250, level + (Acceleration * Step));
            }

            Vector3 v = LocalFrame.At(Wgs84.ToGeodetic(Ecef.FromVector(position))).DirectionToCommon(new Enu(level, 0, climb));
            samples.Add(new PathSample(t, position, v, 0, false));
            position += Step * v;
        }

        return Truth.Of(new SampledPath(samples));
    }

    /// <summary>A climb to orbit drawn rather than flown: height and speed along a smooth course, straight up at first, level at 200 km.</summary>
    private static Truth Ascent(double finalSpeed)
    {
        const double Seconds = 500;
        List<PathSample> samples = [];
        Geodetic pad = Geodetic.FromDegrees(28.6, -80.6, 0);
        Vector3 position = pad.ToEcef().Vector;
        const double Step = 0.25;
        for (double t = 0; t <= Seconds + 40; t += Step)
        {
            double s = Math.Min(1, t / Seconds);
            Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(position));
            double climb = place.HeightMeters < 200_000 && t < Seconds ? Math.Max(0, 1_000 * Math.Sin(Math.PI * Math.Pow(s, 0.6))) : 0;
            double level = (finalSpeed - 408) * s * s;
            Vector3 v = LocalFrame.At(place).DirectionToCommon(new Enu(level, 0, climb * (200_000 - place.HeightMeters) / 200_000));
            samples.Add(new PathSample(t, position, v, 0, false));
            position += Step * v;
        }

        return Truth.Of(new SampledPath(samples)) with { Launch = pad };
    }
}
