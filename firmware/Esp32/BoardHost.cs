using System;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.SetUp;
using nanoFramework.Hardware.Esp32;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>What the node asks of its board.</summary>
    public sealed class BoardHost : INodeHost
    {
        /// <summary>Half of the 256 KB that boards of 4 MB have for files; one with PSRAM keeps its reports there.</summary>
        private const int SpillBytes = 128 * 1024;

        /// <summary>Wi-Fi 40 s at worst, time 8 s, a TLS handshake 10 s, an answer to it 30 s.</summary>
        private const int ConnectTimeoutMs = 90_000;

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

        /// <summary>
        /// Tells the free bytes of the managed heap, which is where a leak of the firmware shows, and the largest piece of the native one, where TLS
        /// takes its two buffers of 16.7 KB from. Not the signal: nanoFramework gives strengths by a scan only, which would interrupt the link.
        /// </summary>
        public void Tell(HealthMessage health)
        {
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out uint total, out uint free, out uint largest);
            health.FreeHeapBytes = nanoFramework.Runtime.Native.GC.Run(false);
            health.LargestBlockBytes = largest;
        }

        /// <summary>The node's limits on the board that this runs on: by its memory, and with the times that its Wi-Fi and TLS take.</summary>
        public static NodeOptions Options()
        {
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.SpiRam, out uint total, out uint free, out uint largest);
            return new NodeOptions(psram: total > 0)
            {
                SpillBytes = total > 0 ? 0 : SpillBytes,
                ConnectTimeoutMs = ConnectTimeoutMs,
            };
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
