using System;
using JointWatch.Emulation;
using JointWatch.Emulation.Scheduling;

namespace nanoFramework.Runtime.Native
{
    public enum RebootOption
    {
        NormalReboot = 0,
        EnterNanoBooter = 1,
        ClrOnly = 2,
        EnterProprietaryBooter = 8,
    }

    /// <summary>The way out.</summary>
    public static class Power
    {
        /// <summary>Resets the board; does not return.</summary>
        public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot)
        {
            _ = rebootOption;
            BoardRun.Enter("Power.RebootDevice").Board.Reset();
            throw new PowerLostException();
        }

        public static void RebootDevice(int exitCode, RebootOption rebootOption = RebootOption.NormalReboot)
        {
            _ = exitCode;
            RebootDevice(rebootOption);
        }
    }

    /// <summary>The system's clock.</summary>
    public static class Rtc
    {
        public static bool SetSystemTime(DateTime systemTime)
        {
            BoardRun.Enter("Rtc.SetSystemTime").Board.Clock.Set(new DateTimeOffset(systemTime.Ticks, TimeSpan.Zero));
            return true;
        }
    }

    public static class GC
    {
        /// <summary>Gets the free managed heap, bytes.</summary>
        public static uint Run(bool compactHeap)
        {
            _ = compactHeap;
            return BoardRun.Enter("GC.Run").Board.Memory.FreeNow;
        }
    }

    public static class SystemInfo
    {
        public static string TargetName => BoardRun.Enter("SystemInfo.TargetName").Board.Options.Target;

        public static string Platform => "ESP32";

        public static string OEMString => "nanoCLR in the emulator";

        public static Version Version => new(1, 17, 0, 0);
    }
}

namespace nanoFramework.Hardware.Esp32
{
    public static class NativeMemory
    {
        public enum MemoryType
        {
            All,
            Internal,
            SpiRam,
        }

        public static void GetMemoryInfo(MemoryType memoryType, out uint totalSize, out uint totalFree, out uint largestFreeBlock)
        {
            VirtualBoard board = BoardRun.Enter("NativeMemory.GetMemoryInfo").Board;
            bool beside = memoryType == MemoryType.SpiRam;
            totalSize = beside ? board.Options.PsramBytes : board.Memory.HeapBytes;
            totalFree = beside ? board.Options.PsramBytes / 2 : board.Memory.FreeNow;
            largestFreeBlock = beside ? board.Options.PsramBytes / 2 : board.Memory.LargestBlockBytes;
        }
    }

    public static class Sleep
    {
        public enum WakeupCause
        {
            Undefined = 0,
            Ext0 = 2,
            Ext1 = 3,
            Timer = 4,
            TouchPad = 5,
            Ulp = 6,
            Gpio = 7,
            Uart = 8,
        }

        /// <summary>An ESP32 that did not sleep says "undefined": after power and after a reset alike.</summary>
        public static WakeupCause GetWakeupCause()
        {
            BoardRun.Enter("Sleep.GetWakeupCause");
            return WakeupCause.Undefined;
        }
    }
}
