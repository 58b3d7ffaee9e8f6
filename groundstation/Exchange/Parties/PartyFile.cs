using System.Globalization;
using JointWatch.Contract;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;

namespace JointWatch.Exchange.Parties;

/// <summary>Reads a party's own file: one table <c>[party]</c>, and a <c>[[sensor]]</c> for each sensor. Paths are relative to the file.</summary>
public static class PartyFile
{
    /// <summary>A longer file is none that a person wrote.</summary>
    internal const int LargestBytes = 1_000_000;

    internal const int MostSensors = 64;

    private static readonly Dictionary<string, PartySensorKind> Kinds = new(StringComparer.Ordinal)
    {
        ["radar"] = PartySensorKind.Radar,
        ["infrared"] = PartySensorKind.Infrared,
    };

    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong.</exception>
    public static Party Read(string path) => Parse(InputFile.ReadText(path, LargestBytes), path);

    /// <param name="source">The file's path, for messages and for relative paths in it.</param>
    /// <exception cref="InvalidInputException">Something in it is wrong.</exception>
    public static Party Parse(string text, string source)
    {
        Tables tables = Tables.Of(text, source, ["party"], ["sensor"]);
        TomlReader head = tables.One("party");
        PartyId id = PartyId.TryParse(head.Text("name", PartyId.Expected, Topics.IsParty))!.Value;
        string folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        string key = Path.GetFullPath(head.Text("keyFile", 1000), folder);
        string? policy = head.Has("policy") ? Path.GetFullPath(head.Text("policy", 1000), folder) : null;
        string? station = head.Has("station") ? head.Text("station", "host:port", IsAddress) : null;
        head.RefuseTheRest();
        var sensors = new List<PartySensor>();
        foreach (TomlReader sensor in tables.All("sensor", MostSensors))
        {
            string name = sensor.Text("name", PartyId.ExpectedName, Topics.IsName);
            var read = new PartySensor(name, sensor.Choice("kind", Kinds));
            sensor.RefuseTheRest();
            sensors.Add(sensors.Exists(s => s.Name == name) ? throw sensor.Refused("name", "a name that no other sensor has") : read);
        }

        return new Party(id, key, policy, station, sensors);
    }

    private static bool IsAddress(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon > 0
            && Uri.CheckHostName(text[..colon].Trim('[', ']')) != UriHostNameType.Unknown
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65_535;
    }
}
