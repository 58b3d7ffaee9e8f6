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
            writer.BeginMap();
            writer.Integer(1, Limit.Boot, m.Boot);
            writer.Integer(2, Limit.CommandNumber, m.Number);
            writer.Integer(3, Limit.AckResult, (int)m.Result);
            writer.Text(4, "reason", m.Reason);
            return writer.EndMap();
        }
    }
}
