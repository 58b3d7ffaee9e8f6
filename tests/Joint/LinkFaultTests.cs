using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Joint.Picture;
using static JointWatch.Joint.Tests.JointWorld;

namespace JointWatch.Joint.Tests;

public sealed class LinkFaultTests
{
    [Fact]
    public void A_link_that_is_cut_in_the_worst_minute_loses_nothing_and_repeats_nothing()
    {
        using var world = new JointWorld();
        world.Deliver();
        world.Cut.Add(Bravo);
        for (int minute = 0; minute < 60; minute++)
        {
            world[Alfa].Take(Warning(100 + minute), Noon.AddSeconds(60 * minute));
            world[Bravo].Take(Warning(200 + minute), Noon.AddSeconds(60 * minute));
            world.Deliver();
        }

        Assert.True(world[Bravo].View(withFusion: false).Unlogged > 60);
        world.Cut.Clear();
        world[Alfa].AdvanceTo(Noon.AddSeconds(4000));
        world[Bravo].AdvanceTo(Noon.AddSeconds(4000));
        world.Deliver();

        RecordBook book = world.ReadLog();
        Assert.Empty(book.Faults);
        Assert.Equal(60, book.Of<CommitmentBody>(Bravo).Count);
        Assert.Equal(60, book.Of<ReleaseBody>(Bravo).Count(r => r.Body.Data is not null));
        Assert.Equal(0, world[Bravo].View(withFusion: false).Unlogged);
        Assert.Empty(world.Verify().Findings);
    }

    [Fact]
    public void What_was_said_before_a_restart_is_not_said_again_when_the_journal_is_played_anew()
    {
        using var world = new JointWorld();
        Play();
        world.Restart(Alfa);
        Play();

        RecordBook book = world.ReadLog();
        Assert.Empty(book.Faults);
        Assert.Single(book.Of<CommitmentBody>(Alfa));
        Assert.Equal(2, book.Of<ReleaseBody>(Alfa).Count);
        Assert.Single(book.Of<PolicyBody>(Alfa));

        void Play()
        {
            world[Alfa].Take(Warning(), Noon);
            world[Alfa].AdvanceTo(Noon.AddSeconds(60));
            world.Deliver();
        }
    }

    /// <summary>
    /// Anything may be killed at any message, links may be cut for long and may lose all that waits in them: in the end the log is whole, each party has said each thing
    /// once, all have the same copy, and all have cosigned it.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_killed_or_cut_the_log_is_whole_in_the_end(int seed)
    {
        var random = new Random(seed);
        using var world = new JointWorld();
        int[] said = new int[2];
        for (int step = 0; step < 120; step++)
        {
            int party = random.Next(2);
            PartyId id = party == 0 ? Alfa : Bravo;
            switch (random.Next(12))
            {
                case 0:
                    world.Restart(id);
                    break;
                case 1:
                    world.RestartCentre();
                    break;
                case 2:
                    world.LoseLink(id);
                    break;
                case 3:
                    _ = world.Cut.Add(id) || world.Cut.Remove(id);
                    break;
                case 4 or 5 or 6:
                    world[id].SayByHand(new TextBody("watch", $"{id} {said[party]++}", null));
                    break;
                case 7:
                    world[id].Take(Warning((seed * 1000) + step), Noon.AddSeconds(step));
                    break;
                default:
                    for (int i = random.Next(6); i > 0; i--)
                    {
                        world.Step(random.Next(2));
                    }

                    break;
            }
        }

        world.Cut.Clear();
        world.LoseLink(Alfa);
        world.LoseLink(Bravo);
        world.Deliver();
        world[Alfa].SayByHand(new TextBody("watch", "over", null));
        world.Deliver();

        RecordBook book = world.ReadLog();
        Assert.Empty(book.Faults);
        foreach ((PartyId id, int count) in ((PartyId, int)[])[(Alfa, said[0] + 1), (Bravo, said[1])])
        {
            Assert.Equal(count, book.Of<TextBody>(id).Count);
            Assert.Equal(book.Entries.Count, world[id].View(withFusion: false).Log.Size);
            Assert.Equal(0, world[id].View(withFusion: false).Unlogged);
        }

        JointView centre = world.Centre.View(withFusion: false);
        Assert.All(centre.Log.Cosigned, c => Assert.Equal((centre.Log.Size, null), (c.Size, c.Refusal)));
        Assert.Empty(world.Verify().Findings);
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 24)];
}
