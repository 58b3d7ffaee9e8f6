namespace JointWatch.Firmware.SetUp
{
    /// <summary>What a board is told by its file <c>node.json</c>: the node that it is, and how it finds its broker, the time and its key.</summary>
    public sealed class BoardSetup
    {
        /// <summary>Gets or sets the node; null where the file does not say enough for one.</summary>
        public NodeSetup? Node { get; set; }

        /// <summary>Gets or sets the party's name, "" where the file has none that is right.</summary>
        public string Party { get; set; } = "";

        /// <summary>Gets or sets the node's name, "" where the file has none that is right.</summary>
        public string Name { get; set; } = "";

        /// <summary>Gets or sets the broker's host name or address, "" where the file has none.</summary>
        public string Broker { get; set; } = "";

        /// <summary>Gets or sets the broker's port: 1..65535.</summary>
        public int Port { get; set; }

        /// <summary>Gets or sets whether the link is TLS.</summary>
        public bool Tls { get; set; }

        /// <summary>Gets or sets the file with the certificate of the broker's authority, or null: the device's own store.</summary>
        public string? CaFile { get; set; }

        /// <summary>Gets or sets the file with the board's certificate, or null: none, or the one in the device's store.</summary>
        public string? CertificateFile { get; set; }

        /// <summary>Gets or sets the file with the private key to <see cref="CertificateFile"/>.</summary>
        public string? PrivateKeyFile { get; set; }

        /// <summary>Gets or sets the user name for the broker, or null.</summary>
        public string? User { get; set; }

        /// <summary>Gets or sets the password for the broker, or null.</summary>
        public string? Password { get; set; }

        /// <summary>Gets or sets the file with the node's key, or null: what it sends is not sealed.</summary>
        public string? KeyFile { get; set; }

        /// <summary>Gets or sets the time server, or null: the firmware's own choice.</summary>
        public string? TimeServer { get; set; }

        /// <summary>Gets or sets which board this is, for its pins, or null: as the firmware on it says.</summary>
        public string? Board { get; set; }

        /// <summary>Gets or sets what is wrong, the first thing, or null: all is well.</summary>
        public string? Problem { get; set; }

        /// <summary>Gets whether it is enough to connect with, be it only to say what is wrong.</summary>
        public bool CanConnect => Party.Length > 0 && Name.Length > 0 && Broker.Length > 0;
    }
}
