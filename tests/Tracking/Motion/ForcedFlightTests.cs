using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Tests.Motion;

/// <summary>
/// Flights against SciPy 1.10's solve_ivp (DOP853, relative tolerance 10⁻¹² or less) over forces coded apart from these: gravity as the numerical
/// gradient of the WGS-84 potential with J2 and rotation, the standard atmosphere by way of its pressure, geodetic height by iteration.
/// </summary>
public sealed class ForcedFlightTests
{
    private static readonly Surroundings Earth = Surroundings.Of(LocalFrame.At(Geodetic.FromDegrees(48, 12, 300)));
    private static readonly MotionOptions Options = new();

    [Fact]
    public void A_ballistic_arc_above_the_air_is_the_integrated_one()
    {
        double[] state = [4640832.0061, 1689124.7124, 4116552.8288, 81.326, 880.9425, 1883.4347, Math.Log(1e-9), 0];

        new BallisticFlight(Options, Earth).Move(300, state);

        AssertAt(state, [4372073.2677, 1843545.4073, 4404510.3973, -1851.895, 154.1009, 21.8174], 0.1);
    }

    [Fact]
    public void A_fall_into_the_air_is_the_integrated_one()
    {
        double[] state = [-4561605.8078, 2633644.3411, -3663677.849, 775.2975, -2179.6691, 622.8616, Math.Log(4e-4), 0];

        new BallisticFlight(Options, Earth).Move(20, state);

        AssertAt(state, [-4546615.0717, 2593993.5546, -3651585.4977, 522.7155, -1281.574, 423.3407], 2);
    }

    [Fact]
    public void A_boost_is_the_integrated_one()
    {
        double[] state = [3150784.4923, -5457318.8244, 1103721.5113, 546.5675, -346.6827, 202.6697, 25, 0];

        new BoostedFlight(Options, Earth).Move(30, state);

        // The pad's upward bias at 680 m/s is still a hundredth of a degree.
        AssertAt(state, [3175346.558, -5469709.8004, 1112896.4421, 1138.4639, -478.723, 427.3313], 10);
        Assert.Equal(34.1463, state[6], 1e-4);
    }

    [Fact]
    public void A_rocket_on_its_pad_is_pushed_upwards()
    {
        LocalFrame pad = LocalFrame.At(Geodetic.FromDegrees(5, -52, 10));
        double[] state = [pad.Origin.X, pad.Origin.Y, pad.Origin.Z, 0, 0, 0, 15, 0];

        new BoostedFlight(Options, Earth).Move(10, state);

        Enu risen = pad.ToLocal(StateLayout.Position(state));
        Assert.InRange(risen.UpMeters, 200, 330);
        Assert.InRange(Math.Sqrt((risen.EastMeters * risen.EastMeters) + (risen.NorthMeters * risen.NorthMeters)), 0, 3);
    }

    [Fact]
    public void A_braking_burn_slows_a_fall()
    {
        double[] state = [0, 0, 3_000, 0, 0, -250, -20, 0];

        new BoostedFlight(Options, new FlatSurroundings()).Move(5, state);

        Assert.InRange(state[5], -200, -190);
    }

    [Fact]
    public void Who_enters_a_boost_from_free_fall_has_no_thrust_yet()
    {
        double[] state = [4640832, 1689124, 4116552, 800, 900, 1500, 0, 0];
        double[] variance = new double[1];

        new BoostedFlight(Options, Earth).Enter(Earth.FreeFall(StateLayout.Position(state), StateLayout.Velocity(state)), state, variance);

        Assert.Equal(0, state[6], 1e-9);
        Assert.Equal(Options.ThrustSigma * Options.ThrustSigma, variance[0], 1e-12);
    }

    private static void AssertAt(double[] state, double[] expected, double meters)
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i], state[i], meters);
            Assert.Equal(expected[i + 3], state[i + 3], meters / 20);
        }
    }
}
