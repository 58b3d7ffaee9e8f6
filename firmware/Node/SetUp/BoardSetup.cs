namespace JointWatch.Firmware.SetUp
{
    /// <summary>What a board is told by its file <c>node.json</c>: the node that it is, and how it finds its broker, the time and its key.</summary>
    public sealed class BoardSetup
    {
        /// <summary>The node; null where the file does not say enough for one.</summary>
        public NodeSetup? Node;

        /// <summary>The party's name, "" where the file has none that is right.</summary>
        public string Party = "";

        /// <summary>The node's name, "" where the file has none that is right.</summary>
        public string Name = "";

        /// <summary>The broker's host name or address, "" where the file has none.</summary>
        public string Broker = "";

        /// <summary>The broker's port: 1..65535.</summary>
        public int Port;

        /// <summary>Whether the link is TLS.</summary>
        public bool Tls;

        /// <summary>The file with the certificate of the broker's authority, or null: the device's own store.</summary>
        public string? CaFile;

        /// <summary>The file with the board's certificate, or null: none, or the one in the device's store.</summary>
        public string? CertificateFile;

        /// <summary>The file with the private key to <see cref="CertificateFile"/>.</summary>
        public string? PrivateKeyFile;

        /// <summary>The user name for the broker, or null.</summary>
        public string? User;

        /// <summary>The password for the broker, or null.</summary>
        public string? Password;

        /// <summary>The file with the node's key, or null: what it sends is not sealed.</summary>
        public string? KeyFile;

        /// <summary>The time server, or null: the firmware's own choice.</summary>
        public string? TimeServer;

        /// <summary>Which board this is, for its pins, or null: as the firmware on it says.</summary>
        public string? Board;

        /// <summary>What is wrong, the first thing, or null: all is well.</summary>
        public string? Problem;

        /// <summary>Gets whether it is enough to connect with, be it only to say what is wrong.</summary>
        public bool CanConnect => Party.Length > 0 && Name.Length > 0 && Broker.Length > 0;
    }
}
