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
            CheckCount(m);
            writer.BeginMap();
            writer.Integer(1, Limit.Boot, m.Boot);
            writer.Unsigned(2, m.Sequence);
            writer.Unsigned(3, m.TimeUs);
            writer.Integer(4, Limit.ClockSigmaUs, m.ClockSigmaUs);
            if (m.InExercise)
            {
                writer.Integer(5, Limit.Run, m.Run);
            }

            writer.Key(7);
            WritePacked(ref writer, m);

            if (m.Marks > 0)
            {
                writer.Integer(8, Limit.Marks, m.Marks);
            }

            if (m.Test)
            {
                writer.Integer(9, Limit.Test, 1);
            }

            return writer.EndMap();
        }

        /// <summary>Refuses a count of detections that cannot be; a board's own reports have none such.</summary>
        static partial void CheckCount(ReportMessage m);
    }
}
