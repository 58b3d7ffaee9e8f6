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
    public void What_does_not_open_a_sealed_release_is_refused()
    {
        _world.Tamper = (to, kind, payload) =>
            to == Bravo && kind == MessageKinds.Opening ? (OpeningMessage.Read(payload) with { Salt = new byte[32] }).ToCbor() : payload;

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
            new OpeningMessage(Bravo, RecordHash.Of([1]), new byte[32], new byte[] { 4 }).ToCbor(),
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
