using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Reads a <c>health</c> of contract.cddl.</summary>
    internal static class HealthDecoding
    {
        public static HealthMessage Read(CborReader reader)
        {
            HealthMessage m = new HealthMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.Boot = (uint)reader.ReadInteger(Limit.Boot); break;
                    case 2: m.UptimeMs = reader.ReadUnsigned("uptime"); break;
                    case 3: m.Scans = reader.ReadUnsigned("scans"); break;
                    case 4: m.ReportsSent = reader.ReadUnsigned("reportsSent"); break;
                    case 5: m.ReportsWaiting = (uint)reader.ReadInteger(Limit.ReportsWaiting); break;
                    case 6: m.ReportsDropped = reader.ReadUnsigned("reportsDropped"); break;
                    case 7: m.Reconnects = (uint)reader.ReadInteger(Limit.Reconnects); break;
                    case 8: m.ClockSigmaUs = (uint)reader.ReadInteger(Limit.ClockSigmaUs); break;
                    case 9: m.FreeHeapBytes = reader.ReadInteger(Limit.FreeHeapBytes); break;
                    case 10: m.SignalDbm = (int)reader.ReadInteger(Limit.SignalDbm); break;
                    case 11: m.LargestBlockBytes = reader.ReadInteger(Limit.LargestBlockBytes); break;
                    case 12: m.ClockState = (ClockState)reader.ReadInteger(Limit.ClockState); break;
                    case 13: m.DriftPpb = (int)reader.ReadInteger(Limit.DriftPpb); break;
                    case 14: m.BootReason = (BootReason)reader.ReadInteger(Limit.BootReason); break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "boot");
            reader.Require(2, "uptime");
            reader.Require(3, "scans");
            reader.Require(4, "reportsSent");
            reader.Require(5, "reportsWaiting");
            reader.Require(6, "reportsDropped");
            reader.Require(7, "reconnects");
            reader.Require(8, "clockSigma");
            m.DriftKnown = reader.Has(13);
            return m;
        }
    }
}
