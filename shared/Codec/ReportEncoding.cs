using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Writes a <c>report</c> of contract.cddl, its detections packed.</content>
    public static partial class MessageEncoder
    {
        public static int Write(ReportMessage m, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            if (m.Count < 0 || m.Count > ReportMessage.MaxDetections || m.Count > m.AzimuthUrad.Length)
            {
                throw new ContractException("detections", m.Count.ToString(), "0 to 256, and no more than the message has room for");
            }

            writer.Map(5 + (m.InExercise ? 1 : 0) + (m.Marks > 0 ? 1 : 0) + (m.Test ? 1 : 0));
            writer.Key(1);
            writer.Integer(Limit.Boot, m.Boot);
            writer.Key(2);
            writer.Unsigned(m.Sequence);
            writer.Key(3);
            writer.Unsigned(m.TimeUs);
            writer.Key(4);
            writer.Integer(Limit.ClockSigmaUs, m.ClockSigmaUs);
            if (m.InExercise)
            {
                writer.Key(5);
                writer.Integer(Limit.Run, m.Run);
            }

            writer.Key(7);
            WritePacked(ref writer, m);

            if (m.Marks > 0)
            {
                writer.Key(8);
                writer.Integer(Limit.Marks, m.Marks);
            }

            if (m.Test)
            {
                writer.Key(9);
                writer.Integer(Limit.Test, 1);
            }

            return writer.Length;
        }
    }
}
