using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using JointWatch.Station.Outputs;
using JointWatch.Station.Outputs.Cap;
using JointWatch.Warnings;

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
        (state, kind, status, latitude, longitude, size, known) =>
        {
            LaunchWarning warning = SomeWarnings.Warning(
                state: state,
                revision: 1 + known,
                launch: (known & 1) != 0 ? SomeWarnings.Launch(latitude, longitude, size) : null,
                impact: (known & 2) != 0 ? SomeWarnings.Impact(latitude, longitude, size, size / 3) : null) with { Class = kind };
            return Faults(CapAlert.Of(SomeWarnings.Listed(warning, status), "alfa"));
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

    private static XElement Of(LaunchWarning warning, WarningStatus status = WarningStatus.Test) =>
        CapAlert.Of(SomeWarnings.Listed(warning, status), "alfa").Root!;

    /// <summary>As text and back, as a receiver has it.</summary>
    private static List<string> Faults(XDocument alert) => CapReader.Faults(XDocument.Parse(alert.ToString()));
}
