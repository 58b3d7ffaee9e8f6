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
            bool setUp = m.Verb == CommandVerb.SetUp;
            writer.Map(2 + (period || setUp ? 1 : 0) + (m.ForBoot ? 1 : 0));
            writer.Key(1);
            writer.Integer(Limits.CommandNumber, m.Number);
            writer.Key(2);
            writer.Integer(Limits.Verb, (int)m.Verb);
            if (period)
            {
                writer.Key(3);
                writer.Integer(Limits.AskedScanPeriodUs, m.ScanPeriodUs);
            }

            if (m.ForBoot)
            {
                writer.Key(4);
                writer.Integer(Limits.Boot, m.Boot);
            }

            if (setUp)
            {
                RequireText(m.SetUp);
                writer.Key(5);
                writer.Text("setUp", m.SetUp!, Limits.SetUpBytes);
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
                    case 4: m.Boot = (uint)reader.ReadInteger(Limits.Boot); break;
                    case 5: m.SetUp = reader.ReadText("setUp", Limits.SetUpBytes); break;
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

            if (m.Verb == CommandVerb.SetUp)
            {
                reader.Require(5, "setUp");
                RequireText(m.SetUp);
            }

            m.ForBoot = reader.Has(4);
            return m;
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
