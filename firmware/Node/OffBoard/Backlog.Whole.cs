namespace JointWatch.Firmware.Sending
{
    /// <content>Messages that lie at a buffer's start.</content>
    public sealed partial class Backlog
    {
        /// <summary>Takes a copy of a message at the start of a buffer, and drops the oldest ones as far as it must.</summary>
        public void Add(byte[] buffer, int length)
        {
            Add(buffer, 0, length);
        }
    }
}
