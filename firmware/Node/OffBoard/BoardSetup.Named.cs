namespace JointWatch.Firmware.SetUp
{
    /// <content>The texts one by one.</content>
    public sealed partial class BoardSetup
    {
        /// <summary>Gets the party's name, "" where the file has none that is right.</summary>
        public string Party => Texts[SetupTable.Party] ?? "";

        /// <summary>Gets the node's name, "" where the file has none that is right.</summary>
        public string Name => Texts[SetupTable.Node] ?? "";

        /// <summary>Gets the broker's host name or address, "" where the file has none.</summary>
        public string Broker => Texts[SetupTable.Broker] ?? "";

        /// <summary>Gets the file with the certificate of the broker's authority, or null: the device's own store.</summary>
        public string? CaFile => Texts[SetupTable.CaFile];

        /// <summary>Gets the file with the board's certificate, or null: none, or the one in the device's store.</summary>
        public string? CertificateFile => Texts[SetupTable.CertificateFile];

        /// <summary>Gets the file with the private key to <see cref="CertificateFile"/>.</summary>
        public string? PrivateKeyFile => Texts[SetupTable.PrivateKeyFile];

        /// <summary>Gets the user name for the broker, or null.</summary>
        public string? User => Texts[SetupTable.User];

        /// <summary>Gets the password for the broker, or null.</summary>
        public string? Password => Texts[SetupTable.Password];

        /// <summary>Gets the file with the node's key, or null: what it sends is not sealed.</summary>
        public string? KeyFile => Texts[SetupTable.KeyFile];

        /// <summary>Gets the time server, or null: the firmware's own choice.</summary>
        public string? TimeServer => Texts[SetupTable.TimeServer];

        /// <summary>Gets which board this is, for its pins, or null: as the firmware on it says.</summary>
        public string? Board => Texts[SetupTable.Board];
    }
}
