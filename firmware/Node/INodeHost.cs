using JointWatch.Contract.Messages;

namespace JointWatch.Firmware
{
    /// <summary>The board around a node.</summary>
    public interface INodeHost
    {
        /// <summary>Says in a health how much memory is free, and in one piece, and the radio's signal strength; what it cannot tell it leaves.</summary>
        void Tell(HealthMessage health);

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
