using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary><c>command</c> in contract.cddl.</summary>
    internal static class CommandCodec
    {
        public static void Write(ref CborWriter writer, CommandMessage m)
        {
            bool period = m.Verb == CommandVerb.SetScanPeriod;
            writer.Map(period ? 3 : 2);
            writer.Key(1);
            writer.Integer(Limits.CommandNumber, m.Number);
            writer.Key(2);
            writer.Integer(Limits.Verb, (int)m.Verb);
            if (period)
            {
                writer.Key(3);
                writer.Integer(Limits.AskedScanPeriodUs, m.ScanPeriodUs);
            }
        }

        public static CommandMessage Read(CborReader reader)
        {
            CommandMessage m = new CommandMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.Number = (uint)reader.ReadInteger(Limits.CommandNumber); break;
                    case 2: m.Verb = (CommandVerb)reader.ReadInteger(Limits.Verb); break;
                    case 3: m.ScanPeriodUs = (uint)reader.ReadInteger(Limits.AskedScanPeriodUs); break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "number");
            reader.Require(2, "verb");
            if (m.Verb == CommandVerb.SetScanPeriod)
            {
                reader.Require(3, "scanPeriod");
            }

            return m;
        }
    }
}
