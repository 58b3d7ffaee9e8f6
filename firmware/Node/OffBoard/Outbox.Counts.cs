namespace JointWatch.Firmware
{
    /// <content>What becomes of the reports, at any time.</content>
    public sealed partial class Outbox
    {
        /// <summary>Gets how many reports wait, in memory and in the flash.</summary>
        public int ReportsWaiting => Reports.Waiting + (_spill == null ? 0 : _spill.Waiting);

        /// <summary>Gets how many reports were dropped for want of room.</summary>
        public long ReportsDropped => Reports.DroppedCount + (_spill == null ? 0 : _spill.DroppedCount);

        /// <summary>Gets how many reports the broker has confirmed.</summary>
        public long ReportsConfirmed => Reports.ConfirmedCount + (_returned == null ? 0 : _returned.ConfirmedCount);
    }
}
