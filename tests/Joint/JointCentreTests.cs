using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Joint.Messages;
using JointWatch.Joint.Picture;
using JointWatch.Warnings;
using static JointWatch.Joint.Tests.JointWorld;

namespace JointWatch.Joint.Tests;

public sealed class JointCentreTests : IDisposable
{
    private readonly JointWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_desk_that_was_told_of_a_journal_with_parts_removed_says_nothing_of_it_and_goes_on_under_new_references()
    {
        _world[Alfa].Take(Warning(id: 7), Noon);
        _world[Alfa].AdvanceTo(Noon.AddSeconds(30));
        _world.Deliver();
        string[] before = [.. Releases().Select(r => r.Body.Reference).Distinct()];

        _world.Restart(Alfa);
        _world[Alfa].Sleep();
        _world[Alfa].Take(Warning(id: 1), Noon.AddSeconds(40));
        _world[Alfa].AdvanceTo(Noon.AddSeconds(90));
        _world.Deliver();
        int asleep = Releases().Count;
        _world[Alfa].Wake();
        _world[Alfa].Take(Warning(id: 7), Noon.AddSeconds(100));
        _world[Alfa].AdvanceTo(Noon.AddSeconds(150));
        _world.Deliver();

        Assert.Equal(["warning-1"], before);
        Assert.Equal(2, asleep);
        Assert.Equal(["warning-1", "warning-2"], Releases().Select(r => r.Body.Reference).Distinct());
        Assert.Equal(2, _world.ReadLog().Of<CommitmentBody>(Alfa).Count);
        Assert.Empty(_world.ReadLog().Faults);

        IReadOnlyList<Said<ReleaseBody>> Releases() => _world.ReadLog().Of<ReleaseBody>(Alfa);
    }

    [Fact]
    public void What_both_see_stands_side_by_side_and_agrees_as_far_as_it_is_told()
    {
        BothConfirm();

        JointView centre = _world.Centre.View(withFusion: false);

        ComparisonView comparison = Assert.Single(centre.Comparisons);
        BothView both = Assert.Single(comparison.Both);
        Assert.Empty(both.Differences);
        Assert.Null(both.Fused);
        Assert.Empty(comparison.OnlyA);
        Assert.Empty(comparison.OnlyB);
    }

    [Fact]
    public void What_one_alone_sees_is_shown_as_such()
    {
        _world[Alfa].Take(Warning(), Noon);
        _world[Alfa].AdvanceTo(Noon.AddSeconds(60));
        _world.Deliver();

        ComparisonView comparison = Assert.Single(_world.Centre.View(withFusion: false).Comparisons);

        Assert.Empty(comparison.Both);
        Assert.Equal("alfa", Assert.Single(comparison.OnlyA).Party);
    }

    [Fact]
    public void Fusion_is_a_layer_that_is_asked_for()
    {
        BothConfirm();

        FusedView? fused = Assert.Single(Assert.Single(_world.Centre.View(withFusion: true).Comparisons).Both).Fused;

        Assert.NotNull(fused?.Launch);
        Assert.InRange(fused.Launch.LatitudeDegrees, 68.8, 69.5);
        Assert.InRange(fused.Launch.WeightA, 0, 1);
    }

    [Fact]
    public void What_was_sealed_for_the_neighbour_is_opened_by_the_neighbour_alone()
    {
        BothConfirm();

        ReleasedView atCentre = Assert.Single(_world.Party(_world.Centre.View(withFusion: false), Alfa).Released, r => r.IsSealed);
        ReleasedView atBravo = Assert.Single(_world.Party(_world[Bravo].View(withFusion: false), Alfa).Released, r => r.IsSealed);

        Assert.Null(atCentre.Values);
        Assert.Equal("sealed", atCentre.Text);
        Assert.NotNull(atBravo.Values?["launchArea"]);
        Assert.Contains("bravo (station)", atCentre.ShownTo);
    }

    [Fact]
    public void The_log_holds_nothing_finer_than_the_policy_says()
    {
        BothConfirm();

        // The exact place of launch and impact, as whole numbers of any unit that a record or release could have them in.
        foreach ((_, ReadOnlyMemory<byte> entry) in Exchange.Files.EntrySource.Read(_world.LogFolder))
        {
            string hex = Convert.ToHexString(entry.Span);
            foreach (long number in (long[])[691_234_560, 166_543_210, 69_123, 16_654, 777_777_700, 77_778, 111_111_100, 11_111, (long)(Noon.Value - 47_318_000)])
            {
                Assert.DoesNotContain(Convert.ToHexString(CborNumber(number)), hex, StringComparison.Ordinal);
            }

            Assert.DoesNotContain(Convert.ToHexString("radar-1"u8), hex, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_party_commits_to_its_confirmation_at_once_and_can_open_it_later()
    {
        _world[Alfa].Take(Warning(), Noon);
        _world.Deliver();
        Said<CommitmentBody> commitment = Assert.Single(_world.ReadLog().Of<CommitmentBody>(Alfa));

        _world[Alfa].Open(commitment.Hash);
        _world.Deliver();

        Assert.Equal(new Confirmation(true, "warning 7"), Confirmation.TryRead(_world.ReadLog().Opened(commitment.Hash)!.Value.Content));
    }

    [Fact]
    public void A_release_names_the_commitment_to_the_confirmation_that_it_reports()
    {
        BothConfirm();

        RecordBook book = _world.ReadLog();

        Assert.All(book.Of<ReleaseBody>(Alfa), r => Assert.Equal(Assert.Single(book.Of<CommitmentBody>(Alfa)).Hash, r.Body.About));
    }

    [Fact]
    public void An_acknowledgement_shows_who_of_whom_has_seen_a_warning()
    {
        BothConfirm();
        ReleasedView release = _world.Party(_world[Bravo].View(withFusion: false), Alfa).Released.First(r => !r.IsSealed);

        _world[Bravo].SayByHand(new AcknowledgementBody(HashOf(release.Record), "Maj. Orlova", "we see it too"));
        _world.Deliver();

        SeenView seen = Assert.Single(_world.Party(_world[Alfa].View(withFusion: false), Alfa).Released.First(r => !r.IsSealed).SeenBy);
        Assert.Equal(("bravo", "Maj. Orlova", "we see it too"), (seen.Party, seen.Person, seen.Note));
    }

    [Fact]
    public void A_query_is_open_until_the_asked_party_has_answered()
    {
        _world[Alfa].Take(Warning(), Noon);
        _world[Alfa].AdvanceTo(Noon.AddSeconds(60));
        _world.Deliver();
        ReleasedView release = _world.Party(_world[Bravo].View(withFusion: false), Alfa).Released.First(r => !r.IsSealed);

        RecordHash query = _world[Bravo].SayByHand(new QueryBody(HashOf(release.Record), null, [new Difference(DifferenceField.Existence, 0)], "we see nothing there"), Alfa);
        _world.Deliver();
        Assert.Empty(Assert.Single(_world[Alfa].View(withFusion: false).Queries).Answers);
        _world[Alfa].SayByHand(new AnswerBody(query, AnswerVerdict.Held, "two radars of ours do"));
        _world.Deliver();

        AnswerView answer = Assert.Single(Assert.Single(_world[Bravo].View(withFusion: false).Queries).Answers);
        Assert.Equal(("alfa", "held", "two radars of ours do"), (answer.By, answer.Verdict, answer.Text));
    }

    [Fact]
    public void Words_and_a_handing_over_reach_the_other_side()
    {
        _world[Alfa].SayByHand(new TextBody("Col. Vik", "Is that yours?", null));
        _world[Alfa].SayByHand(new HandoverBody("Col. Vik", "Maj. Dahl", [], "quiet night"));
        _world.Deliver();

        JointView view = _world[Bravo].View(withFusion: false);

        Assert.Equal(("alfa", "Col. Vik", "Is that yours?"), (view.HotLine[0].Party, view.HotLine[0].Person, view.HotLine[0].Text));
        Assert.Equal(("Maj. Dahl", "quiet night"), (_world.Party(view, Alfa).Watch!.Person, _world.Party(view, Alfa).Watch!.Summary));
    }

    [Fact]
    public void An_announced_launch_reaches_the_other_party_once()
    {
        var announcement = new AnnouncementBody(
            "black-brant", 1, AnnouncedState.Planned, ObjectClass.SoundingOrShortRange, Noon, Noon.AddSeconds(3600), RecordArea.Circle(GroundPoint.FromDegrees(69.3, 16), 20_000), null, null, null, "");

        _world[Alfa].SayByHand(announcement);
        _world.Deliver();
        _world.Restart(Bravo);
        _world.Deliver();

        Assert.Equal([(Bravo, "black-brant")], _world.Announced);
        Assert.Equal("black-brant", Assert.Single(_world.Centre.View(withFusion: false).Announcements).Id);
    }

    [Fact]
    public void Both_cosign_the_whole_log_and_keep_receipts_that_anyone_can_check()
    {
        BothConfirm();

        JointView view = _world.Centre.View(withFusion: false);

        Assert.All(view.Log.Cosigned, c => Assert.Equal(view.Log.Size, c.Size));
        Assert.Empty(view.Log.Faults);
        Assert.Empty(_world.Verify().Findings);
        Assert.Equal(_world.ReadLog().Entries.Count(e => e.Record!.Head.By == Alfa), Directory.GetFiles(Path.Combine(_world.KeptBy(Alfa), "receipts")).Length);
    }

    [Fact]
    public void A_record_of_another_exercise_is_refused_with_the_reason()
    {
        var other = new RecordMakerOf(_world.KeyOf(Alfa));

        _world.Send(Alfa, MessageKinds.Record, other.Text("in earnest", null));
        _world.Deliver();

        Assert.Contains(_world.Centre.View(withFusion: false).Log.Faults, f => f.Contains("it is of no exercise; this centre is of exercise 'drill'", StringComparison.Ordinal));
        Assert.Contains(_world[Alfa].View(withFusion: false).Log.Faults, f => f.Contains("it is of no exercise", StringComparison.Ordinal));
    }

    [Fact]
    public void A_party_cannot_bring_words_in_anothers_name()
    {
        var other = new RecordMakerOf(_world.KeyOf(Bravo));

        _world.Send(Alfa, MessageKinds.Record, other.Text("forged", "drill"));
        _world.Deliver();

        Assert.Equal(1, _world.Centre.Refused);
        Assert.Contains(_world.Centre.View(withFusion: false).Log.Faults, f => f.Contains("it is bravo's; a party brings its own records", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fork_of_a_partys_own_words_is_logged_as_evidence_and_named()
    {
        _world.Deliver();
        var other = new RecordMakerOf(_world.KeyOf(Alfa));

        _world.Send(Alfa, MessageKinds.Record, other.Text("I never said the other thing", "drill"));
        _world.Deliver();

        Assert.Contains(_world.ReadLog().Entries, e => e.Standing == EntryStanding.Refused && e.Record!.Head.By == Alfa);
        Assert.Contains(_world[Alfa].View(withFusion: false).Log.Faults, f => f.Contains("signed with our key, and we have not said it", StringComparison.Ordinal));
    }

    private static RecordHash HashOf(string hex) => RecordHash.FromBytes(Convert.FromHexString(hex));

    /// <summary>A whole number as RFC 8949 writes it.</summary>
    private static byte[] CborNumber(long number)
    {
        var writer = new System.Formats.Cbor.CborWriter();
        writer.WriteInt64(number);
        return writer.Encode();
    }

    private void BothConfirm()
    {
        foreach (PartyId party in (PartyId[])[Alfa, Bravo])
        {
            _world[party].Take(Warning(), Noon);
            _world[party].AdvanceTo(Noon.AddSeconds(60));
        }

        _world.Deliver();
    }

    /// <summary>A second pen with a party's key: what an intruder has who has stolen it.</summary>
    private sealed class RecordMakerOf(PartyKey key)
    {
        private readonly RecordMaker _maker = new(key);

        public ReadOnlyMemory<byte> Text(string text, string? exercise) => _maker.Say(new TextBody("nobody", text, null), Noon, exercise).Bytes;
    }
}
