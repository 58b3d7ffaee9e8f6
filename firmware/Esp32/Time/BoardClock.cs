using System;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>The node's clock: the machine's monotonic ticks, and UTC as <see cref="ClockDiscipline"/> derives it from them.</summary>
    public sealed class BoardClock : INodeClock
    {
        private readonly ClockDiscipline _discipline;

        public BoardClock(ClockDiscipline discipline)
        {
            _discipline = discipline;
        }

        /// <inheritdoc/>
        public long MonotonicMs => Environment.TickCount64;

        /// <inheritdoc/>
        public bool UtcKnown => _discipline.Known;

        /// <inheritdoc/>
        public long UtcUs => _discipline.UtcUs(Environment.TickCount64);

        /// <inheritdoc/>
        public uint SigmaUs => _discipline.SigmaUs(Environment.TickCount64);

        /// <inheritdoc/>
        public void Tell(HealthMessage health)
        {
            health.ClockState = _discipline.StateAt(Environment.TickCount64);
            health.DriftKnown = _discipline.DriftKnown;
            health.DriftPpb = _discipline.DriftPpb;
        }
    }
}
