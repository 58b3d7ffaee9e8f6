using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

/// <summary>Several explanations of what was seen, mixed into one estimate.</summary>
public sealed class MergingTests
{
    private static readonly LocalFrame Table = LocalFrame.Flat(Vector3.Zero);
    private static readonly Sensor Radar = Some.Radar("R1", Table);
    private static readonly InteractingModels Models = new(new MotionOptions(), new FilterOptions(), Surroundings.Of(Table));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_estimate_mixed_with_itself_is_itself(bool awake)
    {
        ModelBank bank = SomeFlights.Settled(Models, Radar);
        if (awake)
        {
            Models.WakeAll(bank);
        }

        ModelBank same = Models.NewBank();
        same.CopyFrom(bank);
        ModelBank mixed = Models.NewBank();

        Models.Merge([0.3, 0.7], [bank, same], mixed);

        Assert.Equal(bank.Awake, mixed.Awake);
        foreach (int m in Enumerable.Range(0, 5).Where(bank.IsAwake))
        {
            Assert.Equal(bank.Probabilities[m], mixed.Probabilities[m], 1e-12);
            Assert.All(bank.State(m).ToArray().Zip(mixed.State(m).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
            Assert.All(bank.Covariance(m).ToArray().Zip(mixed.Covariance(m).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    /// <summary>Means d apart with weights w and 1 - w add w (1 - w) d² to the variance (section 1.4.16 of Bar-Shalom, Li, Kirubarajan, 2001).</summary>
    [Fact]
    public void Two_explanations_are_mixed_by_their_moments()
    {
        ModelBank first = SomeFlights.Settled(Models, Radar);
        ModelBank second = Models.NewBank();
        second.CopyFrom(first);
        second.State(0)[0] += 40;
        ModelBank mixed = Models.NewBank();

        Models.Merge([0.25, 0.75], [first, second], mixed);

        Assert.Equal(first.State(0)[0] + 30, mixed.State(0)[0], 1e-8);
        Assert.Equal(first.Covariance(0)[0] + (0.25 * 0.75 * 1_600), mixed.Covariance(0)[0], 1e-6);
    }

    [Fact]
    public void Where_most_explanations_sleep_the_mixture_sleeps()
    {
        ModelBank asleep = SomeFlights.Settled(Models, Radar);
        ModelBank awake = Models.NewBank();
        awake.CopyFrom(asleep);
        Models.WakeAll(awake);
        ModelBank mixed = Models.NewBank();

        Models.Merge([0.8, 0.2], [asleep, awake], mixed);
        Assert.Equal(1, mixed.Awake);
        Assert.Equal(1, mixed.Probabilities[0]);

        Models.Merge([0.4, 0.6], [asleep, awake], mixed);
        Assert.Equal(0b11111, mixed.Awake);
        Assert.Equal(1, mixed.Probabilities.ToArray().Sum(), 1e-12);
        Assert.Equal(0.4 + (0.6 * awake.Probabilities[0]), mixed.Probabilities[0], 1e-9);
    }

    [Fact]
    public void The_moments_of_a_bank_are_those_of_its_mixture()
    {
        ModelBank bank = SomeFlights.Settled(Models, Radar);
        Models.WakeAll(bank);
        ModelBank next = Models.NewBank();
        Models.Predict(bank, 4, next);
        StateMoments moments = new();

        moments.Set(next);

        double mean = Enumerable.Range(0, 5).Sum(m => next.Probabilities[m] * next.State(m)[2]);
        double square = Enumerable.Range(0, 5).Sum(m =>
            next.Probabilities[m] * (next.Covariance(m)[2 * (next.Covariance(m).Length / next.Models[m].Length) + 2] + Math.Pow(next.State(m)[2] - mean, 2)));
        Assert.Equal(mean, moments.Position.Z, 1e-9);
        Assert.Equal(square, moments.Covariance[14], 1e-8 * square);

        // Falling is one of the explanations: so some of gravity is in the mean acceleration.
        Assert.InRange(moments.Acceleration.Z, -9.8, -0.1);
    }
}
