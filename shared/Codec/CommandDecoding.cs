using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary>Reads a <c>command</c> of contract.cddl.</summary>
    internal static class CommandDecoding
    {
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
