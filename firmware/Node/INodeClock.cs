using JointWatch.Contract.Messages;

namespace JointWatch.Firmware
{
    /// <summary>The time that a node goes by. Periods are measured on the monotonic clock, which no one sets; reports carry UTC.</summary>
    public interface INodeClock
    {
        /// <summary>Gets milliseconds since some fixed instant; never goes back.</summary>
        long MonotonicMs { get; }

        /// <summary>Gets whether UTC has been learnt since the start. A node does not scan before it knows the time.</summary>
        bool UtcKnown { get; }

        /// <summary>Gets microseconds since 1970-01-01T00:00:00Z, without leap seconds.</summary>
        long UtcUs { get; }

        /// <summary>Gets how far <see cref="UtcUs"/> may be off, microseconds, one sigma.</summary>
        uint SigmaUs { get; }

        /// <summary>Says in a health whether UTC was learnt lately, and, if measured, by how much <see cref="MonotonicMs"/> runs fast.</summary>
        void Tell(HealthMessage health);
    }
}
