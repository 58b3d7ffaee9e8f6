using System;
using JointWatch.Firmware.Esp32.Pins;
using JointWatch.Firmware.SetUp;
using nanoFramework.Hardware.Esp32;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>What the node asks of its board.</summary>
    public sealed class BoardHost : INodeHost
    {
        private const int IdentifyMs = 10_000;
        private readonly SetupStore _setups;
        private readonly Buzzer _buzzer;
        private long _identifyUntilMs;

        public BoardHost(SetupStore setups, Buzzer buzzer)
        {
            _setups = setups;
            _buzzer = buzzer;
        }

        /// <summary>Whether the board is to start anew.</summary>
        public bool RebootWanted;

        /// <summary>Gets whether the board is showing itself.</summary>
        public bool Identifying => Environment.TickCount64 < _identifyUntilMs;

        /// <summary>Gets the free bytes of the managed heap, which is where a leak of the firmware shows.</summary>
        public long FreeHeapBytes => nanoFramework.Runtime.Native.GC.Run(false);

        /// <summary>Gets the largest piece of the native heap, where TLS takes its two buffers of 16.7 KB from.</summary>
        public long LargestBlockBytes
        {
            get
            {
                NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out uint total, out uint free, out uint largest);
                return largest;
            }
        }

        /// <summary>Gets 1, that is: not told. nanoFramework gives signal strengths by a scan only, which would interrupt the link.</summary>
        public int SignalDbm => 1;

        /// <summary>Gets whether the board has PSRAM.</summary>
        public static bool HasPsram
        {
            get
            {
                NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.SpiRam, out uint total, out uint free, out uint largest);
                return total > 0;
            }
        }

        /// <inheritdoc/>
        public void Identify()
        {
            _identifyUntilMs = Environment.TickCount64 + IdentifyMs;
        }

        /// <inheritdoc/>
        public string? StageSetUp(string json)
        {
            return _setups.Stage(json);
        }

        /// <inheritdoc/>
        public void Alarm(uint warningsInForce)
        {
            _buzzer.Warn(warningsInForce > 0, Environment.TickCount64);
        }

        /// <inheritdoc/>
        public void Reboot()
        {
            RebootWanted = true;
        }
    }
}
