using JointWatch.Contract;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Exchange.Assurances;

/// <summary>What a party states it will and will not do.</summary>
public sealed record AssuranceStatement(PartyId Party, IReadOnlyList<Assurance> Assurances);

/// <summary>
/// Reads a statement: <c>[assurances]</c> with the party, an <c>[[area]]</c> for each area, and an <c>[[assurance]]</c> for each assurance. What could not be checked from the
/// log is refused, with the reason.
/// </summary>
public static class AssuranceFile
{
    private const int Most = 64;
    private const int LargestRadiusKilometers = 3000;
    private const int ReleaseKinds = 6;
    private const string Committed = "committed";

    private static readonly Dictionary<string, ReleasedThing> Kinds = new(StringComparer.Ordinal)
    {
        ["warning"] = ReleasedThing.Warning,
        ["announcement"] = ReleasedThing.Announcement,
    };

    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong or cannot be checked.</exception>
    public static AssuranceStatement Read(string path) => Parse(InputFile.ReadText(path, PolicyBody.LongestText), path);

    /// <exception cref="InvalidInputException">Something in it is wrong or cannot be checked.</exception>
    public static AssuranceStatement Parse(string text, string source)
    {
        Tables tables = Tables.Of(text, source, ["assurances"], ["area", "assurance"]);
        TomlReader head = tables.One("assurances");
        PartyId party = PartyId.TryParse(head.Text("party", PartyId.Expected, Topics.IsParty))!.Value;
        if (head.Has("note"))
        {
            head.Text("note", 1000);
        }

        head.RefuseTheRest();
        var areas = new Dictionary<string, NamedArea>(StringComparer.Ordinal);
        foreach (TomlReader table in tables.All("area", Most))
        {
            NamedArea area = ReadArea(table);
            if (!areas.TryAdd(area.Name, area))
            {
                throw table.Refused("name", "a name that no other area has");
            }
        }

        var assurances = new List<Assurance>();
        foreach (TomlReader table in tables.All("assurance", Most))
        {
            Assurance read = ReadAssurance(table, party, areas);
            table.RefuseTheRest();
            assurances.Add(assurances.Exists(a => a.Name == read.Name) ? throw table.Refused("name", "a name that no other assurance has") : read);
        }

        return new AssuranceStatement(party, assurances);
    }

    private static Assurance ReadAssurance(TomlReader table, PartyId party, Dictionary<string, NamedArea> areas)
    {
        string name = table.Text("name", PartyId.ExpectedName, Topics.IsName);
        var forms = new Dictionary<string, Func<Assurance>>(StringComparer.Ordinal)
        {
            ["notice"] = () => new NoticeAssurance(name, table.Number("hours", 0.1, 8760, "hours ahead"), Area()),
            ["report"] = () =>
            {
                Logged("confirmations", "the log would hold no time to count from");
                return new ReportAssurance(name, table.Number("seconds", 1, 86_400, "seconds after the confirmation"), To());
            },
            ["no-data"] = () => new NoDataAssurance(name, Area(), To(), ReadKinds()),
            ["grid"] = () => new GridAssurance(name, table.Number("kilometers", 0.1, 5000, "kilometres")),
            ["tell-coverage"] = () => new TellCoverageAssurance(name, table.Number("minutes", 0.1, 100_000, "minutes")),
            ["deletion"] = () =>
            {
                Logged("rawData", "the log would not show what there was to delete");
                return new DeletionAssurance(name, table.Number("days", 0.01, 36_500, "days"));
            },
        };
        return table.Choice("form", forms)();

        NamedArea Area() => areas[table.Text("launchArea", "the name of an [[area]]", areas.ContainsKey)];

        PartyId To() => PartyId.TryParse(table.Text("to", "another party: " + PartyId.Expected, t => Topics.IsParty(t) && t != party.Name))!.Value;

        void Logged(string key, string otherwise) => table.Text(key, $"'{Committed}': else {otherwise}, and nobody could check it", t => t == Committed);

        IReadOnlyList<ReleasedThing> ReadKinds()
        {
            if (!table.Has("kinds"))
            {
                return [.. Kinds.Values];
            }

            const string Each = "of 'warning' or 'announcement': a release of any other kind has no launch area, so nobody could check it";
            return [.. table.Texts("kinds", ReleaseKinds, Each, Kinds.ContainsKey).Select(k => Kinds[k])];
        }
    }

    private static NamedArea ReadArea(TomlReader table)
    {
        string name = table.Text("name", PartyId.ExpectedName, Topics.IsName);
        GroundArea ground = table.Has("polygon")
            ? Polygon()
            : GroundArea.Circle(
                Geodetic.FromDegrees(table.Number("latitudeDegrees", -90, 90, "degrees, north positive; or a polygon"), table.Number("longitudeDegrees", -180, 180, "degrees, east positive"), 0),
                1000 * table.Number("radiusKilometers", 0.001, LargestRadiusKilometers, "kilometres"));
        table.RefuseTheRest();
        return new NamedArea(name, ground);

        GroundArea Polygon()
        {
            Geodetic[] corners = [.. table.Pairs("polygon", 3, 64, 90, 180, "3 to 64 corners, each [latitude, longitude] in degrees").Select(c => Geodetic.FromDegrees(c.First, c.Second, 0))];
            GroundArea polygon = GroundArea.Of(corners);
            return polygon.RadiusMeters <= 1000 * LargestRadiusKilometers && polygon.SquareMeters >= 1
                ? polygon
                : throw table.Refused("polygon", $"corners that enclose an area, none more than {LargestRadiusKilometers} km from the middle");
        }
    }
}
