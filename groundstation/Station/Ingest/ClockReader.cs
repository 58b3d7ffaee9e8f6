using JointWatch.Contract;
using JointWatch.Contract.Messages;

namespace JointWatch.Station.Ingest;

/// <summary>Reads <c>clock</c> of contract.cddl.</summary>
internal static class ClockReader
{
    /// <summary>The latest instant that is believed, microseconds: 2100-01-01T00:00:00Z.</summary>
    public const ulong LastInstant = 4_102_444_800_000_000;

    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static ClockMessage Read(ReadOnlyMemory<byte> payload)
    {
        var clock = new ClockMessage();
        WireMap.Read(
            payload,
            clock,
            static (map, key, c) =>
            {
                switch (key)
                {
                    case 1: c.Run = (uint)map.Integer("run", Limit.Run); return true;
                    case 2: c.State = (ExerciseState)map.Integer("state", Limit.ExerciseState); return true;
                    case 3: c.UtcUs = map.Unsigned("utc", LastInstant); return true;
                    case 4: c.ExerciseUs = map.Unsigned("exercise", LastInstant); return true;
                    case 5: c.RateMilli = (uint)map.Integer("rate", Limit.RateMilli); return true;
                    case 6: c.StartUs = map.Unsigned("start", LastInstant); return true;
                    case 7: c.Objects = (uint)map.Integer("objects", Limit.Objects); return true;
                    default: return false;
                }
            }).Require([(1, "run"), (2, "state"), (3, "utc"), (4, "exercise"), (5, "rate"), (6, "start"), (7, "objects")]);
        return clock;
    }
}
