namespace JointWatch.Hardware.Tests.Flashing;

/// <summary>
/// What nanoff documents: README.md and nanoFirmwareFlasher.Tool/Options.cs of nanoframework/nanoFirmwareFlasher 2.5.162 (July 2026), sections
/// "Deploy file to device storage", "Deploy Wireless, Wireless Access Point, Ethernet configuration and Certificates", "Wireless Client options".
/// Keys are compared without regard to case, as nanoff does.
/// </summary>
internal static class NanoffDocument
{
    public static readonly string[] Options =
    [
        "--listtargets", "--platform", "--target", "--serialport", "--update", "--masserase", "--fwversion", "--nanodevice", "--devicedetails",
        "--networkdeployment", "--filedeployment", "--deploy", "--image",
    ];

    public static readonly string[] NetworkKeys =
    [
        "SerialPort", "WirelessClient", "WirelessAccessPoint", "Ethernet", "DeviceCertificates", "DeviceCertificatesPath", "CACertificates", "CACertificatesPath",
    ];

    public static readonly string[] WirelessClientKeys =
    [
        "Ssid", "Password", "Authentication", "Encryption", "ConfigurationOption", "RadioType", "DhcpEnabled", "AutomaticDNS", "IPv4Address", "IPv4NetMask",
        "IPv4Gateway", "IPv4DNSAddress1", "IPv4DNSAddress2", "MacAddress",
    ];

    public static readonly string[] Authentication = ["EAP", "PEAP", "WCN", "OPEN", "SHARED", "WEP", "WPA", "WPA2", "NONE"];

    public static readonly string[] Encryption = ["WEP", "WPA", "WPA2", "WPA_PSK", "WPA2_PSK2", "CERTIFICATE", "NONE"];

    public static readonly string[] ConfigurationOption = ["NONE", "DISABLE", "ENABLE", "AUTOCONNECT", "SMARTCONFIG"];

    public static readonly string[] FilesKeys = ["SerialPort", "Files"];

    public static readonly string[] FileKeys = ["DestinationFilePath", "SourceFilePath"];

    /// <summary>As a board prints it for nanoff --devicedetails (form: nanoframework/Home issue 1588).</summary>
    public static IEnumerable<string> Details(string systemNetChecksum = "0x8EFB9944") =>
    [
        "Native Assemblies:",
        "  mscorlib v100.5.0.24, checksum 0x1549C856",
        "  nanoFramework.Runtime.Native v100.0.10.0, checksum 0x0EAE898B",
        "  nanoFramework.Hardware.Esp32 v100.0.10.0, checksum 0x6A20A689",
        "  nanoFramework.Networking.Sntp v100.0.4.4, checksum 0xE2D9BDED",
        "  nanoFramework.System.Collections v100.0.2.0, checksum 0x40DC251F",
        "  nanoFramework.System.Text v100.0.0.1, checksum 0x8E6EB73D",
        "  nanoFramework.Runtime.Events v100.0.8.0, checksum 0x0EAB00C9",
        "  System.Math v100.0.5.5, checksum 0x9F9E2A7E",
        $"  System.Net v100.2.0.14, checksum {systemNetChecksum}",
        "  System.Device.Gpio v100.1.0.6, checksum 0x097E7BC5",
        "  System.Device.Wifi v100.0.6.6, checksum 0xEE721CDA",
        "  System.IO.FileSystem v1.1.0.4, checksum 0x1777E2FE",
    ];

    /// <summary>As nanoff --listtargets prints it (Program.DisplayBoardDetails).</summary>
    public static readonly string[] TargetList =
    [
        "Available targets:", "  ESP32_C3", "    1.17.0.9", "    1.17.0.12", "    1.18.0.3", "  ESP32_REV3", "    1.17.0.31", "    1.16.0.578",
        "  ESP32_PSRAM_REV3", "    1.17.0.32", "  ESP32_S3_QUAD", "    1.17.0.33",
    ];
}
