using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Writes a <c>clock</c> of contract.cddl.</summary>
    internal static class ClockEncoding
    {
        public static void Write(ref CborWriter writer, ClockMessage m)
        {
            writer.Map(7);
            writer.Key(1);
            writer.Integer(Limit.Run, m.Run);
            writer.Key(2);
            writer.Integer(Limit.ExerciseState, (int)m.State);
            writer.Key(3);
            writer.Unsigned(m.UtcUs);
            writer.Key(4);
            writer.Unsigned(m.ExerciseUs);
            writer.Key(5);
            writer.Integer(Limit.RateMilli, m.RateMilli);
            writer.Key(6);
            writer.Unsigned(m.StartUs);
            writer.Key(7);
            writer.Integer(Limit.Objects, m.Objects);
        }
    }
}
