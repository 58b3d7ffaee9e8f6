namespace JointWatch.Firmware
{
    /// <content>Limits for a bench with all the memory in the world, and for a small board on it.</content>
    public sealed partial class NodeOptions
    {
        public NodeOptions()
        {
            QueueBytes = 64 * 1024;
            QueueReports = 1024;
            ReportsInFlight = 16;
            ConnectTimeoutMs = 30_000;
            ScansPerStep = 32;
            DetectionsPerReport = 256;
            ScenarioObjects = 256;
            ScenarioKnots = 32_768;
            MessageBytes = 64 * 1024;
        }

        /// <summary>For a board without PSRAM.</summary>
        public static NodeOptions ForSmallBoard()
        {
            return new NodeOptions(psram: false) { ConnectTimeoutMs = 30_000 };
        }
    }
}
