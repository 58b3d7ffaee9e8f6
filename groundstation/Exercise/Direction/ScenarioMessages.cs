using JointWatch.Contract.Messages;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises;

/// <summary>How well the boards' curve through the knots follows an object's path.</summary>
/// <param name="PositionErrorMeters">1 m: a tenth of the best radar's noise and less.</param>
/// <param name="VelocityErrorMetersPerSecond">0.2 m/s: likewise for range rate.</param>
/// <param name="ProbeSeconds">Errors are looked for at least this densely.</param>
/// <param name="LongestSpanSeconds">A knot a minute at least.</param>
public sealed record KnotOptions(
    double PositionErrorMeters = 1, double VelocityErrorMetersPerSecond = 0.2, double ProbeSeconds = 0.25, double LongestSpanSeconds = 60);

/// <summary>
/// Puts an object's path into knots for the boards: as few as the curve between them bears, one wherever thrust or intensity changes at
/// once. Errors are those of the knots as they go over the wire, rounded to decimetres and centimetres a second.
/// </summary>
public static class ScenarioMessages
{
    private const int FewestProbes = 12;

    /// <summary>The messages of all objects of a scenario, in order.</summary>
    public static IReadOnlyList<ScenarioMessage> For(Scenario scenario, uint run) =>
        [.. scenario.Objects.Select((o, i) => For(o, run, (uint)i, new KnotOptions()))];

    /// <summary>
    /// One object's message. Should the path be so long and lively that it does not fit into
    /// <see cref="ScenarioMessage.MaxKnots"/>, the permitted errors are doubled until it does.
    /// </summary>
    public static ScenarioMessage For(ExerciseObject source, uint run, uint number, KnotOptions options)
    {
        KnotOptions allowed = options;
        List<Knot> knots = Thin(source.Path, allowed);
        while (knots.Count > ScenarioMessage.MaxKnots)
        {
            allowed = allowed with
            {
                PositionErrorMeters = 2 * allowed.PositionErrorMeters,
                VelocityErrorMetersPerSecond = 2 * allowed.VelocityErrorMetersPerSecond,
                LongestSpanSeconds = 2 * allowed.LongestSpanSeconds,
            };
            knots = Thin(source.Path, allowed);
        }

        var message = new ScenarioMessage(knots.Count)
        {
            Run = run,
            Object = number,
            Name = source.Name,
            CrossSectionCentidecibels = (int)Math.Round(source.RadarCrossSectionDbsm * 100),
        };
        for (int i = 0; i < knots.Count; i++)
        {
            Write(message, i, knots[i], source.Path);
        }

        return message;
    }

    private static void Write(ScenarioMessage message, int i, Knot knot, IObjectPath path)
    {
        message.TimeMs[i] = (uint)knot.TimeMs;
        message.XDm[i] = (long)Math.Round(knot.Position.X * 10);
        message.YDm[i] = (long)Math.Round(knot.Position.Y * 10);
        message.ZDm[i] = (long)Math.Round(knot.Position.Z * 10);
        message.VelocityXCmps[i] = (int)Math.Round(knot.Velocity.X * 100);
        message.VelocityYCmps[i] = (int)Math.Round(knot.Velocity.Y * 100);
        message.VelocityZCmps[i] = (int)Math.Round(knot.Velocity.Z * 100);
        message.IntensityWpsr[i] = (uint)Math.Round(path.StateAt(Clamped(path, knot.TimeMs)).IntensityWattsPerSteradian);
    }

    /// <summary>From each knot as far as the curve bears, but not past a break; a break is a knot.</summary>
    private static List<Knot> Thin(IObjectPath path, KnotOptions options)
    {
        // The knots on the rim lie inside the path: a knot is on a whole millisecond, and an impact need not be.
        long[] breaks = [.. path.Breaks.Select(s => (long)Math.Round(s * 1000))];
        breaks[0] = (long)Math.Ceiling((path.StartSeconds * 1000) - 1e-6);
        breaks[^1] = Math.Max((long)Math.Floor((path.EndSeconds * 1000) + 1e-6), breaks[0] + 1);
        var knots = new List<Knot> { At(path, breaks[0]) };
        for (int i = 1; i < breaks.Length; i++)
        {
            while (knots[^1].TimeMs < breaks[i])
            {
                knots.Add(Farthest(path, knots[^1], breaks[i], options));
            }
        }

        return knots;
    }

    private static Knot Farthest(IObjectPath path, Knot from, long limit, KnotOptions options)
    {
        long most = Math.Min(limit - from.TimeMs, (long)(options.LongestSpanSeconds * 1000));
        long least = Math.Min(most, (long)(options.ProbeSeconds * 1000));
        long good = most;
        long bad = most + 1;
        // Down by halving, then between by halving again. From below it would not do: over a short span the rounded positions make a
        // worse velocity than over a long one. Whatever the errors, a span as short as the probes' distance is taken.
        while (good > least && !Bears(path, from, good, options))
        {
            bad = good;
            good = Math.Max(least, good / 2);
        }

        while (bad - good > Math.Max(1, good / 50))
        {
            long middle = (good + bad) / 2;
            (good, bad) = Bears(path, from, middle, options) ? (middle, bad) : (good, middle);
        }

        // A last stub of a few milliseconds would make the velocity between coarse knots meaningless: share the rest in two.
        long rest = limit - from.TimeMs - good;
        return At(path, from.TimeMs + (rest > 0 && rest < good / 2 ? (good + rest) / 2 : good));
    }

    private static bool Bears(IObjectPath path, Knot from, long spanMs, KnotOptions options)
    {
        Knot to = At(path, from.TimeMs + spanMs);
        double span = spanMs * 1e-3;
        int probes = Math.Max(FewestProbes, (int)Math.Ceiling(span / options.ProbeSeconds));
        for (int i = 1; i < probes; i++)
        {
            double share = (double)i / probes;
            (Vector3 position, Vector3 velocity) = Hermite.At(share, span, from.Position, from.Velocity, to.Position, to.Velocity);
            ObjectState truth = path.StateAt((from.TimeMs * 1e-3) + (share * span));
            if ((position - truth.PositionMeters).Length > options.PositionErrorMeters
                || (velocity - truth.VelocityMetersPerSecond).Length > options.VelocityErrorMetersPerSecond)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The knot as the boards will know it.</summary>
    private static Knot At(IObjectPath path, long timeMs)
    {
        ObjectState state = path.StateAt(Clamped(path, timeMs));
        return new Knot(timeMs, Rounded(state.PositionMeters, 10), Rounded(state.VelocityMetersPerSecond, 100));
    }

    private static double Clamped(IObjectPath path, long timeMs) => Math.Clamp(timeMs * 1e-3, path.StartSeconds, path.EndSeconds);

    private static Vector3 Rounded(Vector3 v, double perUnit) =>
        new(Math.Round(v.X * perUnit) / perUnit, Math.Round(v.Y * perUnit) / perUnit, Math.Round(v.Z * perUnit) / perUnit);

    private readonly record struct Knot(long TimeMs, Vector3 Position, Vector3 Velocity);
}
