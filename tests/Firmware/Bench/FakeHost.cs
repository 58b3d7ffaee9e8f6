using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Tests.Bench;

/// <summary>A board that counts what its node asks of it.</summary>
internal sealed class FakeHost : INodeHost
{
    public long FreeHeapBytes { get; set; } = 40_000;

    public long LargestBlockBytes { get; set; } = 20_000;

    public int SignalDbm { get; set; } = -61;

    public int Identified { get; private set; }

    public int Reboots { get; private set; }

    public List<string> SetUps { get; } = [];

    public string? SetUpRefusal { get; set; }

    public List<uint> Alarms { get; } = [];

    public void Tell(HealthMessage health) =>
        (health.FreeHeapBytes, health.LargestBlockBytes, health.SignalDbm) = (FreeHeapBytes, LargestBlockBytes, SignalDbm);

    public string? StageSetUp(string json)
    {
        SetUps.Add(json);
        return SetUpRefusal;
    }

    public void Alarm(uint warningsInForce) => Alarms.Add(warningsInForce);

    public void Identify() => Identified++;

    public void Reboot() => Reboots++;
}
