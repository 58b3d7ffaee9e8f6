using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;

namespace JointWatch.Firmware.Control
{
    /// <summary>
    /// Says which commands are this node's to carry out. With a key: those sealed with it for this node's topic and this boot. Without one: all,
    /// but for those that name another boot.
    /// </summary>
    public sealed class CommandGate
    {
        private readonly byte[] _topic;
        private readonly Sealed? _seal;
        private readonly uint _boot;

        /// <summary>A gate for what comes in on one topic.</summary>
        public CommandGate(string topic, Sealed? seal, uint boot)
        {
            _topic = Topics.Bytes(topic);
            _seal = seal;
            _boot = boot;
        }

        /// <summary>Takes a command apart.</summary>
        /// <param name="buffer">Where it lies.</param>
        /// <param name="offset">Its first byte.</param>
        /// <param name="length">How many bytes it has.</param>
        /// <param name="command">The command, whoever sent it.</param>
        /// <returns>Null where it is to be carried out, or why not, in at most 64 characters.</returns>
        /// <exception cref="ContractException">It is no command.</exception>
        public string? Take(byte[] buffer, int offset, int length, out CommandMessage command)
        {
            bool isSealed = Sealed.Is(buffer, offset, length);
            if (!isSealed)
            {
                command = MessageDecoder.ReadCommand(buffer, offset, length);
                return _seal != null ? "not sealed, and this node has a key" : OldOrNull(command);
            }

            Sealed.Find(buffer, offset, length, out int at, out int count);
            command = MessageDecoder.ReadCommand(buffer, at, count);
            if (_seal == null)
            {
                return "sealed, and this node has no key";
            }

            try
            {
                _seal.Open(_topic, buffer, offset, length, out at, out count);
            }
            catch (ContractException)
            {
                return "not sealed with this node's key for this node's topic";
            }

            return command.ForBoot ? OldOrNull(command) : "sealed without the boot it is for";
        }

        private string? OldOrNull(CommandMessage command)
        {
            return !command.ForBoot || command.Boot == _boot
                ? null
                : "old: for boot " + command.Boot.ToString() + ", this is boot " + _boot.ToString();
        }
    }
}
