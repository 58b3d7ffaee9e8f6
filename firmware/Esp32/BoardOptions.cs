namespace JointWatch.Firmware.Esp32
{
    /// <summary>The node's limits on a board: by its memory, and with the times that its Wi-Fi and TLS take.</summary>
    public static class BoardOptions
    {
        /// <summary>Half of the 256 KB that boards of 4 MB have for files.</summary>
        private const int SpillBytes = 128 * 1024;

        /// <summary>Wi-Fi 40 s at worst, time 8 s, a TLS handshake 10 s, an answer to it 30 s.</summary>
        private const int ConnectTimeoutMs = 90_000;

        /// <summary>The options for the board that this runs on.</summary>
        public static NodeOptions Choose()
        {
            bool psram = BoardHost.HasPsram;
            NodeOptions options = new NodeOptions(psram);
            options.SpillBytes = psram ? 0 : SpillBytes;
            options.ConnectTimeoutMs = ConnectTimeoutMs;
            return options;
        }
    }
}
