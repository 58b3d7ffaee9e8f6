namespace nanoFramework.Runtime.Native
{
    public enum RebootOption
    {
        NormalReboot = 0,
        EnterNanoBooter = 1,
        ClrOnly = 2,
        EnterProprietaryBooter = 8,
    }

    public class Power
    {
        public static void RebootDevice(RebootOption rebootOption) => throw null!;
    }

    public static class GC
    {
        public static uint Run(bool compactHeap) => throw null!;
    }

    public static class SystemInfo
    {
        public static string TargetName => throw null!;
    }

    public static class Rtc
    {
        public static bool SetSystemTime(System.DateTime time) => throw null!;
    }
}

namespace nanoFramework.Hardware.Esp32
{
    public class NativeMemory
    {
        public enum MemoryType
        {
            All = 0,
            Internal = 1,
            SpiRam = 2,
        }

        public static void GetMemoryInfo(MemoryType memoryType, out uint totalSize, out uint totalFreeSize, out uint largestFreeBlock) => throw null!;
    }
}
