using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Writes a <c>health</c> of contract.cddl.</content>
    public static partial class MessageEncoder
    {
        public static int Write(HealthMessage m, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            bool heap = m.FreeHeapBytes >= 0;
            bool signal = m.SignalDbm <= 0;
            bool block = m.LargestBlockBytes >= 0;
            bool clock = m.ClockState != ClockState.Unknown;
            bool reason = m.BootReason != BootReason.Unknown;
            writer.Map(8 + (heap ? 1 : 0) + (signal ? 1 : 0) + (block ? 1 : 0) + (clock ? 1 : 0) + (m.DriftKnown ? 1 : 0) + (reason ? 1 : 0));
            writer.Key(1);
            writer.Integer(Limit.Boot, m.Boot);
            writer.Key(2);
            writer.Unsigned(m.UptimeMs);
            writer.Key(3);
            writer.Unsigned(m.Scans);
            writer.Key(4);
            writer.Unsigned(m.ReportsSent);
            writer.Key(5);
            writer.Integer(Limit.ReportsWaiting, m.ReportsWaiting);
            writer.Key(6);
            writer.Unsigned(m.ReportsDropped);
            writer.Key(7);
            writer.Integer(Limit.Reconnects, m.Reconnects);
            writer.Key(8);
            writer.Integer(Limit.ClockSigmaUs, m.ClockSigmaUs);
            if (heap)
            {
                writer.Key(9);
                writer.Integer(Limit.FreeHeapBytes, m.FreeHeapBytes);
            }

            if (signal)
            {
                writer.Key(10);
                writer.Integer(Limit.SignalDbm, m.SignalDbm);
            }

            if (block)
            {
                writer.Key(11);
                writer.Integer(Limit.LargestBlockBytes, m.LargestBlockBytes);
            }

            if (clock)
            {
                writer.Key(12);
                writer.Integer(Limit.ClockState, (int)m.ClockState);
            }

            if (m.DriftKnown)
            {
                writer.Key(13);
                writer.Integer(Limit.DriftPpb, m.DriftPpb);
            }

            if (reason)
            {
                writer.Key(14);
                writer.Integer(Limit.BootReason, (int)m.BootReason);
            }

            return writer.Length;
        }
    }
}
