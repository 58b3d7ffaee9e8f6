using JointWatch.Contract;

namespace JointWatch.Station.Ingest;

/// <summary>Reads <c>health</c> of contract.cddl.</summary>
internal static class HealthReader
{
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static NodeHealth Read(ReadOnlyMemory<byte> payload)
    {
        var values = new ulong[11];
        WireMap.Read(payload, values, static (map, key, v) => Take(map, key, v)).Require(
        [
            (1, "boot"), (2, "uptime"), (3, "scans"), (4, "reportsSent"), (5, "reportsWaiting"), (6, "reportsDropped"), (7, "reconnects"), (8, "clockSigma"),
        ]);
        return new NodeHealth((uint)values[1], values[2] * 1e-3, (long)values[5], (long)Math.Min(values[6], long.MaxValue), values[8] * 1e-6);
    }

    private static bool Take(WireMap map, int key, ulong[] values)
    {
        switch (key)
        {
            case 1: values[key] = (ulong)map.Integer("boot", Limits.Boot); return true;
            case 2: values[key] = map.Unsigned("uptime"); return true;
            case 3: values[key] = map.Unsigned("scans"); return true;
            case 4: values[key] = map.Unsigned("reportsSent"); return true;
            case 5: values[key] = (ulong)map.Integer("reportsWaiting", Limits.ReportsWaiting); return true;
            case 6: values[key] = map.Unsigned("reportsDropped"); return true;
            case 7: values[key] = (ulong)map.Integer("reconnects", Limits.Reconnects); return true;
            case 8: values[key] = (ulong)map.Integer("clockSigma", Limits.ClockSigmaUs); return true;
            case 9: values[key] = (ulong)map.Integer("freeHeap", Limits.FreeHeapBytes); return true;
            case 10: map.Integer("signal", Limits.SignalDbm); return true;
            case 11: map.Integer("largestBlock", Limits.LargestBlockBytes); return true;
            case 12: map.Integer("clockState", Limits.ClockState); return true;
            case 13: map.Integer("drift", Limits.DriftPpb); return true;
            case 14: map.Integer("bootReason", Limits.BootReason); return true;
            default: return false;
        }
    }
}
