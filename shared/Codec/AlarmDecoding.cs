using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary>Reads a <c>alarm</c> of contract.cddl.</summary>
    internal static class AlarmDecoding
    {
        public static AlarmMessage Read(CborReader reader)
        {
            AlarmMessage m = new AlarmMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.UtcUs = reader.ReadUnsigned("utc"); break;
                    case 2: m.Warnings = (uint)reader.ReadInteger(Limits.Warnings); break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "utc");
            reader.Require(2, "warnings");
            return m;
        }
    }
}
