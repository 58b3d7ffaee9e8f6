using System;
using System.Threading;
using System.Device.Wifi;
using JointWatch.Emulation;

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
    public enum NetworkHelperStatus
    {
        None,
        Started,
        NetworkIsReady,
        FailedNoNetworkInterface,
        TokenExpiredWaitingIPAddress,
        TokenExpiredWaitingDateTime,
        ErrorConnetingToWiFiWhileScanning,
        ExceptionOccurred,
        Reconnecting,
    }

    /// <summary>nanoFramework's Wi-Fi helper.</summary>
    public static class WifiNetworkHelper
    {
        public static NetworkHelperStatus Status => (NetworkHelperStatus)BoardRun.Enter("WifiNetworkHelper.Status").Wifi.Status;

        public static Exception? HelperException => BoardRun.Enter("WifiNetworkHelper.HelperException").Wifi.Fault;

        public static bool ConnectDhcp(
            string ssid,
            string password,
            WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
            bool requiresDateTime = false,
            int wifiAdapterId = 0,
            CancellationToken token = default)
        {
            _ = reconnectionKind;
            _ = wifiAdapterId;
            return BoardRun.Enter("WifiNetworkHelper.ConnectDhcp").Wifi.Connect(ssid, password, requiresDateTime, () => token.IsCancellationRequested);
        }

        public static bool Reconnect(bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
        {
            _ = wifiAdapterId;
            return BoardRun.Enter("WifiNetworkHelper.Reconnect").Wifi.Reconnect(requiresDateTime, () => token.IsCancellationRequested);
        }

        public static void Disconnect() => BoardRun.Enter("WifiNetworkHelper.Disconnect").Wifi.Disconnect();

        public static void Reset() => BoardRun.Enter("WifiNetworkHelper.Reset").Wifi.Reset();
    }

    /// <summary>nanoFramework's SNTP client.</summary>
    public static class Sntp
    {
        public static bool IsStarted => BoardRun.Enter("Sntp.IsStarted").Sntp.IsStarted;

        public static string Server1
        {
            get => BoardRun.Enter("Sntp.Server1").Sntp[0];
            set => BoardRun.Enter("Sntp.Server1").Sntp[0] = value;
        }

        public static string Server2
        {
            get => BoardRun.Enter("Sntp.Server2").Sntp[1];
            set => BoardRun.Enter("Sntp.Server2").Sntp[1] = value;
        }

        public static void Start() => BoardRun.Enter("Sntp.Start").Sntp.Start();

        public static void Stop() => BoardRun.Enter("Sntp.Stop").Sntp.Stop();

        public static void UpdateNow()
        {
            BoardRun run = BoardRun.Enter("Sntp.UpdateNow");
            run.Sntp.Stop();
            run.Sntp.Start();
        }
    }
}
