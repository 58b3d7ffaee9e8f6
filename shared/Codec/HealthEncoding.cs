using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary>Writes a <c>health</c> of contract.cddl.</summary>
    internal static class HealthEncoding
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
    }
}
