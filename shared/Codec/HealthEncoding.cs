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
            writer.BeginMap();
            writer.Integer(1, Limit.Boot, m.Boot);
            writer.Unsigned(2, m.UptimeMs);
            writer.Unsigned(3, m.Scans);
            writer.Unsigned(4, m.ReportsSent);
            writer.Integer(5, Limit.ReportsWaiting, m.ReportsWaiting);
            writer.Unsigned(6, m.ReportsDropped);
            writer.Integer(7, Limit.Reconnects, m.Reconnects);
            writer.Integer(8, Limit.ClockSigmaUs, m.ClockSigmaUs);
            if (m.FreeHeapBytes >= 0)
            {
                writer.Integer(9, Limit.FreeHeapBytes, m.FreeHeapBytes);
            }

            if (m.SignalDbm <= 0)
            {
                writer.Integer(10, Limit.SignalDbm, m.SignalDbm);
            }

            if (m.LargestBlockBytes >= 0)
            {
                writer.Integer(11, Limit.LargestBlockBytes, m.LargestBlockBytes);
            }

            if (m.ClockState != ClockState.Unknown)
            {
                writer.Integer(12, Limit.ClockState, (int)m.ClockState);
            }

            if (m.DriftKnown)
            {
                writer.Integer(13, Limit.DriftPpb, m.DriftPpb);
            }

            if (m.BootReason != BootReason.Unknown)
            {
                writer.Integer(14, Limit.BootReason, (int)m.BootReason);
            }

            return writer.EndMap();
        }
    }
}
