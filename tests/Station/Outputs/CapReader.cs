using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>
/// Reads an alert by the tables of section 3.2 of the Common Alerting Protocol, version 1.2 (OASIS Standard, 1 July 2010): which elements there are,
/// in which order, how often, and what they may say.
/// </summary>
internal static partial class CapReader
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    /// <summary>Name, least, most, and the words that it may hold; no words: any text.</summary>
    private static readonly Dictionary<string, (string Name, int Least, int Most, string Words)[]> Tables = new(StringComparer.Ordinal)
    {
        ["alert"] =
        [
            ("identifier", 1, 1, ""), ("sender", 1, 1, ""), ("sent", 1, 1, ""), ("status", 1, 1, "Actual Exercise System Test Draft"),
            ("msgType", 1, 1, "Alert Update Cancel Ack Error"), ("source", 0, 1, ""), ("scope", 1, 1, "Public Restricted Private"),
            ("restriction", 0, 1, ""), ("addresses", 0, 1, ""), ("code", 0, 99, ""), ("note", 0, 1, ""), ("references", 0, 1, ""),
            ("incidents", 0, 1, ""), ("info", 0, 99, ""),
        ],
        ["info"] =
        [
            ("language", 0, 1, ""), ("category", 1, 99, "Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other"), ("event", 1, 1, ""),
            ("responseType", 0, 99, "Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None"),
            ("urgency", 1, 1, "Immediate Expected Future Past Unknown"), ("severity", 1, 1, "Extreme Severe Moderate Minor Unknown"),
            ("certainty", 1, 1, "Observed Likely Possible Unlikely Unknown"), ("audience", 0, 1, ""), ("eventCode", 0, 99, ""), ("effective", 0, 1, ""),
            ("onset", 0, 1, ""), ("expires", 0, 1, ""), ("senderName", 0, 1, ""), ("headline", 0, 1, ""), ("description", 0, 1, ""),
            ("instruction", 0, 1, ""), ("web", 0, 1, ""), ("contact", 0, 1, ""), ("parameter", 0, 99, ""), ("resource", 0, 99, ""), ("area", 0, 99, ""),
        ],
        ["area"] = [("areaDesc", 1, 1, ""), ("polygon", 0, 99, ""), ("circle", 0, 99, ""), ("geocode", 0, 99, ""), ("altitude", 0, 1, ""), ("ceiling", 0, 1, "")],
        ["parameter"] = [("valueName", 1, 1, ""), ("value", 1, 1, "")],
        ["eventCode"] = [("valueName", 1, 1, ""), ("value", 1, 1, "")],
    };

    /// <summary>What is wrong with an alert; empty: nothing.</summary>
    public static List<string> Faults(XDocument document)
    {
        var faults = new List<string>();
        if (document.Root?.Name != Cap + "alert")
        {
            faults.Add($"the root is {document.Root?.Name}");
        }
        else
        {
            Look(document.Root, faults);
        }

        return faults;
    }

    private static void Look(XElement element, List<string> faults)
    {
        (string Name, int Least, int Most, string Words)[] table = Tables[element.Name.LocalName];
        int at = 0;
        foreach (XElement child in element.Elements())
        {
            int row = Array.FindIndex(table, t => Cap + t.Name == child.Name);
            if (row < at)
            {
                faults.Add(row < 0 ? $"{element.Name.LocalName} has no {child.Name}" : $"{child.Name.LocalName} comes too late in {element.Name.LocalName}");
                continue;
            }

            at = row;
            if (Tables.ContainsKey(child.Name.LocalName))
            {
                Look(child, faults);
            }
            else if (!IsGood(table[row].Name, table[row].Words, child.Value))
            {
                faults.Add($"{child.Name.LocalName} is '{child.Value}'");
            }
        }

        faults.AddRange(table
            .Select(t => (t.Name, t.Least, t.Most, Count: element.Elements(Cap + t.Name).Count()))
            .Where(t => t.Count < t.Least || t.Count > t.Most)
            .Select(t => $"{element.Name.LocalName} has {t.Count} of {t.Name}"));
    }

    private static bool IsGood(string name, string words, string value) =>
        (words.Length == 0 || words.Split(' ').Contains(value))
        && name switch
        {
            "sent" or "effective" or "onset" or "expires" => Time().IsMatch(value),
            "polygon" => Polygon().IsMatch(value),
            "circle" => Circle().IsMatch(value),
            _ => true,
        };

    /// <summary>Section 3.3.2: a date and time with its offset as hours and minutes, never Z.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$", RegexOptions.None, 1_000)]
    private static partial Regex Time();

    [GeneratedRegex(@"^-?\d+(\.\d+)?,-?\d+(\.\d+)?( -?\d+(\.\d+)?,-?\d+(\.\d+)?){3,}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Polygon();

    [GeneratedRegex(@"^-?\d+(\.\d+)?,-?\d+(\.\d+)? \d+(\.\d+)?$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Circle();
}
