using JointWatch.Contract;
using JointWatch.Contract.Messages;

namespace JointWatch.Station.Ingest;

/// <summary>Reads <c>ack</c> of contract.cddl.</summary>
internal static class AckReader
{
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static NodeAnswer Read(ReadOnlyMemory<byte> payload)
    {
        var ack = new AckMessage();
        WireMap.Read(
            payload,
            ack,
            static (map, key, a) =>
            {
                switch (key)
                {
                    case 1: a.Boot = (uint)map.Integer("boot", Limit.Boot); return true;
                    case 2: a.Number = (uint)map.Integer("number", Limit.CommandNumber); return true;
                    case 3: a.Result = (AckResult)map.Integer("result", Limit.AckResult); return true;
                    case 4: a.Reason = map.Text("reason", Limits.TextBytes); return true;
                    default: return false;
                }
            }).Require([(1, "boot"), (2, "number"), (3, "result")]);
        return new NodeAnswer(ack.Boot, ack.Number, ack.Result, ack.Reason);
    }
}
