namespace JointWatch.Firmware.SetUp
{
    /// <summary>What a board is told by its file <c>node.json</c>: the node that it is, and how it finds its broker, the time and its key.</summary>
    public sealed partial class BoardSetup
    {
        /// <summary>The texts that are there and right, by their places in <see cref="SetupTable"/>; null elsewhere.</summary>
        public readonly string?[] Texts = new string?[SetupTable.Tls];

        /// <summary>The party's name and the node's, with a slash between them; null where one of them is not there or not right.</summary>
        public string? FullName;

        /// <summary>The node; null where the file does not say enough for one.</summary>
        public NodeSetup? Node;

        /// <summary>The broker's port: 1..65535.</summary>
        public int Port;

        /// <summary>Whether the link is TLS.</summary>
        public bool Tls;

        /// <summary>What is wrong, the first thing, or null: all is well.</summary>
        public string? Problem;

        /// <summary>Gets whether it is enough to connect with, be it only to say what is wrong.</summary>
        public bool CanConnect => FullName != null && Texts[SetupTable.Broker] != null;
    }
}
