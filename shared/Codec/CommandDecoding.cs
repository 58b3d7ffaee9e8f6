using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Reads a <c>command</c> of contract.cddl.</content>
    public static partial class MessageDecoder
    {
        public static CommandMessage ReadCommand(byte[] buffer, int offset, int length)
        {
            CborReader reader = new CborReader(buffer, offset, length);
            Name(reader, "number,verb,scanPeriod,boot,setUp");
            CommandMessage m = new CommandMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                switch (reader.ReadKey())
                {
                    case 1: m.Number = (uint)reader.ReadInteger(Limit.CommandNumber); break;
                    case 2: m.Verb = (CommandVerb)reader.ReadInteger(Limit.Verb); break;
                    case 3: m.ScanPeriodUs = (uint)reader.ReadInteger(Limit.AskedScanPeriodUs); break;
                    case 4: m.Boot = (uint)reader.ReadInteger(Limit.Boot); break;
                    case 5: m.SetUp = reader.ReadText(Limits.SetUpBytes); break;
                    default: reader.Skip(); break;
                }
            }

            reader.EndMessage(2);
            if (m.Verb == CommandVerb.SetScanPeriod)
            {
                reader.Require(3);
            }

            if (m.Verb == CommandVerb.SetUp)
            {
                reader.Require(5);
                if (m.SetUp == "")
                {
                    Explain("setUp", "empty", "text of 1 to 2000 bytes of UTF-8");
                    throw new ContractException();
                }
            }

            m.ForBoot = reader.Has(4);
            return m;
        }
    }
}
