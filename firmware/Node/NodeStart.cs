using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware
{
    /// <summary>How a node starts this time: what its board knows beside the setup.</summary>
    public sealed class NodeStart
    {
        /// <summary>The start of a number.</summary>
        public NodeStart(uint boot)
        {
            Boot = boot;
        }

        /// <summary>The start's number.</summary>
        public readonly uint Boot;

        /// <summary>Why it started.</summary>
        public BootReason Reason;

        /// <summary>What the last crash was, at most 64 characters, or null.</summary>
        public string? Cause;

        /// <summary>Whether the node connects and tells how it is, and does not scan.</summary>
        public bool SafeMode;

        /// <summary>What people should know although the node is online, or null; it stands in the state.</summary>
        public string? Note;

        /// <summary>The node's key of 32 bytes, or null: what it sends is not sealed.</summary>
        public byte[]? Key;

        /// <summary>Where reports go that memory cannot hold, or null: they are dropped. For <see cref="NodeOptions.SpillBytes"/> of it.</summary>
        public IFlash? Flash;
    }
}
