using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Emulation.Network;
using JointWatch.Exercises;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Direction;

/// <summary>
/// How an emulated board is made to lie: it is told of another sky and another time than there is, and reports honestly what it sees. So its lie has all that a
/// sensor's reports have: noise, horizon, missed and false detections, and a seal that is right.
/// </summary>
/// <param name="sinceSeconds">Exercise seconds at which the lie begins: a made-up object stands at its place then.</param>
internal sealed class BoardLie(BoardSpec board, BoardLiesAct lie, Director director, double sinceSeconds) : IHearsay
{
    private const double GhostCrossSectionDbsm = 0;
    private const double GhostIntensity = 200_000;
    private const double GhostStepSeconds = 5;

    private readonly LocalFrame _frame = LocalFrame.At(board.Place);

    /// <inheritdoc/>
    public byte[] Altered(string topic, byte[] payload)
    {
        if (topic == Topics.Clock && lie.ClockOffsetSeconds != 0)
        {
            ClockMessage clock = MessageDecoder.ReadClock(payload, 0, payload.Length);
            clock.ExerciseUs = (ulong)((long)clock.ExerciseUs + (long)(lie.ClockOffsetSeconds * 1e6));
            return Written(clock);
        }

        return lie.AzimuthBiasRadians != 0 && topic.StartsWith(Topics.ScenarioRoot, StringComparison.Ordinal) && payload.Length > 0
            ? Written(Turned(MessageDecoder.ReadScenario(payload, 0, payload.Length)))
            : payload;
    }

    /// <inheritdoc/>
    public IEnumerable<(string Topic, byte[] Payload)> Greeting()
    {
        foreach (ScenarioMessage message in lie.AzimuthBiasRadians == 0 ? [] : director.Messages)
        {
            yield return (Topics.ScenarioRoot + message.Object, Altered(Topics.ScenarioRoot + message.Object, Written(message)));
        }

        if (lie.Ghost is { } ghost)
        {
            uint number = (uint)director.Scenario.Objects.Count;
            yield return (Topics.ScenarioRoot + number, Written(ScenarioMessages.For(Flown(ghost), director.Run, number, new KnotOptions())));
        }
    }

    /// <summary>The sky, turned clockwise about the board: each azimuth is greater by the bias, and nothing else is changed.</summary>
    private ScenarioMessage Turned(ScenarioMessage message)
    {
        for (int i = 0; i < message.TimeMs.Length; i++)
        {
            Vector3 position = 10 * _frame.ToCommon(Turned(_frame.ToLocal(new Vector3(message.XDm[i], message.YDm[i], message.ZDm[i]) / 10)));
            message.XDm[i] = (long)Math.Round(position.X);
            message.YDm[i] = (long)Math.Round(position.Y);
            message.ZDm[i] = (long)Math.Round(position.Z);
            Vector3 velocity = _frame.DirectionToCommon(
                Turned(_frame.DirectionToLocal(new Vector3(message.VelocityXCmps[i], message.VelocityYCmps[i], message.VelocityZCmps[i]))));
            message.VelocityXCmps[i] = (int)Math.Round(velocity.X);
            message.VelocityYCmps[i] = (int)Math.Round(velocity.Y);
            message.VelocityZCmps[i] = (int)Math.Round(velocity.Z);
        }

        return message;
    }

    private Enu Turned(Enu way)
    {
        (double sin, double cos) = Math.SinCos(lie.AzimuthBiasRadians);
        return new Enu((way.EastMeters * cos) + (way.NorthMeters * sin), (way.NorthMeters * cos) - (way.EastMeters * sin), way.UpMeters);
    }

    /// <summary>A great circle at one height and speed, until the exercise ends.</summary>
    private ExerciseObject Flown(GhostSpec ghost)
    {
        var samples = new List<PathSample>();
        double end = Math.Max(director.Scenario.DurationSeconds, sinceSeconds + GhostStepSeconds);
        for (double t = Math.Ceiling(sinceSeconds); t <= end + GhostStepSeconds; t += GhostStepSeconds)
        {
            samples.Add(new PathSample(t, At(t), (At(t + 0.5) - At(t - 0.5)), GhostIntensity, false));
        }

        return new ExerciseObject("what is not there", ObjectKind.Aircraft, GhostCrossSectionDbsm, new SampledPath(samples), null, null);

        Vector3 At(double t) =>
            (Geodesic.Direct(ghost.Place, ghost.CourseRadians, ghost.SpeedMetersPerSecond * (t - sinceSeconds)).Place with { HeightMeters = ghost.Place.HeightMeters }).ToEcef().Vector;
    }

    private static byte[] Written(ClockMessage message)
    {
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        return buffer[..StationEncoder.Write(message, buffer)];
    }

    private static byte[] Written(ScenarioMessage message)
    {
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        return buffer[..StationEncoder.Write(message, buffer)];
    }
}
