using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Files;

/// <summary>Reads an <c>[[inject]]</c>. What it names must stand in the scenario.</summary>
internal sealed class InjectReader
{
    private readonly double _duration;
    private readonly IReadOnlyList<string> _parties;
    private readonly IReadOnlyList<BoardSpec> _boards;
    private readonly IReadOnlyList<AnnouncementSpec> _announcements;
    private readonly Dictionary<string, Func<TomlReader, InjectAct>> _kinds;

    public InjectReader(
        double durationSeconds, IReadOnlyList<string> parties, IReadOnlyList<BoardSpec> boards, IReadOnlyList<AnnouncementSpec> announcements)
    {
        _duration = durationSeconds;
        _parties = parties;
        _boards = boards;
        _announcements = announcements;
        _kinds = new(StringComparer.Ordinal)
        {
            ["link-down"] = r => new LinkAct(Party(r), false),
            ["link-up"] = r => new LinkAct(Party(r), true),
            ["board-off"] = r => new BoardSwitchAct(Party(r), Node(r), false),
            ["board-on"] = r => new BoardSwitchAct(Party(r), Node(r), true),
            ["board-lies"] = Lies,
            ["message"] = r => new MessageAct(AnnouncementReader.Known(r, "to", _parties)),
            ["announce"] = Announces,
        };
    }

    public InjectSpec Read(TomlReader reader)
    {
        string name = reader.Text("name", 64);
        double? at = reader.Has("atSeconds") ? reader.Number("atSeconds", 0, _duration, "seconds from the start of the exercise") : null;
        bool auto = reader.Has("auto") ? reader.Flag("auto") : at is not null;
        if (auto && at is null)
        {
            throw reader.Refused("auto", "false for an inject without atSeconds, which is fired by hand");
        }

        InjectAct act = reader.Choice("kind", _kinds)(reader);
        string text = act is MessageAct || reader.Has("text") ? reader.Text("text", 1_000) : "";
        reader.RefuseTheRest();
        return new InjectSpec(name, at, auto, act, text);
    }

    private string Party(TomlReader reader) =>
        reader.Text("party", "one of the scenario's parties: " + string.Join(", ", _parties), _parties.Contains);

    private string Node(TomlReader reader)
    {
        string party = Party(reader);
        return reader.Text("node", $"a board of {party}", node => _boards.Any(b => b.Party == party && b.Node == node));
    }

    private BoardLiesAct Lies(TomlReader reader)
    {
        string party = Party(reader);
        string node = Node(reader);
        double bias = reader.Number("azimuthBiasDegrees", -180, 180, "degrees, added clockwise", 0);
        double offset = reader.Number("clockOffsetSeconds", -3_600, 3_600, "seconds by which the clock is ahead", 0);
        GhostSpec? ghost = reader.Has("ghostLatitudeDegrees") || reader.Has("ghostLongitudeDegrees") || reader.Has("ghostHeightMeters") ? Ghost(reader) : null;
        return bias == 0 && offset == 0 && ghost is null
            ? throw reader.Refused("kind", "a lie: azimuthBiasDegrees or clockOffsetSeconds other than 0, or a ghost with ghostLatitudeDegrees and so on")
            : new BoardLiesAct(party, node, double.DegreesToRadians(bias), offset, ghost);
    }

    private static GhostSpec Ghost(TomlReader reader) => new(
        Geodetic.FromDegrees(
            reader.Number("ghostLatitudeDegrees", -85, 85, "degrees, north positive"),
            reader.Number("ghostLongitudeDegrees", -180, 180, "degrees, east positive"),
            reader.Number("ghostHeightMeters", 0, 1_000_000, "metres above the WGS-84 ellipsoid")),
        double.DegreesToRadians(reader.Number("ghostCourseDegrees", 0, 360, "degrees clockwise from true north")),
        reader.Number("ghostSpeedMetersPerSecond", 0, 8_000, "metres a second over ground"));

    private AnnounceAct Announces(TomlReader reader)
    {
        string party = Party(reader);
        string id = reader.Text("id", $"the id of an [[announcement]] of {party}", i => _announcements.Any(a => a.Party == party && a.Id == i));
        return new AnnounceAct(party, id, AnnouncementReader.Known(reader, "to", [.. _parties, PartySpec.Centre]));
    }
}
