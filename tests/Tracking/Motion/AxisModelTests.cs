using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Numerics;

namespace JointWatch.Tracking.Tests.Motion;

/// <summary>The models that are linear and the same on the three axes.</summary>
public sealed class AxisModelTests
{
    private static readonly NearlyConstantVelocity Straight = new(0.3);
    private static readonly NearlyConstantAcceleration Steady = new(0.7, 1);

    /// <summary>The closed forms of Bar-Shalom, Li and Kirubarajan (2001), equations 6.2.2-4 and 6.2.3-4, at T = 2.</summary>
    [Fact]
    public void Process_noise_is_that_of_the_textbook()
    {
        AxisTransition straight = Straight.Over(2);
        AxisTransition steady = Steady.Over(2);

        Assert.Equal(0.3 * 8 / 3, straight.Qpp, 1e-12);
        Assert.Equal(0.3 * 2, straight.Qpv, 1e-12);
        Assert.Equal(0.3 * 2, straight.Qvv, 1e-12);
        Assert.Equal(0.7 * 32 / 20, steady.Qpp, 1e-12);
        Assert.Equal(0.7 * 16 / 8, steady.Qpv, 1e-12);
        Assert.Equal(0.7 * 8 / 6, steady.Qpa, 1e-12);
        Assert.Equal(0.7 * 8 / 3, steady.Qvv, 1e-12);
        Assert.Equal(0.7 * 2, steady.Qva, 1e-12);
        Assert.Equal(0.7 * 2, steady.Qaa, 1e-12);
    }

    [Fact]
    public void Two_steps_are_as_one_of_their_length()
    {
        double[] first = F(Steady.Over(0.7));
        double[] second = F(Steady.Over(1.6));

        double[] both = Dense.Multiply(second, first, 3, 3, 3);
        double[] noise = Dense.Add(Dense.Sandwich(second, Q(Steady.Over(0.7)), 3), Q(Steady.Over(1.6)));

        Assert.All(both.Zip(F(Steady.Over(2.3))), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.All(noise.Zip(Q(Steady.Over(2.3))), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    private static double[] F(AxisTransition t) => [1, t.Pv, t.Pa, 0, 1, t.Va, 0, 0, 1];

    private static double[] Q(AxisTransition t) => [t.Qpp, t.Qpv, t.Qpa, t.Qpv, t.Qvv, t.Qva, t.Qpa, t.Qva, t.Qaa];
}
