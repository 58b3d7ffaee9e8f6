using JointWatch.Contract;
using JointWatch.Contract.Messages;

namespace JointWatch.Station.Ingest;

/// <summary>Reads <c>health</c> of contract.cddl.</summary>
internal static class HealthReader
{
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static NodeHealth Read(ReadOnlyMemory<byte> payload)
    {
        var fields = new Fields();
        WireMap.Read(payload, fields, static (map, key, f) => f.Take(map, key)).Require(
        [
            (1, "boot"), (2, "uptime"), (3, "scans"), (4, "reportsSent"), (5, "reportsWaiting"), (6, "reportsDropped"), (7, "reconnects"), (8, "clockSigma"),
        ]);
        return fields.Health;
    }

    private sealed class Fields
    {
        public NodeHealth Health { get; private set; } = new(0, 0, 0, 0, 0);

        public bool Take(WireMap map, int key)
        {
            switch (key)
            {
                case 1: Health = Health with { Boot = (uint)map.Integer("boot", Limit.Boot) }; return true;
                case 2: Health = Health with { UptimeSeconds = map.Unsigned("uptime") * 1e-3 }; return true;
                case 3: map.Unsigned("scans"); return true;
                case 4: map.Unsigned("reportsSent"); return true;
                case 5: Health = Health with { ReportsWaiting = map.Integer("reportsWaiting", Limit.ReportsWaiting) }; return true;
                case 6: Health = Health with { ReportsDropped = (long)Math.Min(map.Unsigned("reportsDropped"), long.MaxValue) }; return true;
                case 7: Health = Health with { Reconnects = map.Integer("reconnects", Limit.Reconnects) }; return true;
                case 8: Health = Health with { ClockSigmaSeconds = map.Integer("clockSigma", Limit.ClockSigmaUs) * 1e-6 }; return true;
                case 9: Health = Health with { FreeHeapBytes = map.Integer("freeHeap", Limit.FreeHeapBytes) }; return true;
                case 10: Health = Health with { SignalDbm = (int)map.Integer("signal", Limit.SignalDbm) }; return true;
                case 11: Health = Health with { LargestBlockBytes = map.Integer("largestBlock", Limit.LargestBlockBytes) }; return true;
                case 12: Health = Health with { Clock = (ClockState)map.Integer("clockState", Limit.ClockState) }; return true;
                case 13: Health = Health with { DriftPpm = map.Integer("drift", Limit.DriftPpb) * 1e-3 }; return true;
                case 14: map.Integer("bootReason", Limit.BootReason); return true;
                default: return false;
            }
        }
    }
}
