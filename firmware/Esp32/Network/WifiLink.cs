using System;
using System.Net.NetworkInformation;
using System.Threading;
using nanoFramework.Networking;
using System.Device.Wifi;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>
    /// The Wi-Fi, with the network's name and password as they lie in the device's configuration. The native driver connects and reconnects by
    /// itself where the configuration says so; it is told to only where it does not.
    /// </summary>
    public sealed class WifiLink
    {
        private const int WaitMs = 20_000;

        /// <summary>The helper's Connect writes the configuration to flash each time, changed or not.</summary>
        private const int ConnectEveryMs = 600_000;

        private long _connectedMs = long.MinValue;

        /// <summary>Gets whether there is an address.</summary>
        public static bool IsUp => Address() != null;

        /// <summary>The address, or null.</summary>
        public static string? Address()
        {
            NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
            for (int i = 0; i < all.Length; i++)
            {
                string? address = all[i].NetworkInterfaceType == NetworkInterfaceType.Wireless80211 ? all[i].IPv4Address : null;
                if (address != null && address.Length > 0 && address[0] != '0')
                {
                    return address;
                }
            }

            return null;
        }

        /// <summary>Waits for an address, and connects where waiting was in vain.</summary>
        /// <returns>Null, or why there is none.</returns>
        public string? Ensure(Beats beats)
        {
            if (IsUp)
            {
                return null;
            }

            Wireless80211Configuration[] configurations = Wireless80211Configuration.GetAllWireless80211Configurations();
            if (configurations.Length == 0 || configurations[0].Ssid == null || configurations[0].Ssid.Length == 0)
            {
                return "no network in the device's configuration; flash it with one";
            }

            if (WifiNetworkHelper.Reconnect(false, 0, new CancellationTokenSource(WaitMs).Token))
            {
                return null;
            }

            string ssid = configurations[0].Ssid;
            long now = Environment.TickCount64;
            if (_connectedMs == long.MinValue || now - _connectedMs >= ConnectEveryMs)
            {
                _connectedMs = now;
                beats.Beat(Beats.Link);
                CancellationToken token = new CancellationTokenSource(WaitMs).Token;
                if (WifiNetworkHelper.ConnectDhcp(ssid, configurations[0].Password, WifiReconnectionKind.Automatic, false, 0, token))
                {
                    return null;
                }
            }

            return "no address from " + ssid + " within " + (WaitMs / 1000).ToString() + " s";
        }
    }
}
