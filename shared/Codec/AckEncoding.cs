using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary>Writes a <c>ack</c> of contract.cddl.</summary>
    internal static class AckEncoding
    {
        public static void Write(ref CborWriter writer, AckMessage m)
        {
            writer.Map(m.Reason == null ? 3 : 4);
            writer.Key(1);
            writer.Integer(Limits.Boot, m.Boot);
            writer.Key(2);
            writer.Integer(Limits.CommandNumber, m.Number);
            writer.Key(3);
            writer.Integer(Limits.AckResult, (int)m.Result);
            if (m.Reason != null)
            {
                writer.Key(4);
                writer.Text("reason", m.Reason, Limits.TextBytes);
            }
        }
    }
}
