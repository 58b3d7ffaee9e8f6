using System.Globalization;
using System.Xml.Linq;
using JointWatch.Station.Outputs.Areas;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Outputs.Cap;

/// <summary>A warning as a message of the Common Alerting Protocol, version 1.2 (OASIS Standard of 1 July 2010); section 3.2 names the elements.</summary>
internal static class CapAlert
{
    public const string MediaType = "application/cap+xml";

    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    public static XDocument Of(ListedWarning listed, string party)
    {
        LaunchWarning w = listed.Warning;
        return new XDocument(new XElement(
            Cap + "alert",
            Text("identifier", Identifier(party, w, listed.Issue)),
            Text("sender", Sender(party)),
            Text("sent", Time(w.UpdatedAt)),
            Text("status", listed.Status.ToString()),
            Text("msgType", w.State == WarningState.Cancelled ? "Cancel" : listed.Earlier.Count == 0 && w.Revision == 1 ? "Alert" : "Update"),
            Text("scope", "Restricted"),
            Text("restriction", "For those who watch with this station"),
            Text("note", Note(listed)),
            listed.Earlier.Count == 0
                ? null
                : Text("references", string.Join(' ', listed.Earlier.Select(e => $"{Sender(party)},{Identifier(party, w, e)},{Time(e.UpdatedAt)}"))),
            Text("incidents", Incident(party, w)),
            Info(listed, party)));
    }

    private static XElement Info(ListedWarning listed, string party)
    {
        LaunchWarning w = listed.Warning;
        bool isPast = !listed.IsInForce;
        return new XElement(
            Cap + "info",
            Text("language", "en"),
            Text("category", "Security"),
            Text("event", w.Class == ObjectClass.SpaceLaunch ? "Space launch" : "Ballistic object in flight"),
            Text("responseType", isPast || listed.IsAsAnnounced ? "None" : "Monitor"),
            Text("urgency", Urgency(listed)),

            // What it carries no radar sees; what does as its party said beforehand is, in the standard's words, of minimal to no known threat.
            Text("severity", listed.IsAsAnnounced ? "Minor" : "Unknown"),
            Text("certainty", Certainty(w)),
            Text("effective", Time(w.UpdatedAt)),
            w.Impact is { } onset ? Text("onset", Time(onset.Time)) : null,
            w.Impact is { } last ? Text("expires", Time(Later(w.UpdatedAt, last.Time.AddSeconds(3 * last.TimeSigmaSeconds)))) : null,
            Text("senderName", "JointWatch, " + party),
            Text("headline", CapWords.Headline(listed)),
            Text("description", CapWords.Description(listed)),
            CapParameters.Of(listed).Select(p => new XElement(Cap + "parameter", Text("valueName", p.Name), Text("value", p.Value))),
            WarningAreas.Of(w).Where(a => a is { Kind: AreaKind.Impact, Probability: 0.9 }).Select(Area));
    }

    private static XElement Area(WarningArea area) => new(
        Cap + "area",
        Text("areaDesc", "Where it comes down, with a probability of 90 %"),
        AreaOutline.Of(area).Select(ring => Text(
            "polygon",
            string.Join(' ', ring.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.LatitudeDegrees:0.#####},{p.LongitudeDegrees:0.#####}"))))));

    private static string Urgency(ListedWarning listed) =>
        !listed.IsInForce ? "Past"
        : listed.IsAsAnnounced ? "Future"
        : listed.Warning.Impact is null ? "Unknown"
        : "Immediate";

    private static string Certainty(LaunchWarning w) => w.State switch
    {
        WarningState.Confirmed or WarningState.Over => "Observed",
        WarningState.Cancelled => "Unlikely",
        WarningState.Expired => "Unknown",

        // The standard's bound between the two is 50 %.
        _ => w.Confidence > 0.5 ? "Likely" : "Possible",
    };

    private static string Note(ListedWarning listed) => listed.Status switch
    {
        WarningStatus.Exercise => $"Exercise{(listed.Exercise is null ? "" : " " + listed.Exercise)}: nothing of this has happened",
        WarningStatus.Test => "Test of the warning system: no one is to act on this",
        _ => "Made by a machine from its sensors' reports",
    };

    /// <summary>Unique also when a station's journal begins anew and counts from 1.</summary>
    private static string Incident(string party, LaunchWarning w) =>
        $"{Sender(party)}.{w.RaisedAt.ToDateTimeOffset().ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}.{w.Id}";

    private static string Identifier(string party, LaunchWarning w, ListedIssue issue) =>
        $"{Incident(party, w)}.{issue.Revision}" + (issue.Judgement == 0 ? "" : $".{issue.Judgement}");

    private static string Sender(string party) => "jointwatch." + party;

    /// <summary>Whole seconds with an offset, which for UTC is -00:00 (section 3.3.2).</summary>
    private static string Time(UtcMicroseconds time) =>
        time.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "-00:00";

    private static UtcMicroseconds Later(UtcMicroseconds a, UtcMicroseconds b) => a < b ? b : a;

    private static XElement Text(string name, string value) => new(Cap + name, value);
}
