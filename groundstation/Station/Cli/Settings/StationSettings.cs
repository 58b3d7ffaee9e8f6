using JointWatch.Contract;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Cli.Settings;

/// <summary>The settings that <c>demo</c> and <c>run</c> share. Each command makes its own: an option belongs to one command.</summary>
internal static class StationSettings
{
    public const int UsualMqttPort = 1883;

    public const string UsualUrl = "http://127.0.0.1:5080";

    public const string UsualData = "jointwatch-data";

    private const string UsualMqttPortText = "1883";

    /// <summary>What a path of the settings file must be; it is never in the file itself.</summary>
    public static Setting<string> Config() => new(
        "config",
        new SettingText(
            "FILE",
            $"Read settings from this TOML file in place of {SettingsFile.UsualName} in the current directory. An option prevails over the environment, and that over the file.",
            "an existing TOML file",
            OnlyOnCommandLine: true),
        PathReaders.ExistingFile);

    public static Setting<int> MqttPort() => new(
        "mqtt-port",
        new SettingText(
            "PORT",
            "TCP port of the embedded MQTT broker; 0 picks a free one.",
            "a TCP port from 1 to 65535, or 0 for any free one",
            UsualMqttPortText),
        Readers.Port);

    public static Setting<IReadOnlyList<string>> Urls() => new(
        "urls",
        new SettingText(
            "URLS",
            "Where the page is served: http://address:port, several separated by ';'. Port 0 picks a free one; address * serves the whole network.",
            "http://address:port, several separated by ';' (an IP address, localhost or *; port 0 to 65535)",
            UsualUrl),
        Readers.Urls);

    public static Setting<string> Data(string description, string whereUnset) => new(
        "data",
        new SettingText("DIR", description, "a folder", whereUnset),
        PathReaders.Folder);

    public static Setting<string> Node() => new(
        "PARTY/NODE",
        new SettingText("PARTY/NODE", "The node, such as north/radar-1.", NodeId.Expected, Form: SettingForm.Argument, OnlyOnCommandLine: true),
        Readers.OneOf(text => NodeId.TryParse(text) is not null));

    public static Setting<string> Party() => new(
        "party",
        new SettingText(
            "PARTY",
            "Publish warnings in the name of this party.",
            "1 to 32 of a-z, 0-9 and '-', no '-' at either end, and neither 'exercise' nor 'station'",
            "station, for one that several parties share"),
        Readers.OneOf(Topics.IsParty));

    public static Setting<string> Announcements() => new(
        "announcements",
        new SettingText(
            "DIR",
            "Read the .json files of this folder as notifications of launches, at the start and whenever one is new or changed.",
            "an existing folder",
            "none"),
        PathReaders.ExistingFolder);

    public static Setting<bool> Actual() => new(
        "actual",
        new SettingText(
            "",
            "Say of warnings that they are meant in earnest (CAP status Actual). Without it they are marked Test, and those of an exercise are marked Exercise either way.",
            "true or false",
            Form: SettingForm.Flag),
        Readers.Flag);

    public static Setting<BrokerAddress> Broker() => new(
        "broker",
        new SettingText(
            "HOST:PORT",
            "Use this MQTT broker in place of the embedded one.",
            "host:port, with a port from 1 to 65535",
            "the embedded broker"),
        Readers.Broker);
}
