namespace JointWatch.Flash.Asking;

/// <summary>Something that can be given on the command line.</summary>
/// <param name="Name">Without the two dashes.</param>
/// <param name="Value">How the value is called in the help; null for a switch.</param>
/// <param name="Expected">What a value must be, as an error says it.</param>
/// <param name="Usual">The value where none is given; null: it is asked for, or missing.</param>
public sealed record Option(string Name, string? Value, string Help, string Expected = "", string? Usual = null)
{
    /// <summary>Where the application's build puts its image, below the repository.</summary>
    public const string UsualImage = "firmware/Esp32/bin/nano/Release/JointWatch.Esp32.bin";

    public static readonly Option Target = new("target", "TARGET", "the board's nanoFramework target", "ESP32_REV3, ESP32_PSRAM_REV3, ESP32_S3_QUAD or ESP32_C3");
    public static readonly Option SerialPort = new("serial-port", "PORT", "where the board is plugged in; nanoff --listports lists them", "the name of a port, such as /dev/ttyUSB0, /dev/cu.usbserial-0001 or COM5");
    public static readonly Option Wifi = new("wifi", "NAME", "the Wi-Fi network (2.4 GHz)", "the network's name, 1 to 32 bytes");
    public static readonly Option Open = new("open", null, "the network has no password");
    public static readonly Option Broker = new("broker", "HOST", "where the station runs", "a host name or an address of up to 64 characters as the board sees it, so not localhost");
    public static readonly Option Port = new("port", "PORT", "the broker's port (1883; with --ca 8883)", "1 to 65535");
    public static readonly Option Ca = new("ca", "FILE", "the CA certificate, PEM, that the broker is checked with: this turns TLS on", "a PEM file with at least one certificate");
    public static readonly Option Node = new("node", "PARTY/NODE", "the node's name", "two names of 1 to 32 of a-z, 0-9 and '-', such as north/radar-1; no party is called exercise or station");
    public static readonly Option Sensor = new("sensor", "KIND", "what it plays", "radar or infrared");
    public static readonly Option Place = new("place", "LAT,LON,HEIGHT", "where it stands, WGS-84: degrees north, degrees east, metres", "three numbers, -90..90, -180..180 and -1000..100000, such as 60.17,24.94,30");
    public static readonly Option Data = new("data", "DIR", "the station's data folder, where the register of nodes is kept", "a folder", "jointwatch-data");
    public static readonly Option Image = new("image", "FILE", "the application", "a deployment image", UsualImage + " in the repository");
    public static readonly Option FwVersion = new("fwversion", "VERSION", "nanoFramework's firmware (the newest that nanoff lists of the series in firmware.json)", "four numbers with points between them");
    public static readonly Option Replace = new("replace", null, "the node is enrolled already: give it a new key, the old one is worth nothing then");
    public static readonly Option DryRun = new("dry-run", null, "show commands and files, do nothing; needs neither nanoff nor board nor station");
    public static readonly Option Help_ = new("help", null, "show this");

    public static readonly IReadOnlyList<Option> All =
    [
        Target, SerialPort, Wifi, Open, Broker, Port, Ca, Node, Sensor, Place, Data, Image, FwVersion, Replace, DryRun, Help_,
    ];
}
