using System.Text;
using System.Text.Json.Nodes;
using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Core;
using JointWatch.Station.Journal;
using JointWatch.Station.Releasing;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Station.Tests.Releasing;

/// <summary>Policies tried on a journal, with a warning stage that warns of one launch at a tick that it is told.</summary>
public sealed class PolicyRunnerTests : IDisposable
{
    private const string Policy =
        """
        [policy]
        party = "alfa"
        [[allow]]
        name = "launches"
        kind = "warning"
        to = ["bravo"]
        fields = ["launchTime", "launchArea", "class"]
        timeSeconds = 10
        positionDegrees = 0.5
        class = "generic"
        states = ["confirmed"]
        delaySeconds = 60
        releaseEverySeconds = 10
        [[allow]]
        name = "plans"
        kind = "announcement"
        to = ["bravo"]
        fields = ["class", "window"]
        timeSeconds = 3600
        class = "generic"
        delaySeconds = 0
        releaseEverySeconds = 3600
        [[allow]]
        name = "sensors"
        kind = "coverage"
        to = ["bravo"]
        fields = ["sensor", "range"]
        positionKilometers = 100
        delaySeconds = 0
        releaseEverySeconds = 60
        [[allow]]
        name = "outages"
        kind = "node"
        to = ["bravo"]
        fields = ["sensor", "state", "time"]
        timeSeconds = 60
        delaySeconds = 0
        releaseEverySeconds = 60
        reviseEverySeconds = 60
        atMostRevisions = 10
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-policy-").FullName;
    private readonly StringWriter _output = new();
    private readonly StageFactory _stages = new(firstTrack => new MultiTargetTracker(new TrackerOptions { FirstTrackNumber = firstTrack }), _ => new OneWarning());

    public PolicyRunnerTests()
    {
        using JournalFile journal = JournalFile.Open(_folder);
        var entries = new List<JournalEntry>
        {
            Some.Entry(1, Some.BirthTopic, Some.Map(Some.RadarBirth())),
            new(2, Some.Now, EntryKind.Notification, "jointwatch/v1/alfa/announcement/plan-1", Plan("alfa")),
            new(3, Some.Now, EntryKind.Notification, "jointwatch/v1/bravo/announcement/plan-1", Plan("bravo")),
        };
        entries.AddRange(Enumerable.Range(0, 100).Select(i => Some.Tick(entries.Count + 1 + i, Some.Now.AddSeconds(i))));
        journal.Append(entries);
    }

    private string Journal => Path.Combine(_folder, JournalFile.FileName);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
    }

    [Fact]
    public void Try_prints_what_would_go_out_by_time_and_recipient()
    {
        Assert.Equal(ExitCode.Done, Try(isJson: false));

        Assert.Equal(
            """
            at                    to         what, revision        our name for it       says
            2026-07-04T12:00:00Z  bravo      announcement-1, 1     announcement alfa/plan-1  class ballistic; window 2026-07-04T13:00:00Z to 2026-07-04T15:00:00Z
            2026-07-04T12:00:00Z  bravo      coverage-1, 1         coverage alfa/radar-1  range within 300 km; sensor alfa/radar-1
            2026-07-04T12:00:00Z  bravo      node-1, 1             node alfa/radar-1     state up; time 2026-07-04T12:00:00Z + 60 s; sensor alfa/radar-1
            2026-07-04T12:01:00Z  bravo      node-1, 2             node alfa/radar-1     state out; time 2026-07-04T12:00:00Z + 60 s; sensor alfa/radar-1
            2026-07-04T12:01:40Z  bravo      warning-1, 1          warning 7             launchTime 2026-07-04T11:59:10Z + 10 s; launchArea 69° to 69.5° N, 16.5° to 17° E; class ballistic
            5 releases of 4 things

            """.ReplaceLineEndings(Environment.NewLine),
            _output.ToString());
    }

    [Fact]
    public void Try_in_JSON_holds_the_releases_as_they_would_go_out()
    {
        Assert.Equal(ExitCode.Done, Try(isJson: true));

        JsonArray releases = JsonNode.Parse(_output.ToString())!.AsArray();
        Assert.Equal("warning 7", releases[^1]!["source"]!.GetValue<string>());
        Assert.Equal("2026-07-04T11:59:10Z", releases[^1]!["release"]!["launchTime"]!["from"]!.GetValue<string>());
    }

    [Fact]
    public void Nothing_that_the_party_only_knows_stands_in_what_is_printed()
    {
        Try(isJson: false);
        Try(isJson: true);

        foreach (string exact in (string[])["123456", "69.12", "16.65", "12.682", ":12.", "MediumRange", "climbs", "rocket-9"])
        {
            Assert.DoesNotContain(exact, _output.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Who_is_not_named_gets_nothing()
    {
        PolicyRunner.Try(new PolicyTryOptions(Write("policy.toml", Policy), Journal, "charlie", false), _stages, _output, TestContext.Current.CancellationToken);

        Assert.EndsWith("0 releases of 0 things" + Environment.NewLine, _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("positionDegrees = 0.5", "positionDegrees = 0.25", 1, "more  bravo  warning 7: launchArea finer, or another value, in 1 release")]
    [InlineData("positionDegrees = 0.5", "positionDegrees = 1", 0, "less  bravo  warning 7: launchArea finer, or another value, in 1 release")]
    [InlineData("class = \"generic\"\nstates", "class = \"full\"\nstates", 1, "more  bravo  warning 7: class finer, or another value, in 1 release")]
    [InlineData("delaySeconds = 60", "delaySeconds = 50", 1, "more  bravo  warning 7: launchTime sooner, in 1 release")]
    [InlineData("name = \"launches\"", "name = \"reports\"", 0, "0 more, 0 less; 5 releases before, 5 after")]
    public void Diff_names_what_a_change_lets_out_and_ends_with_1_if_it_is_more(string old, string changed, int code, string line)
    {
        string before = Policy.ReplaceLineEndings("\n");
        Assert.Contains(old, before, StringComparison.Ordinal);
        var options = new PolicyDiffOptions(Write("old.toml", before), Write("new.toml", before.Replace(old, changed, StringComparison.Ordinal)), Journal);

        Assert.Equal(code, PolicyRunner.Diff(options, _stages, _output, TestContext.Current.CancellationToken));

        Assert.Contains(line, _output.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void Diff_of_two_parties_policies_is_refused() => Assert.Throws<InvalidInputException>(() => PolicyRunner.Diff(
        new PolicyDiffOptions(Write("old.toml", Policy), Write("new.toml", Policy.Replace("alfa", "delta", StringComparison.Ordinal)), Journal), _stages, _output, TestContext.Current.CancellationToken));

    [Fact]
    public void A_journal_that_is_none_is_refused() => Assert.Throws<InvalidInputException>(() => PolicyRunner.Try(
        new PolicyTryOptions(Write("policy.toml", Policy), Write("no.db", "no journal"), null, false), _stages, _output, TestContext.Current.CancellationToken));

    [Fact]
    public void Explain_and_schema_print_the_policys_own_words()
    {
        Assert.Equal(ExitCode.Done, PolicyRunner.Explain(Write("policy.toml", Policy), _output));
        Assert.StartsWith("What alfa tells whom.", _output.ToString(), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, PolicyRunner.Schema(_output));
        Assert.Contains("\"$schema\"", _output.ToString(), StringComparison.Ordinal);
    }

    private int Try(bool isJson) =>
        PolicyRunner.Try(new PolicyTryOptions(Write("policy.toml", Policy), Journal, null, isJson), _stages, _output, TestContext.Current.CancellationToken);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static byte[] Plan(string party) => Encoding.UTF8.GetBytes(
        $$"""
        { "kind": "preLaunch", "party": "{{party}}", "id": "plan-1", "revision": 1, "class": "mediumRange",
          "window": { "from": "2026-07-04T13:12:34Z", "until": "2026-07-04T14:43:21Z" },
          "launchArea": { "latitudeDegrees": 69.123456, "longitudeDegrees": 16.654321, "radiusMeters": 5000 },
          "validUntil": "2026-07-05T00:00:00Z", "note": "rocket-9" }
        """);

    /// <summary>Warns of one launch at the first tick from 31 seconds after the start.</summary>
    private sealed class OneWarning : IWarningStage
    {
        private LaunchWarning? _warning;

        public IReadOnlyList<LaunchWarning> Warnings => _warning is null ? [] : [_warning];

        public IReadOnlyList<LaunchWarning> Update(IReadOnlyList<TrackEstimate> tracks, IReadOnlyList<TrackEstimate> ended, UtcMicroseconds now)
        {
            if (_warning is not null || now < Some.Now.AddSeconds(31))
            {
                return [];
            }

            var launch = new LaunchEstimate(Some.Now.AddSeconds(-47.318), 0.7, Geodetic.FromDegrees(69.123456, 16.654321, 0), 1_234, 5.9);
            _warning = new LaunchWarning(
                7, 1, new TrackId(1), WarningState.Confirmed, ObjectClass.MediumRange, 0.97, now, now, launch, null, false, 0, 41, [], "climbs at 882 m/s");
            return [_warning];
        }
    }
}
