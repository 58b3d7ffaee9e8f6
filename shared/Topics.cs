namespace JointWatch.Contract
{
    /// <summary>The topic names of the contract: <c>jointwatch/v1/party/node/kind</c>.</summary>
    public static partial class Topics
    {
        /// <summary>What every topic begins with.</summary>
        public const string Root = "jointwatch/v1/";

        /// <summary>The exercise clock's topic.</summary>
        public const string Clock = "jointwatch/v1/exercise/clock";

        /// <summary>The scenario topics: one below it for each object, <c>0</c>, <c>1</c>, <c>2</c> and so on.</summary>
        public const string ScenarioRoot = "jointwatch/v1/exercise/scenario/";

        /// <summary>What nodes should know of the station's picture: whether any warning is in force.</summary>
        public const string Alarm = "jointwatch/v1/station/alarm";

        /// <summary>The word in the place of the party that belongs to the exercise director; no party may bear it.</summary>
        public const string ExerciseParty = "exercise";

        /// <summary>The word in the place of the party that belongs to the station; no party may bear it.</summary>
        public const string StationParty = "station";

        public const string Birth = "birth";
        public const string State = "state";
        public const string Report = "report";
        public const string Health = "health";
        public const string Command = "command";
        public const string Ack = "ack";

        /// <summary>The longest name of a party or a node, in characters.</summary>
        public const int MaxNameLength = 32;

        /// <summary>A node's topic of one kind; its full name is the party's and its own, with a slash between them.</summary>
        public static string Of(string fullName, string kind)
        {
            return Root + fullName + "/" + kind;
        }

        /// <summary>A topic's bytes, which <see cref="Sealing.Sealed"/> takes: UTF-8, and since topics are ASCII, a byte for each character.</summary>
        public static byte[] Bytes(string topic)
        {
            byte[] bytes = new byte[topic.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)topic[i];
            }

            return bytes;
        }

        /// <summary>Whether a party may be called so: a name that is not kept for the director or the station.</summary>
        public static bool IsParty(string name)
        {
            return IsName(name) && name != ExerciseParty && name != StationParty;
        }

        /// <summary>Whether a party or a node may be called so: 1 to 32 of a-z, 0-9 and '-', no '-' at either end.</summary>
        public static bool IsName(string name)
        {
            if (name.Length == 0 || name.Length > MaxNameLength || name[0] == '-' || name[name.Length - 1] == '-')
            {
                return false;
            }

            for (int i = 0; i < name.Length; i++)
            {
                char c = name[i];
                if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
