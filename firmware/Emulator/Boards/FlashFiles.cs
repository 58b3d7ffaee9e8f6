using JointWatch.Emulation.Storage;
using JointWatch.Firmware.Board;

namespace JointWatch.Emulation;

/// <summary>A virtual flash as the firmware's own records see one, from outside the board.</summary>
internal sealed class FlashFiles(VirtualFlash flash) : IFlash
{
    private const string Root = @"I:\";

    public byte[]? Read(string name) => flash.Read(Root + name);

    public bool Write(string name, byte[] buffer, int length)
    {
        flash.Write(Root + name, buffer[..length]);
        return true;
    }

    public void Delete(string name) => flash.Delete(Root + name);

    public string[] Names(string beginning) =>
        [.. flash.Files.Select(f => f[Root.Length..]).Where(f => f.StartsWith(beginning, StringComparison.Ordinal))];
}
