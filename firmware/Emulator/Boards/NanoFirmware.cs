extern alias nano;

namespace JointWatch.Emulation;

/// <summary>The firmware of firmware/Esp32, compiled for the emulator.</summary>
public static class NanoFirmware
{
    /// <summary>Gets the firmware's entry point: what a virtual board runs.</summary>
    public static Action Main => nano::JointWatch.Firmware.Esp32.Program.Main;
}
