using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary><c>health</c> in contract.cddl.</summary>
    internal static class HealthCodec
    {
        public static void Write(ref CborWriter writer, HealthMessage m)
        {
            bool heap = m.FreeHeapBytes >= 0;
            bool signal = m.SignalDbm <= 0;
            bool block = m.LargestBlockBytes >= 0;
            bool clock = m.ClockState != ClockState.Unknown;
            bool reason = m.BootReason != BootReason.Unknown;
            writer.Map(8 + (heap ? 1 : 0) + (signal ? 1 : 0) + (block ? 1 : 0) + (clock ? 1 : 0) + (m.DriftKnown ? 1 : 0) + (reason ? 1 : 0));
            writer.Key(1);
            writer.Integer(Limits.Boot, m.Boot);
            writer.Key(2);
            writer.Unsigned(m.UptimeMs);
            writer.Key(3);
            writer.Unsigned(m.Scans);
            writer.Key(4);
            writer.Unsigned(m.ReportsSent);
            writer.Key(5);
            writer.Integer(Limits.ReportsWaiting, m.ReportsWaiting);
            writer.Key(6);
            writer.Unsigned(m.ReportsDropped);
            writer.Key(7);
            writer.Integer(Limits.Reconnects, m.Reconnects);
            writer.Key(8);
            writer.Integer(Limits.ClockSigmaUs, m.ClockSigmaUs);
            if (heap)
            {
                writer.Key(9);
                writer.Integer(Limits.FreeHeapBytes, m.FreeHeapBytes);
            }

            if (signal)
            {
                writer.Key(10);
                writer.Integer(Limits.SignalDbm, m.SignalDbm);
            }

            if (block)
            {
                writer.Key(11);
                writer.Integer(Limits.LargestBlockBytes, m.LargestBlockBytes);
            }

            if (clock)
            {
                writer.Key(12);
                writer.Integer(Limits.ClockState, (int)m.ClockState);
            }

            if (m.DriftKnown)
            {
                writer.Key(13);
                writer.Integer(Limits.DriftPpb, m.DriftPpb);
            }

            if (reason)
            {
                writer.Key(14);
                writer.Integer(Limits.BootReason, (int)m.BootReason);
            }
        }

        public static HealthMessage Read(CborReader reader)
        {
            HealthMessage m = new HealthMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.Boot = (uint)reader.ReadInteger(Limits.Boot); break;
                    case 2: m.UptimeMs = reader.ReadUnsigned("uptime"); break;
                    case 3: m.Scans = reader.ReadUnsigned("scans"); break;
                    case 4: m.ReportsSent = reader.ReadUnsigned("reportsSent"); break;
                    case 5: m.ReportsWaiting = (uint)reader.ReadInteger(Limits.ReportsWaiting); break;
                    case 6: m.ReportsDropped = reader.ReadUnsigned("reportsDropped"); break;
                    case 7: m.Reconnects = (uint)reader.ReadInteger(Limits.Reconnects); break;
                    case 8: m.ClockSigmaUs = (uint)reader.ReadInteger(Limits.ClockSigmaUs); break;
                    case 9: m.FreeHeapBytes = reader.ReadInteger(Limits.FreeHeapBytes); break;
                    case 10: m.SignalDbm = (int)reader.ReadInteger(Limits.SignalDbm); break;
                    case 11: m.LargestBlockBytes = reader.ReadInteger(Limits.LargestBlockBytes); break;
                    case 12: m.ClockState = (ClockState)reader.ReadInteger(Limits.ClockState); break;
                    case 13: m.DriftPpb = (int)reader.ReadInteger(Limits.DriftPpb); break;
                    case 14: m.BootReason = (BootReason)reader.ReadInteger(Limits.BootReason); break;
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
