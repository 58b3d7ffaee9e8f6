using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Assurances.Output;
using JointWatch.Exercises;

namespace JointWatch.Exchange.Tests.Assurances;

public sealed class AssuranceFileTests
{
    internal const string Head = "[assurances]\nparty = \"alfa\"\n[[area]]\nname = \"north\"\nlatitudeDegrees = 69.3\nlongitudeDegrees = 16\nradiusKilometers = 100\n";

    [Fact]
    public void Every_form_is_read_and_explained()
    {
        AssuranceStatement statement = AssuranceFile.Parse(
            Head + """
            [[assurance]]
            name = "notice"
            form = "notice"
            hours = 24
            launchArea = "north"

            [[assurance]]
            name = "reports"
            form = "report"
            seconds = 120
            to = "bravo"
            confirmations = "committed"

            [[assurance]]
            name = "own-sites"
            form = "no-data"
            launchArea = "north"
            to = "bravo"
            kinds = ["warning"]

            [[assurance]]
            name = "coarse"
            form = "grid"
            kilometers = 50

            [[assurance]]
            name = "open"
            form = "tell-coverage"
            minutes = 15

            [[assurance]]
            name = "forget"
            form = "deletion"
            days = 30
            rawData = "committed"
            """,
            "assurances.toml");

        string text = AssuranceExplanation.Write(statement);
        Assert.Contains("alfa announces each launch from north at least 24 hours ahead.", text, StringComparison.Ordinal);
        Assert.Contains("alfa reports each launch to bravo within 120 seconds of its confirmation.", text, StringComparison.Ordinal);
        Assert.Contains("alfa gives bravo no data on launches from north (warning).", text, StringComparison.Ordinal);
        Assert.Contains("alfa releases no position finer than 50 km.", text, StringComparison.Ordinal);
        Assert.Contains("alfa tells what each of its sensors sees, and each outage within 15 minutes.", text, StringComparison.Ordinal);
        Assert.Contains("alfa deletes its raw data at most 30 days after the time that it is of.", text, StringComparison.Ordinal);
        Assert.Equal(6, text.Split("What the log cannot show: ").Length - 1);
    }

    [Theory]
    [InlineData("form = \"report\"\nseconds = 60\nto = \"bravo\"", "assurance[0].confirmations is missing; expected 'committed': else the log would hold no time to count from, and nobody could check it")]
    [InlineData("form = \"report\"\nseconds = 60\nto = \"bravo\"\nconfirmations = \"kept\"", "(13): assurance[0].confirmations is '\"kept\"'")]
    [InlineData("form = \"deletion\"\ndays = 3", "assurance[0].rawData is missing; expected 'committed': else the log would not show what there was to delete")]
    [InlineData("form = \"no-data\"\nto = \"bravo\"\nlaunchArea = \"north\"\nkinds = [\"track\"]", "(13): assurance[0].kinds[0] is '\"track\"'; expected an array of 1 to 6 texts, each once, each of 'warning' or 'announcement': a release of any other kind has no launch area")]
    [InlineData("form = \"no-data\"\nto = \"alfa\"\nlaunchArea = \"north\"", "(11): assurance[0].to is '\"alfa\"'; expected another party")]
    [InlineData("form = \"notice\"\nhours = 24\nlaunchArea = \"south\"", "assurance[0].launchArea is '\"south\"'; expected the name of an [[area]]")]
    [InlineData("form = \"notice\"\nhours = -1\nlaunchArea = \"north\"", "assurance[0].hours is '-1'; expected a number from 0.1 to 8760")]
    [InlineData("form = \"promise\"", "(10): assurance[0].form is '\"promise\"'; expected one of 'notice', 'report', 'no-data', 'grid', 'tell-coverage', 'deletion'")]
    [InlineData("form = \"grid\"\nkilometers = 50\ncolour = 1", "(12): assurance[0].colour is '1'; expected one of the keys known here: form, kilometers, name")]
    public void What_could_not_be_checked_is_refused_with_the_reason(string assurance, string expected)
    {
        var e = Assert.Throws<InvalidInputException>(() => AssuranceFile.Parse(Head + "[[assurance]]\nname = \"one\"\n" + assurance + "\n", "assurances.toml"));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.StartsWith("assurances.toml(", e.Message, StringComparison.Ordinal);
    }
}
