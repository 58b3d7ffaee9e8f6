using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Station.Direction;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Tests.Direction;

/// <summary>What a board that lies is made to hear. Azimuths are worked out here from positions by the local frame, which the lie itself does not ask for them.</summary>
public sealed class BoardLieTests
{
    private static readonly Scenario Liar = ScenarioFile.Read("liar");
    private static readonly BoardSpec Board = Liar.Boards.Single(b => b.Node == "radar-west");
    private static readonly Director Director = new(Liar, 7, new UtcMicroseconds(1_780_000_000_000_000));

    [Fact]
    public void A_turned_radar_sees_everything_nine_degrees_clockwise_and_as_far_and_as_high()
    {
        var lie = new BoardLie(Board, new BoardLiesAct("bravo", "radar-west", double.DegreesToRadians(9), 0, null), Director, 0);
        var frame = LocalFrame.At(Board.Place);

        (string Topic, byte[] Payload)[] told = [.. lie.Greeting()];

        Assert.Equal(Liar.Objects.Count, told.Length);
        foreach (((string topic, byte[] payload), ScenarioMessage truth) in told.Zip(Director.Messages))
        {
            ScenarioMessage turned = MessageDecoder.ReadScenario(payload, 0, payload.Length);
            Assert.Equal(Topics.ScenarioRoot + truth.Object, topic);
            for (int i = 0; i < truth.TimeMs.Length; i++)
            {
                Enu was = frame.ToLocal(Position(truth, i));
                Enu isNow = frame.ToLocal(Position(turned, i));
                double by = double.RadiansToDegrees(Math.IEEERemainder(isNow.AzimuthRadians - was.AzimuthRadians, Math.Tau));
                Assert.Equal(9, by, 0.001);
                Assert.Equal(was.RangeMeters, isNow.RangeMeters, 0.2);
                Assert.Equal(was.UpMeters, isNow.UpMeters, 0.2);
                Assert.Equal(Speed(truth, i), Speed(turned, i), 0.02);
            }
        }
    }

    [Fact]
    public void A_clock_that_is_ahead_is_ahead_by_so_much_and_nothing_else_is_changed()
    {
        var lie = new BoardLie(Board, new BoardLiesAct("bravo", "radar-west", 0, 30, null), Director, 0);
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        ClockMessage truth = Director.ClockAt(Director.TimeOf(12));
        byte[] payload = buffer[..StationEncoder.Write(truth, buffer)];

        byte[] heard = lie.Altered(Topics.Clock, payload);

        ClockMessage altered = MessageDecoder.ReadClock(heard, 0, heard.Length);
        Assert.Equal(truth.ExerciseUs + 30_000_000, altered.ExerciseUs);
        Assert.Equal((truth.Run, truth.UtcUs, truth.StartUs, truth.RateMilli), (altered.Run, altered.UtcUs, altered.StartUs, altered.RateMilli));
        Assert.Same(payload, lie.Altered(Topics.ScenarioRoot + "0", payload));
        Assert.Empty(lie.Greeting());
    }

    [Fact]
    public void A_ghost_is_one_more_object_that_flies_from_where_it_is_put()
    {
        var ghost = new GhostSpec(Geodetic.FromDegrees(72.2, 8, 24_000), double.DegreesToRadians(140), 900);
        var lie = new BoardLie(Board, new BoardLiesAct("bravo", "radar-west", 0, 0, ghost), Director, 330);

        (string topic, byte[] payload) = Assert.Single(lie.Greeting());

        ScenarioMessage message = MessageDecoder.ReadScenario(payload, 0, payload.Length);
        Assert.Equal(Topics.ScenarioRoot + Liar.Objects.Count, topic);
        Assert.Equal(7u, message.Run);
        Assert.Equal(330_000u, message.TimeMs[0]);
        Assert.InRange((Position(message, 0) - ghost.Place.ToEcef().Vector).Length, 0, 1);
        Assert.Equal(900, Speed(message, 0), 5.0);
    }

    private static Vector3 Position(ScenarioMessage m, int i) => new Vector3(m.XDm[i], m.YDm[i], m.ZDm[i]) / 10;

    private static double Speed(ScenarioMessage m, int i) => new Vector3(m.VelocityXCmps[i], m.VelocityYCmps[i], m.VelocityZCmps[i]).Length / 100;
}
