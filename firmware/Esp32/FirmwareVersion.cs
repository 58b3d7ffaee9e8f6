namespace JointWatch.Firmware.Esp32
{
    /// <summary>What the firmware calls itself, on the console and in the birth.</summary>
    public static class FirmwareVersion
    {
        public const string Text = "JointWatch 0.1.0";
    }
}
