using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Takes a state's text apart.</summary>
    public static class StateDecoding
    {
        private const string Expected = "online, offline or fault, the boot counter, and a reason if any, a space between them";

        /// <summary>Takes a state's text apart.</summary>
        /// <exception cref="ContractException">It is none.</exception>
        public static StateMessage Parse(string text)
        {
            StateMessage message = new StateMessage();
            int begin = text.IndexOf(' ') + 1;
            switch (begin == 0 ? "" : text.Substring(0, begin - 1))
            {
                case "online": message.State = NodeState.Online; break;
                case "offline": message.State = NodeState.Offline; break;
                case "fault": message.State = NodeState.Fault; break;
                default: throw Refused(text);
            }

            int end = begin;
            ulong boot = 0;
            while (end < text.Length && text[end] >= '0' && text[end] <= '9' && end - begin < 10)
            {
                boot = (boot * 10) + (ulong)(text[end++] - '0');
            }

            if (end == begin || boot > uint.MaxValue || (end < text.Length && text[end] != ' '))
            {
                throw Refused(text);
            }

            for (int i = end; i < text.Length; i++)
            {
                if (!AsciiText.IsPrintable(text[i]))
                {
                    throw Refused(text);
                }
            }

            message.Boot = (uint)boot;
            message.Reason = end + 1 < text.Length ? text.Substring(end + 1) : null;
            return message;
        }

        private static ContractException Refused(string text)
        {
            return new ContractException("state", "\"" + text + "\"", Expected);
        }
    }
}
