using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Writes a <c>alarm</c> of contract.cddl.</summary>
    internal static class AlarmEncoding
    {
        public static void Write(ref CborWriter writer, AlarmMessage m)
        {
            writer.Map(2);
            writer.Key(1);
            writer.Unsigned(m.UtcUs);
            writer.Key(2);
            writer.Integer(Limit.Warnings, m.Warnings);
        }
    }
}
