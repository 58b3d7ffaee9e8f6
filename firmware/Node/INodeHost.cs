namespace JointWatch.Firmware
{
    /// <summary>The board around a node.</summary>
    public interface INodeHost
    {
        /// <summary>Gets free heap in bytes; negative where the board cannot tell.</summary>
        long FreeHeapBytes { get; }

        /// <summary>Gets the largest piece of memory in one, bytes; negative where the board cannot tell.</summary>
        long LargestBlockBytes { get; }

        /// <summary>Gets the radio's received signal strength in dBm; positive where the board cannot tell.</summary>
        int SignalDbm { get; }

        /// <summary>Shows which board this is, by its lamp for example.</summary>
        void Identify();

        /// <summary>
        /// Checks a new set-up and keeps it beside the one in use, to be tried at the next start; the node reboots once its answer has gone out.
        /// </summary>
        /// <returns>Null, or why it is refused: the field, its value and what was expected; the answer has room for 64 characters of it.</returns>
        string? StageSetUp(string json);

        /// <summary>The station warns, or no longer does. Said once for each change that arrives, and at each connect.</summary>
        /// <param name="warningsInForce">How many warnings are in force; 0: silence.</param>
        void Alarm(uint warningsInForce);

        /// <summary>Starts the board anew. The answer to the command has been confirmed by then, or has been tried long enough.</summary>
        void Reboot();
    }
}
