using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Reads a <c>ack</c> of contract.cddl.</summary>
    internal static class AckDecoding
    {
        public static AckMessage Read(CborReader reader)
        {
            AckMessage m = new AckMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.Boot = (uint)reader.ReadInteger(Limit.Boot); break;
                    case 2: m.Number = (uint)reader.ReadInteger(Limit.CommandNumber); break;
                    case 3: m.Result = (AckResult)reader.ReadInteger(Limit.AckResult); break;
                    case 4: m.Reason = reader.ReadText("reason", Limits.TextBytes); break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "boot");
            reader.Require(2, "number");
            reader.Require(3, "result");
            return m;
        }
    }
}
