using System.Security.Cryptography;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Joint.Messages;
using JointWatch.TransparencyLog.Verification;
using static JointWatch.Joint.Tests.JointWorld;

namespace JointWatch.Joint.Tests;

/// <summary>A centre, or whoever sits on it, that does not keep its word: each party finds it by itself.</summary>
public sealed class TamperingTests : IDisposable
{
    private readonly JointWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void An_entry_that_bravo_is_not_shown_keeps_bravo_from_cosigning()
    {
        _world.Deliver();
        _world.Tamper = (to, kind, payload) =>
            to == Bravo && kind == MessageKinds.Entries && EntriesMessage.Read(payload) is { Entries: [var entry] } message && Says(entry, "the secret one")
                ? new EntriesMessage(message.First, [Other(entry)]).ToCbor()
                : payload;

        _world[Alfa].SayByHand(new TextBody("watch", "the secret one", null));
        _world.Deliver();

        Assert.Contains(_world[Bravo].View(withFusion: false).Log.Faults, f => f.Contains("the log shows others something else", StringComparison.Ordinal));
        Assert.Contains(_world.Centre.View(withFusion: false).Log.Cosigned, c => c is { Party: "bravo", Refusal: not null });
        Assert.Contains(_world.Centre.View(withFusion: false).Log.Cosigned, c => c is { Party: "alfa", Refusal: null });
    }

    [Fact]
    public void An_entry_that_is_sent_again_as_another_is_named()
    {
        _world[Alfa].SayByHand(new TextBody("watch", "one", null));
        _world.Deliver();
        ReadOnlyMemory<byte> entry = Exchange.Files.EntrySource.Read(_world.LogFolder).Last().Entry;
        long index = _world.ReadLog().Entries[^1].Index;

        _world[Bravo].Receive(MessageKinds.Entries, new EntriesMessage(index, [Other(entry)]).ToCbor());

        Assert.Contains(_world[Bravo].View(withFusion: false).Log.Faults, f => f.Contains($"entry {index} is 'another entry than was sent before'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_that_is_rewritten_on_the_disk_disagrees_with_what_both_have_kept()
    {
        _world[Alfa].SayByHand(new TextBody("watch", "launch at noon", null));
        _world.Deliver();

        foreach (string bundle in Directory.GetFiles(Path.Combine(_world.LogFolder, "tile", "entries"), "*", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(bundle);
            int at = bytes.AsSpan().IndexOf("launch at noon"u8);
            if (at >= 0)
            {
                "launch at five"u8.CopyTo(bytes.AsSpan(at));
                File.WriteAllBytes(bundle, bytes);
            }
        }

        Finding[] findings = [.. _world.Verify().Findings];
        Assert.NotEmpty(findings);
        Assert.Contains(findings, f => f.Words.Contains("entry", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Who_carries_a_sealed_release_cannot_read_it()
    {
        var carried = new List<ReadOnlyMemory<byte>>();
        var boxes = new List<ReadOnlyMemory<byte>>();
        _world.Tamper = (_, kind, payload) =>
        {
            carried.Add(payload);
            boxes.AddRange(kind == MessageKinds.Opening ? [payload] : []);
            return payload;
        };
        _world[Alfa].Take(Warning(), Noon);
        _world[Alfa].AdvanceTo(Noon.AddSeconds(60));
        _world.Deliver();

        OpeningMessage[] opened = [.. boxes.Select(b => BoxMessage.Read(b).Open(_world.KeyOf(Bravo))!)];

        Assert.NotEmpty(opened);
        Assert.All(opened, o => Assert.DoesNotContain(carried, payload => payload.Span.IndexOf(o.Content.Span) >= 0));
    }

    [Fact]
    public void A_box_for_bravo_opens_with_no_other_key_and_for_no_other_record()
    {
        var opening = new OpeningMessage(Bravo, RecordHash.Of([1]), new byte[32], "a launch"u8.ToArray());
        BoxMessage box = BoxMessage.Read(BoxMessage.Seal(opening, _world.KeyOf(Bravo).Box).ToCbor());

        Assert.Equal(opening.ToCbor(), box.Open(_world.KeyOf(Bravo))!.ToCbor());
        Assert.Null(box.Open(_world.KeyOf(Alfa)));
        Assert.Null((box with { Of = RecordHash.Of([2]) }).Open(_world.KeyOf(Bravo)));
        for (int i = 0; i < box.Box.Length; i++)
        {
            byte[] changed = box.Box.ToArray();
            changed[i] ^= 1;
            Assert.Null((box with { Box = changed }).Open(_world.KeyOf(Bravo)));
        }
    }

    [Fact]
    public void What_does_not_open_a_sealed_release_is_refused()
    {
        _world.Tamper = (to, kind, payload) => to == Bravo && kind == MessageKinds.Opening && BoxMessage.Read(payload).Open(_world.KeyOf(Bravo)) is { } opening
            ? BoxMessage.Seal(opening with { Salt = new byte[32] }, _world.KeyOf(Bravo).Box).ToCbor()
            : payload;

        _world[Alfa].Take(Warning(), Noon);
        _world[Alfa].AdvanceTo(Noon.AddSeconds(60));
        _world.Deliver();

        Assert.Contains(_world[Bravo].View(withFusion: false).Log.Faults, f => f.Contains("what alfa has committed to", StringComparison.Ordinal));
        Assert.DoesNotContain(_world.Party(_world[Bravo].View(withFusion: false), Alfa).Released, r => r.IsSealed && r.Values is not null);
    }

    [Fact]
    public void Bytes_of_any_kind_stop_neither_the_centre_nor_a_desk()
    {
        var random = new Random(7);
        string[] kinds = [MessageKinds.Record, MessageKinds.Opening, MessageKinds.Have, MessageKinds.Cosignature, MessageKinds.Entries, MessageKinds.Checkpoint, MessageKinds.Receipt, MessageKinds.Refused, "other", ""];
        byte[][] whole =
        [
            new EntriesMessage(0, [new byte[] { 1, 2, 3 }]).ToCbor(),
            new HaveMessage(3).ToCbor(),
            BoxMessage.Seal(new OpeningMessage(Bravo, RecordHash.Of([1]), new byte[32], new byte[] { 4 }), _world.KeyOf(Bravo).Box).ToCbor(),
            new CosignatureMessage(4, 2, 2, "— bravo x\n", "words").ToCbor(),
            new RefusedMessage(RecordHash.Of([2]), "because").ToCbor(),
        ];
        for (int i = 0; i < 4000; i++)
        {
            byte[] bytes = (byte[])whole[random.Next(whole.Length)].Clone();
            for (int flips = random.Next(4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            bytes = bytes[..(random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length)];
            _world.Centre.Receive(Alfa, kinds[random.Next(kinds.Length)], bytes);
            _world[Bravo].Receive(kinds[random.Next(kinds.Length)], bytes);
        }

        _world.Restart(Bravo);
        Assert.True(_world.Centre.Refused > 1000);
    }

    private static bool Says(ReadOnlyMemory<byte> entry, string text) => entry.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;

    private static byte[] Other(ReadOnlyMemory<byte> entry) => [.. entry.Span[..^4], .. SHA256.HashData(entry.Span)[..4]];
}
