namespace JointWatch.Firmware
{
    /// <summary>The board around a node.</summary>
    public interface INodeHost
    {
        /// <summary>Gets free heap in bytes; negative where the board cannot tell.</summary>
        long FreeHeapBytes { get; }

        /// <summary>Gets the radio's received signal strength in dBm; positive where the board cannot tell.</summary>
        int SignalDbm { get; }

        /// <summary>Shows which board this is, by its lamp for example.</summary>
        void Identify();

        /// <summary>Starts the board anew. The answer to the command has been confirmed by then, or has been tried long enough.</summary>
        void Reboot();
    }
}
