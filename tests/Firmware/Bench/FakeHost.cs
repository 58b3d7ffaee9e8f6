namespace JointWatch.Firmware.Tests.Bench;

/// <summary>A board that counts what its node asks of it.</summary>
internal sealed class FakeHost : INodeHost
{
    public long FreeHeapBytes { get; set; } = 40_000;

    public int SignalDbm { get; set; } = -61;

    public int Identified { get; private set; }

    public int Reboots { get; private set; }

    public void Identify() => Identified++;

    public void Reboot() => Reboots++;
}
