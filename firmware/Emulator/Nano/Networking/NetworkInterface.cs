using JointWatch.Emulation;

namespace System.Net.NetworkInformation
{
    public enum NetworkInterfaceType
    {
        Unknown = 1,
        Ethernet = 6,
        Wireless80211 = 71,
        WirelessAP = 72,
    }

    /// <summary>nanoFramework's network interfaces: an ESP32 has its Wi-Fi station.</summary>
    public sealed class NetworkInterface
    {
        private const string NoAddress = "0.0.0.0";
        private readonly BoardRun _run;

        private NetworkInterface(BoardRun run) => _run = run;

        public NetworkInterfaceType NetworkInterfaceType => NetworkInterfaceType.Wireless80211;

        public uint SpecificConfigId => 0;

        public bool IsDhcpEnabled => true;

        public string IPv4Address => _run.Board.Radio.HasAddress ? "192.168.7.23" : NoAddress;

        public string IPv4SubnetMask => _run.Board.Radio.HasAddress ? "255.255.255.0" : NoAddress;

        public string IPv4GatewayAddress => _run.Board.Radio.HasAddress ? "192.168.7.1" : NoAddress;

        public static NetworkInterface[] GetAllNetworkInterfaces() =>
            new[] { new NetworkInterface(BoardRun.Enter("NetworkInterface.GetAllNetworkInterfaces")) };

        public static bool GetIsNetworkAvailable() => BoardRun.Enter("NetworkInterface.GetIsNetworkAvailable").Board.Radio.HasAddress;

        public void EnableDhcp()
        {
            BoardRun.Enter("NetworkInterface.EnableDhcp").Board.Radio.Join();
        }
    }

    /// <summary>The Wi-Fi network that is stored on the board, outside the file system.</summary>
    public sealed class Wireless80211Configuration
    {
        private readonly BoardRun _run;

        private Wireless80211Configuration(BoardRun run)
        {
            _run = run;
            Ssid = run.Board.Radio.StoredSsid;
            Password = run.Board.Radio.StoredPassword;
        }

        [Flags]
        public enum ConfigurationOptions : byte
        {
            None = 0,
            Disable = 1,
            Enable = 2,
            AutoConnect = 4 | Enable,
            SmartConfig = 8 | Enable,
        }

        public uint Id => 0;

        public string Ssid { get; set; }

        public string Password { get; set; }

        public ConfigurationOptions Options { get; set; } = ConfigurationOptions.AutoConnect;

        public static Wireless80211Configuration[] GetAllWireless80211Configurations() =>
            new[] { new Wireless80211Configuration(BoardRun.Enter("Wireless80211Configuration.GetAll")) };

        public void SaveConfiguration()
        {
            BoardRun.Enter("Wireless80211Configuration.SaveConfiguration");
            _run.Board.Radio.Store(Ssid, Password);
        }
    }
}
