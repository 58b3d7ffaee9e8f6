using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using JointWatch.Station.Outputs;
using JointWatch.Station.Outputs.Cap;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>Held against the tables of CAP 1.2 by <see cref="CapReader"/>, and against the rules of section 3.2 beside them.</summary>
public sealed class CapAlertTests
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    [Fact]
    public void Every_warning_is_valid_by_the_standards_tables_whatever_is_known_of_it() => Gen.Select(
        Gen.Enum<WarningState>(),
        Gen.Enum<ObjectClass>(),
        Gen.Enum<WarningStatus>(),
        Gen.Double[-90, 90],
        Gen.Double[-180, 180],
        Gen.Double[10, 2_000_000],
        Gen.Int[0, 3],
        Gen.Int[0, 4],
        (state, kind, status, latitude, longitude, size, known, announced) =>
        {
            LaunchWarning warning = SomeWarnings.Warning(
                state: state,
                revision: 1 + known,
                launch: (known & 1) != 0 ? SomeWarnings.Launch(latitude, longitude, size) : null,
                impact: (known & 2) != 0 ? SomeWarnings.Impact(latitude, longitude, size, size / 3) : null) with { Class = kind };
            AnnouncementVerdict? verdict = announced == 4 ? null : SomeWarnings.Verdict((AnnouncementLabel)announced, 0.7, "azimuth: 312° where 352° ± 10° was announced");
            return Faults(CapAlert.Of(SomeWarnings.Listed(warning, status, verdict: verdict), "alfa"));
        }).Sample(faults => Assert.Empty(faults), iter: 500);

    [Fact]
    public void The_reader_refuses_what_the_standard_does_not_allow()
    {
        XDocument alert = CapAlert.Of(SomeWarnings.Listed(SomeWarnings.Warning()), "alfa");
        alert.Root!.Element(Cap + "status")!.Value = "Serious";
        Assert.NotEmpty(Faults(alert));
    }

    [Theory]
    [InlineData(WarningStatus.Exercise)]
    [InlineData(WarningStatus.Test)]
    [InlineData(WarningStatus.Actual)]
    public void The_status_is_that_of_the_warning(WarningStatus status) =>
        Assert.Equal(status.ToString(), Of(SomeWarnings.Warning(), status).Element(Cap + "status")!.Value);

    /// <summary>Section 3.2.1: an identifier and a sender hold no spaces, commas, &lt; or &amp;; references are sender,identifier,sent.</summary>
    [Fact]
    public void An_update_refers_to_the_messages_before_it_by_the_names_that_they_had()
    {
        var list = new WarningList(isActual: false);
        var sent = new List<string>();
        for (int revision = 1; revision <= 3; revision++)
        {
            list.WarningChanged(SomeWarnings.Warning(revision: revision));
            XElement alert = CapAlert.Of(list.Find(1)!, "alfa").Root!;
            Assert.Equal(revision == 1 ? "Alert" : "Update", alert.Element(Cap + "msgType")!.Value);
            Assert.Equal(sent, alert.Element(Cap + "references")?.Value.Split(' ') ?? []);
            string[] names = [.. new[] { "sender", "identifier", "sent" }.Select(n => alert.Element(Cap + n)!.Value)];
            Assert.All(names, n => Assert.Equal(-1, n.IndexOfAny([' ', ',', '<', '&'])));
            sent.Add(string.Join(',', names));
        }

        Assert.Equal(3, sent.Distinct().Count());
    }

    /// <summary>Section 3.2.2: urgency Future is below Immediate; severity Minor is "minimal to no known threat to life or property".</summary>
    [Theory]
    [InlineData(AnnouncementLabel.Announced, "Future", "Minor", "None", "Announced launch norway/black-brant-12: medium range (warning 1, confirmed)")]
    [InlineData(AnnouncementLabel.Departed, "Immediate", "Unknown", "Monitor", "Launch warning 1, confirmed: medium range, departs from its announcement norway/black-brant-12")]
    [InlineData(AnnouncementLabel.Ambiguous, "Immediate", "Unknown", "Monitor", "Launch warning 1, confirmed: medium range, perhaps announced")]
    [InlineData(AnnouncementLabel.Unannounced, "Immediate", "Unknown", "Monitor", "Launch warning 1, confirmed: medium range, not announced")]
    public void What_was_announced_and_does_as_it_was_is_less_urgent_and_says_so(
        AnnouncementLabel label, string urgency, string severity, string response, string headline)
    {
        ListedWarning listed = SomeWarnings.Listed(
            SomeWarnings.Warning(impact: SomeWarnings.Impact()), verdict: SomeWarnings.Verdict(label, 0.7));
        XElement info = CapAlert.Of(listed, "alfa").Root!.Element(Cap + "info")!;
        Assert.Equal(
            (urgency, severity, response, headline),
            (info.Element(Cap + "urgency")!.Value, info.Element(Cap + "severity")!.Value, info.Element(Cap + "responseType")!.Value, info.Element(Cap + "headline")!.Value));
    }

    [Fact]
    public void A_departure_is_told_in_words_and_as_a_parameter()
    {
        const string Departure = "azimuth: 312° where 352° ± 10° was announced, 7.3 sigma beyond the tolerance";
        XElement alert = CapAlert.Of(SomeWarnings.Listed(SomeWarnings.Warning(), verdict: SomeWarnings.Verdict(AnnouncementLabel.Departed, 0.7, Departure)), "alfa").Root!;
        Assert.Contains($"departs from what was announced as norway/black-brant-12: {Departure}.", alert.Descendants(Cap + "description").Single().Value, StringComparison.Ordinal);
        Assert.Equal([("jointwatch:announced", "departed"), ("jointwatch:announcement", "norway/black-brant-12"), ("jointwatch:departure", Departure)], Parameters(alert).Where(p => p.Name.Contains(":announce", StringComparison.Ordinal) || p.Name.EndsWith(":departure", StringComparison.Ordinal)));
    }

    [Fact]
    public void Both_readings_of_what_may_be_announced_are_told_with_their_probabilities()
    {
        XElement alert = CapAlert.Of(SomeWarnings.Listed(SomeWarnings.Warning(), verdict: SomeWarnings.Verdict(AnnouncementLabel.Ambiguous, 0.7)), "alfa").Root!;
        Assert.Contains("It may be norway/black-brant-12 (70 %), or a launch that was not announced (30 %).", alert.Descendants(Cap + "description").Single().Value, StringComparison.Ordinal);
        Assert.Equal(["norway/black-brant-12 0.700", "unannounced 0.300"], Parameters(alert).Where(p => p.Name == "jointwatch:reading").Select(p => p.Value));
    }

    /// <summary>Section 3.2.1: an identifier is of one message; what is said anew of the same revision is another.</summary>
    [Fact]
    public void That_an_announcement_was_taken_back_in_flight_is_an_update_of_its_own()
    {
        var list = new WarningList(isActual: false);
        LaunchWarning warning = SomeWarnings.Warning();
        list.WarningJudged(warning, SomeWarnings.Verdict(AnnouncementLabel.Announced, 0.99));
        list.WarningChanged(warning);
        XElement before = CapAlert.Of(list.Find(1)!, "alfa").Root!;
        list.WarningJudged(warning, SomeWarnings.Verdict(AnnouncementLabel.Departed, 0.99, "announcement: no longer in force"));
        XElement after = CapAlert.Of(list.Find(1)!, "alfa").Root!;

        Assert.Equal(("Alert", "Update"), (before.Element(Cap + "msgType")!.Value, after.Element(Cap + "msgType")!.Value));
        Assert.NotEqual(before.Element(Cap + "identifier")!.Value, after.Element(Cap + "identifier")!.Value);
        Assert.Contains(before.Element(Cap + "identifier")!.Value, after.Element(Cap + "references")!.Value, StringComparison.Ordinal);
    }

    /// <summary>Section 3.2.3: certainty Observed, Likely (above 50 %), Possible (not above), Unlikely.</summary>
    [Theory]
    [InlineData(WarningState.Suspected, 0.3, "Possible", "Alert")]
    [InlineData(WarningState.Probable, 0.7, "Likely", "Alert")]
    [InlineData(WarningState.Confirmed, 0.98, "Observed", "Alert")]
    [InlineData(WarningState.Cancelled, 0.02, "Unlikely", "Cancel")]
    public void How_sure_the_station_is_is_said_in_the_words_of_the_standard(WarningState state, double confidence, string certainty, string type)
    {
        XElement alert = Of(SomeWarnings.Warning(state: state) with { Confidence = confidence });
        Assert.Equal((certainty, type), (alert.Descendants(Cap + "certainty").Single().Value, alert.Element(Cap + "msgType")!.Value));
    }

    /// <summary>Section 3.2.4: a polygon has at least four pairs "latitude,longitude", the last the same as the first.</summary>
    [Theory]
    [InlineData(71, 5, 1)]
    [InlineData(-20, 179.9, 2)]
    public void The_area_is_where_it_comes_down_as_polygons_that_close(double latitude, double longitude, int pieces)
    {
        XElement alert = Of(SomeWarnings.Warning(impact: SomeWarnings.Impact(latitude, longitude), launch: SomeWarnings.Launch()));
        XElement area = Assert.Single(alert.Descendants(Cap + "area"));
        List<XElement> polygons = [.. area.Elements(Cap + "polygon")];
        Assert.Equal(pieces, polygons.Count);
        foreach (XElement polygon in polygons)
        {
            double[][] pairs = [.. polygon.Value.Split(' ').Select(p => p.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())];
            Assert.True(pairs.Length >= 4);
            Assert.Equal(pairs[0], pairs[^1]);
            Assert.All(pairs, p => Assert.True(p.Length == 2 && Math.Abs(p[0] - latitude) < 1 && Math.Abs(p[1]) <= 180));
        }
    }

    [Fact]
    public void A_warning_without_impact_has_no_area_and_no_time_of_its_own() =>
        Assert.DoesNotContain(Of(SomeWarnings.Warning()).Descendants(), e => e.Name.LocalName is "area" or "onset" or "expires");

    private static IEnumerable<(string Name, string Value)> Parameters(XElement alert) =>
        alert.Descendants(Cap + "parameter").Select(p => (p.Element(Cap + "valueName")!.Value, p.Element(Cap + "value")!.Value));

    private static XElement Of(LaunchWarning warning, WarningStatus status = WarningStatus.Test) =>
        CapAlert.Of(SomeWarnings.Listed(warning, status), "alfa").Root!;

    /// <summary>As text and back, as a receiver has it.</summary>
    private static List<string> Faults(XDocument alert) => CapReader.Faults(XDocument.Parse(alert.ToString()));
}
