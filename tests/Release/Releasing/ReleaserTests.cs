using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Output;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Releasing;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Releases.Tests.Releasing;

public sealed class ReleaserTests
{
    private const string Area = "[[area]]\nname = \"home\"\nlatitudeDegrees = 69.1\nlongitudeDegrees = 16.6\nradiusKilometers = 30\n";
    private const string NeverFromHome = Area + "[[never]]\nname = \"home\"\nkinds = [\"*\"]\nto = [\"*\"]\nlaunchAreas = [\"home\"]\n";
    private const string Times = "fields = [\"launchTime\"]\ntimeSeconds = 10";
    private const string Places = "fields = [\"launchArea\"]\npositionDegrees = 0.5";

    [Fact]
    public void Only_the_fields_that_the_rule_names_go_and_each_on_its_raster()
    {
        ReleasePolicy policy = Some.Policy("fields = [\"launchTime\", \"class\", \"azimuth\", \"launchArea\"]\ntimeSeconds = 10\nclass = \"generic\"\nazimuthDegrees = 10\npositionDegrees = 0.5");

        Release release = Assert.Single(Some.Play(policy, (0, Some.Warning())));

        Assert.Equal(
            """{"by":"alfa","to":"bravo","kind":"warning","reference":"warning-1","revision":1,"act":"report","at":"2026-07-04T12:00:00Z","isExercise":false"""
            + ""","launchTime":{"from":"2026-07-04T11:59:10Z","lengthSeconds":10},"launchArea":{"southDegrees":69,"northDegrees":69.5,"westDegrees":16.5,"eastDegrees":17}"""
            + ""","azimuth":{"fromDegrees":340,"widthDegrees":10},"class":"ballistic"}""",
            release.ToJson());
    }

    [Fact]
    public void Nobody_else_gets_anything()
    {
        var releaser = new Releaser(Some.Policy(Times), "charlie");
        releaser.Take(Unreleased.Of(Some.Warning()), Some.Noon);

        Assert.Empty(releaser.AdvanceTo(Some.Noon.AddSeconds(3_600)));
    }

    [Fact]
    public void What_is_seen_between_two_looks_goes_out_with_the_next_and_after_the_delay()
    {
        Release release = Assert.Single(Some.Play(Some.Policy(Times + "\ndelaySeconds = 45"), (3.2, Some.Warning())));

        Assert.Equal(10 + 50, Some.SecondsOf(release));
    }

    [Fact]
    public void Nothing_is_handed_out_before_its_time()
    {
        var releaser = new Releaser(Some.Policy(Times + "\ndelaySeconds = 60"), "bravo");
        releaser.Take(Unreleased.Of(Some.Warning()), Some.Noon);

        Assert.Empty(releaser.AdvanceTo(Some.Noon.AddSeconds(60)));
        Assert.Single(releaser.AdvanceTo(Some.Noon.AddSeconds(60.000001)));
    }

    [Fact]
    public void A_state_that_comes_and_goes_between_two_looks_is_not_seen() => Assert.Empty(Some.Play(
        Some.Policy(Times + "\nstates = [\"confirmed\"]"), (1, Some.Warning()), (9, Some.Warning(state: WarningState.Probable))));

    [Fact]
    public void A_thing_is_said_once_where_the_rule_says_nothing_of_revisions() =>
        Assert.Single(Some.Play(Some.Policy(Places), (0, Some.Warning()), (100, Some.Warning(latitude: 75)), (200, Some.Warning(latitude: 80))));

    [Fact]
    public void A_launch_place_that_jitters_about_a_border_is_said_once_however_often_it_is_estimated()
    {
        var jitter = new Random(5);
        (double, LaunchWarning)[] estimates = [.. Enumerable.Range(0, 200).Select(i => (i * 5.0, Some.Warning(latitude: 69 + (0.4 * (jitter.NextDouble() - 0.5)))))];

        Assert.Single(Some.Play(Some.Policy(Places + "\nreviseEverySeconds = 10\natMostRevisions = 1000"), estimates));
    }

    [Fact]
    public void A_place_that_moves_two_cells_is_said_anew_on_the_raster_of_revisions()
    {
        IReadOnlyList<Release> releases = Some.Play(
            Some.Policy(Places + "\nreviseEverySeconds = 60\natMostRevisions = 1"), (0, Some.Warning()), (65, Some.Warning(latitude: 70.2)), (300, Some.Warning(latitude: 75)));

        Assert.Equal([0, 120], releases.Select(Some.SecondsOf));
        Assert.Equal(70_000, ((Cell)releases[1][ReleaseField.LaunchArea]!).SouthThousandths);
        Assert.Equal(["warning-1", "warning-1"], releases.Select(r => r.Reference));
    }

    [Fact]
    public void What_was_said_is_not_taken_back_when_it_is_no_longer_known()
    {
        ReleasePolicy policy = Some.Policy("fields = [\"impactArea\", \"state\"]\npositionDegrees = 0.5\nreviseEverySeconds = 10\natMostRevisions = 5");

        IReadOnlyList<Release> releases = Some.Play(policy, (0, Some.Warning()), (20, Some.Warning(state: WarningState.Probable) with { Impact = null }));

        Assert.Equal(2, releases.Count);
        Assert.Equal(releases[0][ReleaseField.ImpactArea], releases[1][ReleaseField.ImpactArea]);
    }

    [Theory]
    [InlineData("never", WarningState.Cancelled, false)]
    [InlineData("cancelled", WarningState.Cancelled, true)]
    [InlineData("cancelled", WarningState.Over, false)]
    [InlineData("always", WarningState.Over, true)]
    public void That_a_warning_has_ended_is_said_where_the_policy_wants_it_without_a_value(string end, WarningState last, bool isSaid)
    {
        IReadOnlyList<Release> releases = Some.Play(Some.Policy(Times + $"\nend = \"{end}\""), (0, Some.Warning()), (50, Some.Warning(state: last)));

        Assert.Equal(isSaid ? 2 : 1, releases.Count);
        if (isSaid)
        {
            Assert.Equal(ReleaseAct.Ended, releases[1].Act);
            Assert.Empty(releases[1].Values);
        }
    }

    [Fact]
    public void The_end_of_what_was_never_said_is_not_said() =>
        Assert.Empty(Some.Play(Some.Policy(Times + "\nend = \"always\"\nstates = [\"confirmed\"]"), (0, Some.Warning(state: WarningState.Suspected)), (50, Some.Warning(state: WarningState.Cancelled))));

    [Fact]
    public void A_never_rule_beats_every_allow_rule() => Assert.Empty(Some.Play(Some.Policy(Times, NeverFromHome), (0, Some.Warning())));

    [Theory]
    [InlineData(69.1, 0)]
    [InlineData(72.5, 1)]
    public void An_area_may_be_a_polygon(double latitude, int releases)
    {
        const string Polygon = "[[area]]\nname = \"home\"\npolygon = [[68, 14], [68, 20], [70, 20], [70, 14]]\n[[never]]\nname = \"home\"\nkinds = [\"*\"]\nto = [\"*\"]\nlaunchAreas = [\"home\"]\n";

        Assert.Equal(releases, Some.Play(Some.Policy(Times, Polygon), (0, Some.Warning(latitude: latitude))).Count);
        Assert.Equal(1 - releases, Some.Play(Some.Policy(Times + "\nlaunchAreas = [\"home\"]", Polygon.Split("[[never]]")[0]), (0, Some.Warning(latitude: latitude))).Count);
    }

    [Fact]
    public void Where_the_launch_is_not_known_it_may_have_been_from_where_nothing_goes_out() =>
        Assert.Empty(Some.Play(Some.Policy("fields = [\"state\"]", NeverFromHome), (0, Some.Warning() with { Launch = null })));

    [Fact]
    public void A_launch_that_may_lie_in_the_area_by_its_uncertainty_is_kept_back()
    {
        LaunchWarning vague = Some.Warning(latitude: 70);
        vague = vague with { Launch = vague.Launch! with { RadiusMeters = 60_000 } };
        LaunchWarning sure = Some.Warning(latitude: 70);

        Assert.Empty(Some.Play(Some.Policy(Times, NeverFromHome), (0, vague)));
        Assert.Single(Some.Play(Some.Policy(Times, NeverFromHome), (0, vague), (20, sure)));
    }

    [Fact]
    public void What_was_in_a_forbidden_area_once_is_kept_back_for_good() =>
        Assert.Empty(Some.Play(Some.Policy(Times, NeverFromHome), (0, Some.Warning()), (1, Some.Warning(latitude: 75))));

    [Fact]
    public void The_track_and_the_stages_of_a_launch_that_is_kept_back_are_kept_back_with_it()
    {
        ReleasePolicy tracks = Some.Policy("kind = \"track\"\nfields = [\"state\"]", NeverFromHome);
        var releaser = new Releaser(tracks, "bravo");
        releaser.Take(Unreleased.Of(Track(47)), Some.Noon);
        releaser.Take(Unreleased.Of(Track(99)), Some.Noon);
        releaser.Take(Unreleased.Of(Some.Warning(7)), Some.Noon);
        Assert.Equal("track T0099", releaser.SourceOf(Assert.Single(releaser.AdvanceTo(Some.Noon.AddSeconds(100))).Reference));

        Assert.Empty(Some.Play(Some.Policy(Times, NeverFromHome), (0, Some.Warning(7)), (0, Some.Warning(8, latitude: 75) with { Parent = 7, Family = 7 })));
    }

    [Fact]
    public void References_count_what_went_out_and_not_what_the_station_counts()
    {
        IReadOnlyList<Release> releases = Some.Play(
            Some.Policy(Times + "\nstates = [\"confirmed\"]"), (0, Some.Warning(1, WarningState.Suspected)), (1, Some.Warning(2, WarningState.Probable)), (2, Some.Warning(3)));

        Assert.Equal("warning-1", Assert.Single(releases).Reference);
    }

    [Fact]
    public void Releases_of_one_time_go_in_the_order_of_what_stands_in_them()
    {
        LaunchWarning early = Some.Warning(1) with { Launch = Some.Warning().Launch! with { Time = Some.Noon.AddSeconds(-600) } };
        LaunchWarning late = Some.Warning(2);

        Assert.Equal(
            Some.Play(Some.Policy(Times), (1, early), (2, late)).Select(r => r.ToJson()), Some.Play(Some.Policy(Times), (1, late), (2, early)).Select(r => r.ToJson()));
    }

    [Fact]
    public void One_thing_goes_by_one_rule()
    {
        const string Second = "[[allow]]\nname = \"finer\"\nkind = \"warning\"\nto = [\"bravo\"]\nfields = [\"launchArea\"]\npositionDegrees = 0.3\ndelaySeconds = 0\nreleaseEverySeconds = 1\n";

        Release release = Assert.Single(Some.Play(Some.Policy("name = \"later in the file\"\n" + Places + "\nstates = [\"confirmed\"]", Second), (0.5, Some.Warning())));

        Assert.Equal(300, ((Cell)release[ReleaseField.LaunchArea]!).NorthThousandths - ((Cell)release[ReleaseField.LaunchArea]!).SouthThousandths);
    }

    [Fact]
    public void How_often_it_is_asked_changes_nothing()
    {
        ReleasePolicy policy = Some.Policy("fields = [\"launchArea\", \"state\"]\npositionDegrees = 0.1\nreviseEverySeconds = 20\natMostRevisions = 9\ndelaySeconds = 7\nend = \"always\"");
        var random = new Random(3);
        (double Seconds, LaunchWarning Warning)[] life =
            [.. Enumerable.Range(0, 60).Select(i => (i * 3.1, Some.Warning((i % 3) + 1, (WarningState)random.Next(6), 69 + (random.NextDouble() * 3))))];
        IReadOnlyList<Release> once = Some.Play(policy, life);
        var often = new List<Release>();
        var releaser = new Releaser(policy, "bravo");
        int next = 0;
        for (double now = 0; now < 3_600; now += 0.37)
        {
            for (; next < life.Length && life[next].Seconds <= now; next++)
            {
                releaser.Take(Unreleased.Of(life[next].Warning), Some.Noon.AddSeconds(life[next].Seconds));
            }

            often.AddRange(releaser.AdvanceTo(Some.Noon.AddSeconds(now)));
        }

        Assert.NotEmpty(once);
        Assert.Equal(once.Select(r => r.ToJson()), often.Select(r => r.ToJson()));
    }

    [Fact]
    public void A_clock_that_steps_back_hands_nothing_out_early_and_nothing_twice()
    {
        var releaser = new Releaser(Some.Policy(Times + "\ndelaySeconds = 20"), "bravo");
        releaser.Take(Unreleased.Of(Some.Warning()), Some.Noon.AddSeconds(100));
        releaser.Take(Unreleased.Of(Some.Warning()), Some.Noon);

        Assert.Empty(releaser.AdvanceTo(Some.Noon.AddSeconds(50)));
        Assert.Single(releaser.AdvanceTo(Some.Noon.AddSeconds(200)));
        Assert.Empty(releaser.AdvanceTo(Some.Noon));
        Assert.Empty(releaser.AdvanceTo(Some.Noon.AddSeconds(300)));
    }

    [Fact]
    public void Another_clock_forgets_what_was_not_due_and_marks_what_comes_as_of_the_exercise()
    {
        var releaser = new Releaser(Some.Policy(Times + "\ndelaySeconds = 60"), "bravo");
        releaser.Take(Unreleased.Of(Some.Warning(1)), Some.Noon);
        releaser.AdvanceTo(Some.Noon.AddSeconds(30));
        releaser.Clear(Some.Noon.AddSeconds(-5_000), isExercise: true);
        releaser.Take(Unreleased.Of(Some.Warning(2)), Some.Noon.AddSeconds(-4_000));

        Release release = Assert.Single(releaser.AdvanceTo(Some.Noon.AddSeconds(1_000)));
        Assert.True(release.IsExercise);
        Assert.Equal("warning 2", releaser.SourceOf(release.Reference));
    }

    [Fact]
    public void What_is_no_number_is_not_known_and_stops_nothing()
    {
        LaunchWarning broken = Some.Warning() with { Confidence = double.NaN, ApogeeMeters = double.NaN };
        broken = broken with { Launch = broken.Launch! with { Point = new Geodetic(double.NaN, double.NaN, 0), AzimuthRadians = double.NaN, RadiusMeters = double.NaN } };
        ReleasePolicy policy = Some.Policy(
            "fields = [\"launchArea\", \"launchUncertainty\", \"azimuth\", \"confidence\", \"apogee\"]\npositionKilometers = 5\nazimuthDegrees = 5\nconfidencePercents = [50]\nheightKilometers = 1");

        Assert.All(Assert.Single(Some.Play(policy, (0, broken))).Values, v => Assert.Null(v.Value));
    }

    private static TrackEstimate Track(long id) => new(
        new TrackId(id), TrackState.Confirmed, Some.Noon, Geodetic.FromDegrees(75, 20, 10_000).ToEcef().Vector, new Vector3(200, 0, 0), Vector3.Zero, new double[36], Some.Noon, Some.Noon, 5, [new SensorId("alfa/radar-1")]);
}
