using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Tests.Bench;

/// <summary>Files in memory, and a power supply that fails after so many more bytes have been written.</summary>
internal sealed class FakeFlash : IFlash
{
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>How many bytes go in before power fails; -1: it does not.</summary>
    public int BytesToPowerCut { get; set; } = -1;

    public bool TakesWrites { get; set; } = true;

    public int Writes { get; private set; }

    public byte[]? Read(string name) => Files.TryGetValue(name, out byte[]? content) ? [.. content] : null;

    public bool Write(string name, byte[] buffer, int length)
    {
        if (!TakesWrites)
        {
            return false;
        }

        Writes++;
        if (BytesToPowerCut >= 0 && BytesToPowerCut < length)
        {
            Files[name] = buffer[..BytesToPowerCut];
            throw new PowerCutException();
        }

        BytesToPowerCut -= BytesToPowerCut < 0 ? 0 : length;
        Files[name] = buffer[..length];
        return true;
    }

    public void Delete(string name) => Files.Remove(name);

    public string[] Names(string beginning) => [.. Files.Keys.Where(n => n.StartsWith(beginning, StringComparison.Ordinal))];

    /// <summary>Power is back.</summary>
    public void Restore() => BytesToPowerCut = -1;
}

/// <summary>Power has failed: nothing behind this place is carried out.</summary>
internal sealed class PowerCutException : Exception;
