using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

/// <summary>How models are woken, weighed and put to sleep.</summary>
public sealed class InteractingModelsTests
{
    private const int Turn = 1;
    private const int Boost = 2;
    private const int Ballistic = 3;
    private static readonly LocalFrame Table = LocalFrame.Flat(Vector3.Zero);
    private static readonly Sensor Radar = Some.Radar("R1", Table);
    private static readonly InteractingModels Models = new(new MotionOptions(), new FilterOptions(), Surroundings.Of(Table));

    [Fact]
    public void In_straight_flight_all_but_one_model_sleep_almost_always()
    {
        int looks = 0;
        int awake = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            SomeFlights.Follow(Models, Radar, 2, 300, SomeFlights.Straight, seed, (_, bank) =>
            {
                looks++;
                awake += bank.Awake == 1 ? 0 : 1;
            });
        }

        Assert.InRange(awake, 0, 0.02 * looks);
    }

    [Theory]
    [InlineData(0.05, 4)]
    [InlineData(0.02, 10)]
    [InlineData(0.005, 30)]
    public void A_turn_is_noticed(double rate, double within)
    {
        double noticed = double.PositiveInfinity;
        SomeFlights.Follow(Models, Radar, 1, 90, t => Turning(t, 60, rate), 3, (t, b) =>
        {
            noticed = t > 60 && b.Awake != 1 ? Math.Min(noticed, t - 60) : noticed;
        });

        Assert.InRange(noticed, 0, within);
    }

    [Fact]
    public void A_turns_rate_is_found()
    {
        ModelBank bank = SomeFlights.Follow(Models, Radar, 1, 90, t => Turning(t, 60, 0.05), 3);

        Assert.True(bank.Probabilities[Turn] > 0.5, $"probability of a turn {bank.Probabilities[Turn]}");
        Assert.Equal(0.05, bank.State(Turn)[6], 3 * Math.Sqrt(bank.Covariance(Turn)[54]));
    }

    [Fact]
    public void After_a_turn_the_other_models_go_back_to_sleep()
    {
        ModelBank bank = SomeFlights.Follow(
            Models,
            Radar,
            1,
            200,
            t => Turning(Math.Min(t, 80), 60, 0.05) is var at && t <= 80 ? at : (at.Position + ((t - 80) * at.Velocity), at.Velocity),
            5);

        Assert.Equal(1, bank.Awake);
        Assert.Equal(1, bank.Probabilities[0]);
    }

    [Fact]
    public void Steady_acceleration_is_recognised_and_found()
    {
        Vector3 a = new(20, 0, 15);
        ModelBank bank = SomeFlights.Follow(Models, Radar, 0.5, 60, t => (new Vector3(20_000, 30_000, 5_000) + (t * t / 2 * a), t * a), 17);
        StateMoments moments = new();
        moments.Set(bank);

        Assert.True(bank.Probabilities[0] < 0.05, $"probability of straight flight {bank.Probabilities[0]}");
        Assert.Equal(20, moments.Acceleration.X, 7.0);
        Assert.Equal(15, moments.Acceleration.Z, 7.0);
    }

    [Fact]
    public void A_rockets_boost_cut_off_and_fall_are_told_apart()
    {
        Rocket rocket = new(Geodetic.FromDegrees(28.6, -80.6, 3), 1.2, 90, 160);
        Sensor radar = Some.Radar("R1", LocalFrame.At(Geodetic.FromDegrees(28.4, -80.7, 10)));
        InteractingModels models = new(new MotionOptions(), new FilterOptions(), Surroundings.Of(radar.Frame));
        List<double> boost = [];
        List<double> fall = [];
        double worst = 0;
        StateMoments moments = new();
        SomeFlights.Follow(models, radar, 0.5, 150, t => rocket.At(t + 5), 9, (t, bank) =>
        {
            moments.Set(bank);
            Vector3 truth = rocket.At(t + 5)!.Value.Position;
            worst = t > 20 ? Math.Max(worst, (moments.Position - truth).Length) : 0;
            if (t + 5 is > 40 and < 90)
            {
                boost.Add(bank.Probabilities[Boost]);
            }
            else if (t + 5 > 100)
            {
                fall.Add(bank.Probabilities[Ballistic]);
            }
        });

        // At 100 km the radar's angles are good to 150 m.
        Assert.True(boost.Average() > 0.6, $"mean probability of boost {boost.Average()}");
        Assert.True(fall.Average() > 0.8, $"mean probability of ballistic flight {fall.Average()}");
        Assert.InRange(worst, 0, 300);
    }

    [Theory]
    [InlineData(5, 0, 80, 0b11111)]
    [InlineData(200, 0, 10, 1)]
    [InlineData(900, 0, 10, 0b11111)]
    public void What_climbs_or_flies_as_no_aircraft_does_begins_with_all_models_awake(double east, double north, double up, int awake)
    {
        ModelBank bank = Models.NewBank();
        double[] p = new double[36];
        for (int i = 0; i < 6; i++)
        {
            p[i * 7] = 100;
        }

        Models.Initialise(bank, [0, 0, 500, east, north, up], p);

        Assert.Equal(awake, bank.Awake);
        Assert.Equal(1, bank.Probabilities.ToArray().Sum(), 1e-12);
    }

    [Theory]
    [InlineData(true, 0b11111)]
    [InlineData(false, 1)]
    public void A_far_off_detection_wakes_the_models_only_where_it_may(bool mayWake, int awake)
    {
        ModelBank bank = SomeFlights.Settled(Models, Radar);
        Vector3 off = SomeFlights.Straight(21)!.Value.Position + new Vector3(600, 0, 0);

        Assert.True(Models.TryUpdate(bank, Observation.Of(Radar, Some.Measured(Radar, off, Vector3.Zero, new Random(1))), out double logLikelihood, mayWake));

        Assert.Equal(awake, bank.Awake);
        Assert.True(double.IsFinite(logLikelihood));
    }

    [Fact]
    public void What_cannot_be_compared_changes_nothing()
    {
        ModelBank bank = SomeFlights.Settled(Models, Radar);
        double[] before = bank.State(0).ToArray();
        Enu there = Radar.Frame.ToLocal(StateLayout.Position(before));

        Assert.False(Models.TryUpdate(
            bank, Observation.Of(Radar, new Detection(there.RangeMeters, there.AzimuthRadians + Math.PI, 0.1, double.NaN, double.NaN)), out _));

        Assert.Equal(before, bank.State(0).ToArray());
    }

    [Theory]
    [InlineData(1e17)]
    [InlineData(double.NaN)]
    public void A_model_that_has_lost_the_object_begins_anew_from_the_others(double astray)
    {
        ModelBank bank = SomeFlights.Settled(Models, Radar);
        ModelBank next = Models.NewBank();
        Models.WakeAll(bank);
        Models.Predict(bank, 1, next);
        next.State(Boost)[0] = astray;
        StateMoments moments = new();

        Assert.True(Models.TryUpdate(
            next, Observation.Of(Radar, Some.Measured(Radar, SomeFlights.Straight(21)!.Value.Position, Vector3.Zero, new Random(1))), out _));
        moments.Set(next);
        Models.Predict(next, 1, bank);

        Assert.Equal(1, next.Probabilities.ToArray().Sum(), 1e-12);
        Assert.True((moments.Position - SomeFlights.Straight(21)!.Value.Position).Length < 200);
        Assert.True((StateLayout.Position(bank.State(Boost)) - SomeFlights.Straight(22)!.Value.Position).Length < 200);
    }

    [Fact]
    public void A_prediction_leaves_what_it_sets_out_from()
    {
        ModelBank bank = SomeFlights.Settled(Models, Radar);
        Models.WakeAll(bank);
        double[][] before = [.. Enumerable.Range(0, 5).Select(m => bank.Covariance(m).ToArray())];

        Models.Predict(bank, 3, Models.NewBank());

        Assert.All(Enumerable.Range(0, 5), m => Assert.Equal(before[m], bank.Covariance(m).ToArray()));
    }

    /// <summary>All longitudes shifted, the radar's with them: the same track, turned about the axis.</summary>
    [Theory]
    [InlineData(97.3)]
    [InlineData(-168)]
    public void Turning_the_Earth_changes_nothing(double degrees)
    {
        List<(Enu Position, Enu Velocity, double[] Variances)> here = Fly(0);
        List<(Enu Position, Enu Velocity, double[] Variances)> there = Fly(degrees);

        for (int k = 0; k < here.Count; k++)
        {
            Assert.Equal(here[k].Position.EastMeters, there[k].Position.EastMeters, 1e-6);
            Assert.Equal(here[k].Position.NorthMeters, there[k].Position.NorthMeters, 1e-6);
            Assert.Equal(here[k].Position.UpMeters, there[k].Position.UpMeters, 1e-6);
            Assert.Equal(here[k].Velocity.UpMeters, there[k].Velocity.UpMeters, 1e-6);
            Assert.All(here[k].Variances.Zip(there[k].Variances), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * (1 + pair.First)));
        }
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        ModelBank bank = SomeFlights.Settled(Models, Radar);
        ModelBank next = Models.NewBank();
        ModelBank other = Models.NewBank();
        ModelBank[] banks = [other, bank];
        double[] mostlyAwake = [0.8, 0.2];
        double[] mostlyAsleep = [0.2, 0.8];
        StateMoments moments = new();
        Observation seen = Observation.Of(Radar, Some.Measured(Radar, SomeFlights.Straight(22)!.Value.Position, Vector3.Zero, new Random(1)));
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Step()
        {
            Models.Predict(bank, 1, next);
            Models.TryUpdate(next, seen, out _);
            Models.WakeAll(next);
            Models.Predict(next, 1, other);
            Models.TryUpdate(other, seen, out _);
            Models.Merge(mostlyAsleep, banks, next);
            Models.Merge(mostlyAwake, banks, next);
            moments.Set(next);
        }
    }

    /// <summary>A rocket followed by a radar, all longitudes shifted: where it is, from the radar, look by look.</summary>
    private static List<(Enu Position, Enu Velocity, double[] Variances)> Fly(double degrees)
    {
        LocalFrame frame = LocalFrame.At(Geodetic.FromDegrees(28.4, -80.7 + degrees, 10));
        LocalFrame unturned = LocalFrame.At(Geodetic.FromDegrees(28.4, -80.7, 10));
        Rocket rocket = new(Geodetic.FromDegrees(28.6, -80.6, 3), 1.2, 50, 90);
        InteractingModels models = new(new MotionOptions(), new FilterOptions(), Surroundings.Of(frame));
        List<(Enu Position, Enu Velocity, double[] Variances)> seen = [];
        StateMoments moments = new();
        SomeFlights.Follow(
            models,
            Some.Radar("R1", frame),
            1,
            80,
            t => rocket.At(t + 5) is { } at
                ? (frame.ToCommon(unturned.ToLocal(at.Position)), frame.DirectionToCommon(unturned.DirectionToLocal(at.Velocity)))
                : null,
            4,
            (_, bank) =>
            {
                moments.Set(bank);
                seen.Add((frame.ToLocal(moments.Position), frame.DirectionToLocal(moments.Velocity), [moments.PositionVariance, moments.VelocityVariance]));
            });
        return seen;
    }

    /// <summary>Straight on at 200 m/s, then a turn to the left.</summary>
    private static (Vector3 Position, Vector3 Velocity) Turning(double t, double from, double rate)
    {
        Vector3 start = new(20_000, 30_000, 5_000);
        Vector3 along = new(200, 0, 0);
        double angle = rate * Math.Max(t - from, 0);
        double radius = 200 / rate;
        Vector3 arc = new(radius * Math.Sin(angle), radius * (1 - Math.Cos(angle)), 0);
        return (start + (Math.Min(t, from) * along) + arc, new Vector3(200 * Math.Cos(angle), 200 * Math.Sin(angle), 0));
    }
}
