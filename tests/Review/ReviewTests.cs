using System.Xml.Linq;
using JointWatch.Exercises;
using JointWatch.Reviews.Input;
using JointWatch.Reviews.Numbers;
using JointWatch.Reviews.Output;
using JointWatch.Warnings;
using static JointWatch.Reviews.Tests.SomeRun;

namespace JointWatch.Reviews.Tests;

/// <summary>Expected values follow by hand from where the tracks and warnings were put.</summary>
public sealed class ReviewTests
{
    [Fact]
    public void Times_are_those_of_the_first_sight_track_and_states()
    {
        ReviewReport report = Make(Party("alfa", 20, 100, Warning(30, WarningState.Suspected), Warning(35, WarningState.Probable), Warning(41, WarningState.Confirmed)));

        ObjectReview missile = report.Parties[0].Objects.Single(o => o.Name == Missile);
        Assert.Equal((18, 20, 30, 35, 41), (missile.FirstDetectionAtSeconds, missile.FirstTrackAtSeconds, missile.SuspectedAtSeconds, missile.ProbableAtSeconds, missile.ConfirmedAtSeconds));
        Assert.Equal(41 - Alder.Launch!.Seconds, missile.ConfirmedAfterLaunchSeconds);
        Assert.Equal(-1.5, missile.LaunchTimeErrorSeconds!.Value, 6);
        Assert.Equal(0, missile.LaunchErrorMeters!.Value, 3);
        Assert.Equal(3, missile.ImpactTimeErrorSeconds!.Value, 5);
    }

    [Fact]
    public void The_error_of_the_impact_is_told_over_time_with_what_was_stated()
    {
        ReviewReport report = Make(Party("alfa", 20, 100, Warning(41, WarningState.Confirmed, impactOffMeters: 20_000), Warning(100, WarningState.Confirmed, impactOffMeters: 500)));

        ObjectReview missile = report.Parties[0].Objects.Single(o => o.Name == Missile);
        Assert.Equal([41, 100], missile.ImpactErrors.Select(e => e.AtSeconds));
        Assert.InRange(missile.ImpactErrors[0].ErrorMeters, 19_900, 20_200);
        Assert.InRange(missile.ImpactErrorMeters!.Value, 498, 503);

        // The tail of chi-square with two degrees of freedom is exp(-x/2): 90 % within 2.146 sigmas.
        Assert.Equal(1000 * Math.Sqrt(-2 * Math.Log(0.1)), missile.ImpactErrors[0].StatedMeters, 3);
    }

    [Fact]
    public void What_nobody_confirmed_was_missed_and_what_was_not_there_is_a_false_alarm()
    {
        ReviewReport report = Make(Party("alfa", 20, 100, Warning(41, WarningState.Confirmed, track: 99)), Party("bravo", 20, 100, Warning(50, WarningState.Confirmed)));

        Assert.Equal("warning 1, of nothing that was there: <b>climbs</b> & burns", Assert.Single(report.Parties[0].FalseAlarms));
        Assert.Contains(Missile, report.Parties[0].Missed);
        Assert.DoesNotContain(Missile, report.Parties[1].Missed);
        ObjectReview joint = report.Joint.Single(o => o.Name == Missile);
        Assert.Equal(("bravo", 50), (joint.By, joint.ConfirmedAtSeconds));
    }

    [Fact]
    public void Gospa_is_the_price_of_what_is_missed_and_of_the_distance_to_what_is_held()
    {
        ReviewReport report = Make(Party("alfa", 20, 100));

        // Definition 1 of the paper, order 2, cut-off 5 km: at 100 s there are so many objects, one of them held 100 m off, the others missed at c²/2 each.
        int there = Plan.Objects.Count(o => o.ExistsAt(100));
        Assert.Equal(Math.Sqrt((100 * 100) + (5000.0 * 5000 / 2 * (there - 1))), report.Parties[0].Gospa.Single(g => g.AtSeconds == 100).Value, 3);
        Assert.Equal(100, report.Parties[0].Siap.PositionMeters!.Value, 3);
        Assert.Equal(1, report.Parties[0].Siap.Ambiguity!.Value, 9);
        Assert.Equal(0, report.Parties[0].Siap.Spuriousness!.Value, 9);
    }

    [Fact]
    public void The_fused_picture_holds_what_either_party_held_and_follows_the_better_of_two_that_held_one_object()
    {
        ReviewReport report = Make(Party("alfa", 20, 400), Party("bravo", 100, -100));
        int there = Plan.Objects.Count(o => o.ExistsAt(60));

        // At 60 s alfa alone has the missile, 400 m off.
        Assert.Equal(Missed(there, 400), At(report.JointPicture!, 60), 3);

        // From 100 s on bravo has it too. Covariance intersection of two with one shape and sizes 16 to 1 takes the smaller alone (weights 0 and 1): 100 m off.
        Assert.Equal(Missed(Plan.Objects.Count(o => o.ExistsAt(200)), 100), At(report.JointPicture!, 200), 3);
        Assert.Equal(report.Parties[0].Siap.Completeness!.Value, report.JointPicture!.Siap.Completeness!.Value, 9);
        Assert.Equal(1, report.JointPicture.Siap.Ambiguity!.Value, 9);
        Assert.Equal(1, report.JointPicture.Siap.LongestSegment / report.Parties[0].Siap.LongestSegment);
        Assert.True(report.JointPicture.MeanGospaMeters < report.Parties.Min(p => p.MeanGospaMeters));
        Assert.Contains("the better of them alone", ReviewPage.Write(report), StringComparison.Ordinal);

        static double At(PictureReview picture, double seconds) => picture.Gospa.Single(g => g.AtSeconds == seconds).Value;

        static double Missed(int there, double off) => Math.Sqrt((off * off) + (5000.0 * 5000 / 2 * (there - 1)));
    }

    [Fact]
    public void Tracks_that_are_farther_apart_than_they_can_be_wrong_stay_two()
    {
        Observed far = Party("bravo", 20, 60_000);
        ReviewReport report = Make(
            Party("alfa", 20, 100), far with { Samples = [.. far.Samples.Select(s => s with { Tracks = [.. s.Tracks.Select(t => t with { Covariance = Certain(100) })] })] });

        Assert.Equal(0.5, report.JointPicture!.Siap.Spuriousness!.Value, 9);
        Assert.Equal(report.Parties[0].Siap.PositionMeters!.Value, report.JointPicture.Siap.PositionMeters!.Value, 6);
    }

    [Fact]
    public void Samples_of_two_stations_that_were_not_taken_at_one_instant_are_brought_to_one()
    {
        Observed bravo = Party("bravo", 20, 50);
        Observed late = bravo with
        {
            Samples = [.. bravo.Samples.Select(s => new Sample(s.Time.AddSeconds(4), [.. s.Tracks.Select(t => t with { Position = t.Position + (t.Velocity * 4) })]))],
        };

        ReviewReport exact = Make(Party("alfa", 20, 5000), bravo);
        ReviewReport shifted = Make(Party("alfa", 20, 5000), late);

        Assert.Equal(exact.JointPicture!.MeanGospaMeters!.Value, shifted.JointPicture!.MeanGospaMeters!.Value, 3);
    }

    [Fact]
    public void Of_one_party_there_is_no_joint_picture()
    {
        Assert.Null(Make(Party("alfa", 20, 100)).JointPicture);
    }

    [Fact]
    public void Delays_are_told_by_nearest_rank()
    {
        DelayReview delay = Assert.Single(Make(Party("alfa", 20, 100)).Parties[0].Delays);

        Assert.Equal((5, 0.3, 10, 10), (delay.Reports, delay.P50Seconds, delay.P90Seconds, delay.LongestSeconds));
    }

    [Fact]
    public void The_page_is_well_formed_asks_nobody_for_anything_and_holds_hostile_text_as_text()
    {
        string page = ReviewPage.Write(Make(Party("alfa", 20, 100, Warning(41, WarningState.Confirmed, track: 99)), Party("bravo", 500, 100)));

        XDocument document = XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "b");
        Assert.DoesNotContain(document.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" || a.Value.Contains("://", StringComparison.Ordinal) && a.Name.LocalName != "xmlns");
        Assert.Contains("nothing of this happened", document.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("<b>climbs</b> & burns", document.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("the link <is> cut", document.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_nothing_was_seen_has_a_report_too()
    {
        ReviewReport report = Make(new Observed("alfa", [], [], new Dictionary<int, Warnings.Announcements.AnnouncementLabel>(), [], new Dictionary<string, long> { ["topic"] = 3 }));

        Assert.Equal(Plan.Objects.Count(o => o.IsLaunched), report.Parties[0].Missed.Count);
        Assert.Null(report.Parties[0].MeanGospaMeters);
        Assert.Contains("Nobody confirmed it.", ReviewPage.Write(report), StringComparison.Ordinal);
        Assert.StartsWith("{", ReviewJson.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_are_held_beside_each_other()
    {
        ReviewReport quick = Make(Party("alfa", 20, 100, Warning(41, WarningState.Confirmed)));
        ReviewReport slow = Make(Party("alfa", 20, 1000, Warning(61, WarningState.Confirmed, impactOffMeters: 900)));

        IReadOnlyList<ComparedFigure> figures = ReviewComparison.Of(quick, slow);

        Assert.Null(ReviewComparison.WhyNot(quick, slow));
        Assert.Equal(1, figures.Single(f => f.What == $"{Missile}: confirmed after launch, joint").Better);
        Assert.Equal(1, figures.Single(f => f.What == $"{Missile}: last impact error, joint").Better);
        Assert.Equal(1, figures.Single(f => f.What == "alfa: mean GOSPA").Better);
        Assert.Equal(0, figures.Single(f => f.What == "alfa: false alarms").Better);
        XDocument.Parse(ReviewPage.Write(quick, slow).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "a JSON object")]
    [InlineData("""{"format":"other/1"}""", "'jointwatch-run/1'")]
    [InlineData("""{"format":"jointwatch-run/1","exercise":"Drill"}""", "1 to 32 of a-z")]
    [InlineData("""{"format":"jointwatch-run/1","exercise":"drill","parties":[]}""", "a list of one or more parties")]
    [InlineData("""{"format":"jointwatch-run/1","exercise":"drill","parties":["alfa","../etc"]}""", "a list of one or more parties")]
    [InlineData("""{"format":"jointwatch-run/1","exercise":"drill","parties":["alfa"],"run":-1}""", "a whole number from 0 to 4294967295")]
    public void What_is_wrong_with_a_run_file_is_named(string json, string expected)
    {
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => RunFile.Parse(json, "run.json"));

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }
}
