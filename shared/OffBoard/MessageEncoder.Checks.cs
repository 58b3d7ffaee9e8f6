using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>A state in one object; and what a board cannot do wrong, and others can.</content>
    public static partial class MessageEncoder
    {
        /// <summary>How many bytes a report of so many detections takes at most.</summary>
        public static int MaxPackedReportBytes(int detections)
        {
            return MaxReportHeadBytes + (detections * MaxDetectionBytes);
        }

        public static int Write(StateMessage message, byte[] buffer)
        {
            return Write(message.State, message.Boot, message.Reason, buffer);
        }

        static partial void CheckCount(ReportMessage m)
        {
            if (m.Count < 0 || m.Count > ReportMessage.MaxDetections || m.Count > m.AzimuthUrad.Length)
            {
                throw new ContractException("detections", m.Count.ToString(), "0 to 256, and no more than the message has room for");
            }
        }

        static partial void CheckFieldOfView(BirthMessage m)
        {
            RequireOrder("elevationMax", m.ElevationMinUrad, m.ElevationMaxUrad, "elevationMin");
            RequireOrder("rangeMax", m.RangeMinDm, m.RangeMaxDm, "rangeMin");
        }

        private static void RequireOrder(string name, long min, long max, string minName)
        {
            if (max < min)
            {
                throw new ContractException("fieldOfView." + name, max.ToString(), "no less than " + minName + ", " + min.ToString());
            }
        }
    }
}
