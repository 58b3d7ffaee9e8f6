using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Tests.Motion;

public sealed class CoordinatedTurnTests
{
    private static readonly CoordinatedTurn Flat = new(new MotionOptions(), new FlatSurroundings());

    /// <summary>The equations of Stone Soup 1.x's ConstantTurn.function, evaluated in NumPy: x 1000, 120; y -500, 50; 0.05 rad/s over 4 s.</summary>
    [Fact]
    public void A_turn_in_the_plane_is_Stone_Soups()
    {
        double[] state = [1_000, -500, 3_000, 120, 50, 7, 0.05, 0];

        Flat.Move(4, state);

        Assert.Equal(1456.8729717493886, state[0], 1e-9);
        Assert.Equal(-253.49045602391888, state[1], 1e-9);
        Assert.Equal(3_028, state[2], 1e-9);
        Assert.Equal(107.67452280119593, state[3], 1e-9);
        Assert.Equal(72.84364858746943, state[4], 1e-9);
        Assert.Equal(7, state[5], 1e-12);
    }

    [Fact]
    public void After_a_whole_turn_it_is_where_it_was()
    {
        double[] state = [1_000, -500, 3_000, 120, 50, 0, 0.1, 0];

        Flat.Move(Math.Tau / 0.1, state);

        Assert.Equal(1_000, state[0], 1e-9);
        Assert.Equal(-500, state[1], 1e-9);
        Assert.Equal(120, state[3], 1e-9);
    }

    [Fact]
    public void The_series_for_small_angles_meets_the_closed_form()
    {
        double[] below = [0, 0, 0, 200, 100, 0, 0.000999, 0];
        double[] above = [0, 0, 0, 200, 100, 0, 0.001001, 0];
        double[] fBelow = new double[56];
        double[] fAbove = new double[56];

        Flat.Move(1, below, fBelow);
        Flat.Move(1, above, fAbove);

        Assert.All(below.Zip(above), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        Assert.All(fBelow.Zip(fAbove), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    [Fact]
    public void On_the_Earth_a_turn_keeps_height_and_speed()
    {
        LocalFrame frame = LocalFrame.At(Geodetic.FromDegrees(52, 13, 9_000));
        Vector3 velocity = frame.DirectionToCommon(new Enu(180, -120, 0));
        double[] state = [frame.Origin.X, frame.Origin.Y, frame.Origin.Z, velocity.X, velocity.Y, velocity.Z, 0.03, 0];

        new CoordinatedTurn(new MotionOptions(), new EarthSurroundings()).Move(60, state);

        Geodetic after = Wgs84.ToGeodetic(Ecef.FromVector(StateLayout.Position(state)));
        Assert.Equal(velocity.Length, StateLayout.Velocity(state).Length, 1e-9);
        Assert.Equal(9_000, after.HeightMeters, 20.0);

        // 1.8 rad to the left of the course of (180, -120).
        Vector3 end = StateLayout.Velocity(state);
        Enu course = frame.DirectionToLocal(end);
        double turned = Math.IEEERemainder(Math.Atan2(course.NorthMeters, course.EastMeters) - Math.Atan2(-120, 180), Math.Tau);
        Assert.Equal(1.8, turned, 0.01);
    }

    [Fact]
    public void Who_enters_a_turn_with_an_acceleration_to_the_left_turns_left()
    {
        double[] state = [0, 0, 0, 200, 0, 0, 0, 0];
        double[] variance = new double[1];

        Flat.Enter(new Vector3(3, 10, -9), state, variance);

        Assert.Equal(0.05, state[6], 1e-4);
    }
}
