using System.Collections.Concurrent;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Station.Rehearsal;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Tests.Rehearsal;

/// <summary>
/// The examples, each flown whole: the firmware on emulated boards, the tracker and the warnings of each party, in virtual time. What is asserted is what the scenario's
/// own remarks promise, held against the scenario's truth.
/// </summary>
public sealed class ExampleRehearsalTests
{
    private static readonly ConcurrentDictionary<string, Lazy<(IReadOnlyList<RehearsedLaunch> Launches, string Words)>> Flown = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. ExampleScenarios.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_launch_gives_at_least_one_party_a_confirmed_warning_and_no_party_two(string name)
    {
        foreach (IGrouping<string, RehearsedLaunch> launch in Fly(name).Where(l => l.Object is not null).GroupBy(l => l.Object!))
        {
            Assert.Contains(launch, l => l.ConfirmedSeconds is not null);
            Assert.All(launch, l => Assert.InRange(l.Warnings, 0, 1));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_was_not_launched_is_confirmed(string name) =>
        Assert.DoesNotContain(Fly(name), l => l.Object is null && l.ConfirmedSeconds is not null);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_comes_down_is_predicted_within_20_km_by_who_has_followed_it_to_its_end(string name) =>
        Assert.All(Fly(name).Where(l => l is { State: WarningState.Over, ImpactErrorMeters: not null }), l => Assert.InRange(l.ImpactErrorMeters!.Value, 0, 20_000));

    [Fact]
    public void Northern_watch_shows_the_announced_rocket_to_both_without_alarm()
    {
        Assert.All(Fly("northern-watch"), l => Assert.Equal(l.Object == "Sounding rocket Birch" ? AnnouncementLabel.Announced : AnnouncementLabel.Unannounced, l.Label));
    }

    [Fact]
    public void The_rocket_of_1995_is_announced_to_alfa_and_an_alarm_to_bravo()
    {
        RehearsedLaunch[] seen = [.. Fly("barents-1995")];
        Assert.Equal(AnnouncementLabel.Announced, Assert.Single(seen, l => l.Party == "alfa").Label);
        Assert.Equal(AnnouncementLabel.Unannounced, Assert.Single(seen, l => l.Party == "bravo").Label);
    }

    [Fact]
    public void Of_two_from_the_sea_each_party_confirms_the_one_near_to_it_first()
    {
        IReadOnlyList<RehearsedLaunch> seen = Fly("two-from-sea");
        Assert.True(Confirmed(seen, "alfa", "Missile West") < Confirmed(seen, "bravo", "Missile West"));
        Assert.True(Confirmed(seen, "bravo", "Missile East") < Confirmed(seen, "alfa", "Missile East"));
    }

    [Fact]
    public void The_space_launch_is_taken_for_what_was_announced_and_the_test_missile_is_not()
    {
        IReadOnlyList<RehearsedLaunch> seen = Fly("space-launch");
        Assert.All(seen.Where(l => l.Object == "Satellite launcher"), l => Assert.Equal((AnnouncementLabel.Announced, ObjectClass.SpaceLaunch), (l.Label, l.Class)));
        Assert.All(seen.Where(l => l is { Object: "Test missile", ConfirmedSeconds: not null }), l => Assert.Equal(AnnouncementLabel.Unannounced, l.Label));
    }

    [Fact]
    public void In_the_salvo_both_parties_confirm_all_five()
    {
        IReadOnlyList<RehearsedLaunch> seen = Fly("salvo");
        Assert.Equal(10, seen.Count(l => l is { Object: not null, ConfirmedSeconds: not null }));
    }

    [Fact]
    public void A_radar_that_lies_harms_the_picture_of_its_party_alone()
    {
        IReadOnlyList<RehearsedLaunch> seen = Fly("liar");
        Assert.DoesNotContain(seen, l => l.Party == "alfa" && l.Object is null);
        Assert.InRange(Assert.Single(seen, l => l is { Party: "alfa", Object: "Third state's missile" }).LaunchErrorMeters!.Value, 0, 2_000);
    }

    [Fact]
    public void The_same_scenario_gives_the_same_rehearsal()
    {
        _ = Fly("cut-link");
        string again = Play("cut-link").Words;
        Assert.Equal(Flown["cut-link"].Value.Words, again);
    }

    private static double Confirmed(IReadOnlyList<RehearsedLaunch> seen, string party, string launch) =>
        Assert.Single(seen, l => l.Party == party && l.Object == launch).ConfirmedSeconds ?? double.PositiveInfinity;

    private static IReadOnlyList<RehearsedLaunch> Fly(string name)
    {
        (IReadOnlyList<RehearsedLaunch> launches, string words) = Flown.GetOrAdd(name, n => new(() => Play(n))).Value;
        TestContext.Current.TestOutputHelper?.WriteLine(words);
        return launches;
    }

    private static (IReadOnlyList<RehearsedLaunch> Launches, string Words) Play(string name)
    {
        var words = new StringWriter();
        IReadOnlyList<RehearsedLaunch> launches = ScenarioRehearsal.Fly(ScenarioFile.Parse(ExampleScenarios.Text(name)!, name), Stages.Default, words, TestContext.Current.CancellationToken);
        return (launches, words + string.Join('\n', launches));
    }
}
