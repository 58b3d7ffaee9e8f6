namespace System.Threading
{
    // Of the assembly System.Threading.
    public readonly struct CancellationToken { }

    public class CancellationTokenSource
    {
        public CancellationTokenSource(int millisecondsDelay) => throw null!;
        public CancellationToken Token => throw null!;
    }
}

namespace System.Net.NetworkInformation
{
    public enum NetworkInterfaceType
    {
        Unknown = 1,
        Ethernet = 6,
        Wireless80211 = 71,
        WirelessAP = 72,
    }

    public class NetworkInterface
    {
        protected NetworkInterface() => throw null!;
        public static NetworkInterface[] GetAllNetworkInterfaces() => throw null!;
        public string IPv4Address => throw null!;
        public NetworkInterfaceType NetworkInterfaceType => throw null!;
    }

    public class Wireless80211Configuration
    {
        protected Wireless80211Configuration() => throw null!;
        public static Wireless80211Configuration[] GetAllWireless80211Configurations() => throw null!;
        public string Password => throw null!;
        public string Ssid => throw null!;
    }
}

namespace System.Security.Cryptography.X509Certificates
{
    public class X509Certificate
    {
        public X509Certificate() => throw null!;
        public X509Certificate(byte[] certificate) => throw null!;
    }

    public class X509Certificate2 : X509Certificate
    {
        public X509Certificate2(byte[] rawData, byte[] key, string password) => throw null!;
    }
}

namespace System.Device.Wifi
{
    public enum WifiReconnectionKind
    {
        Automatic = 0,
        Manual = 1,
    }
}

namespace nanoFramework.Networking
{
    using System.Device.Wifi;
    using System.Threading;

    public static class WifiNetworkHelper
    {
        public static bool ConnectDhcp(
            string ssid, string password, WifiReconnectionKind reconnectionKind, bool requiresDateTime, int wifiAdapterId, CancellationToken token) => throw null!;

        public static bool Reconnect(bool requiresDateTime, int wifiAdapterId, CancellationToken token) => throw null!;
    }

    public class Sntp
    {
        public static string Server1 { get => throw null!; set => throw null!; }
        public static void Stop() => throw null!;
        public static void UpdateNow() => throw null!;
    }
}
