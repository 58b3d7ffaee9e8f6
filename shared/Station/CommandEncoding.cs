using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Writes a <c>command</c> of contract.cddl.</summary>
    internal static class CommandEncoding
    {
        public static void Write(ref CborWriter writer, CommandMessage m)
        {
            bool period = m.Verb == CommandVerb.SetScanPeriod;
            bool setUp = m.Verb == CommandVerb.SetUp;
            writer.Map(2 + (period || setUp ? 1 : 0) + (m.ForBoot ? 1 : 0));
            writer.Key(1);
            writer.Integer(Limit.CommandNumber, m.Number);
            writer.Key(2);
            writer.Integer(Limit.Verb, (int)m.Verb);
            if (period)
            {
                writer.Key(3);
                writer.Integer(Limit.AskedScanPeriodUs, m.ScanPeriodUs);
            }

            if (m.ForBoot)
            {
                writer.Key(4);
                writer.Integer(Limit.Boot, m.Boot);
            }

            if (setUp)
            {
                RequireText(m.SetUp);
                writer.Key(5);
                writer.Text("setUp", m.SetUp!, Limits.SetUpBytes);
            }
        }

        private static void RequireText(string? setUp)
        {
            if (setUp == null || setUp.Length == 0)
            {
                throw new ContractException("setUp", "empty", "text of 1 to 2000 bytes of UTF-8");
            }
        }
    }
}
