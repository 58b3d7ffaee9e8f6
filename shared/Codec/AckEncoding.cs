using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Writes a <c>ack</c> of contract.cddl.</content>
    public static partial class MessageEncoder
    {
        public static int Write(AckMessage m, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            writer.Map(m.Reason == null ? 3 : 4);
            writer.Key(1);
            writer.Integer(Limit.Boot, m.Boot);
            writer.Key(2);
            writer.Integer(Limit.CommandNumber, m.Number);
            writer.Key(3);
            writer.Integer(Limit.AckResult, (int)m.Result);
            if (m.Reason != null)
            {
                writer.Key(4);
                writer.Text("reason", m.Reason, Limits.TextBytes);
            }

            return writer.Length;
        }
    }
}
