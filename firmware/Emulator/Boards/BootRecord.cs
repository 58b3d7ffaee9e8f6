using System.Buffers.Binary;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;

namespace JointWatch.Emulation;

/// <summary>The record in which the firmware counts a board's starts.</summary>
internal static class BootRecord
{
    private const string Name = "boot";

    /// <summary>The number of the start that was counted last; 0 where none was.</summary>
    public static uint Read(IFlash flash) =>
        new TwoSlots(flash, Name).Read() is { Length: >= 4 } record ? BinaryPrimitives.ReadUInt32BigEndian(record) : 0;

    /// <summary>Makes a board that has started so often.</summary>
    public static void Write(IFlash flash, uint boot)
    {
        byte[] record = new byte[7];
        BinaryPrimitives.WriteUInt32BigEndian(record, boot);
        record[4] = (byte)BootReason.Power;
        TwoSlots slots = new(flash, Name);
        slots.Read();
        slots.Write(record, record.Length);
    }
}
