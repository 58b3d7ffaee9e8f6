using CsCheck;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;

namespace JointWatch.Exchange.Tests.Records;

public sealed class RecordTests
{
    [Fact]
    public void Every_record_is_read_as_it_was_signed() => Some.Body.Sample(
        body =>
        {
            using PartyKey key = Some.Key(Some.Alfa);
            SignedRecord signed = new RecordMaker(key).Say(body, Some.Noon, "drill-1", Some.Charlie, Some.Bravo);
            SignedRecord read = RecordReader.Read(signed.Bytes);

            Assert.Equal(signed.Hash, read.Hash);
            Assert.True(read.IsSignedBy(key.Public));
            Assert.Equal(body.Kind, read.Body.Kind);
            Assert.Equal([Some.Bravo, Some.Charlie], read.Head.To);
            Assert.Equal(signed.Record.ToCbor(), read.Record.ToCbor());
        },
        iter: 500,
        threads: 1);

    /// <summary>The bytes in their parts, by RFC 8949 and records.cddl, put together by hand.</summary>
    [Fact]
    public void A_record_has_the_bytes_that_the_contract_says()
    {
        var head = new RecordHead(Some.Alfa, [Some.Bravo], new(1), null, 0, null);
        byte[] record = new PartyRecord(head, new TextBody("Vik", "hi", null)).ToCbor();

        Assert.Equal(
            "A7" + "0101" + "0208" + "0364616C6661" + "048165627261766F" + "0501" + "0700" + "09" + "A2" + "016356696B" + "02626869",
            Convert.ToHexString(record));
    }

    [Fact]
    public void Records_are_numbered_and_chained()
    {
        using PartyKey key = Some.Key(Some.Alfa);
        var pen = new RecordMaker(key);
        SignedRecord first = pen.Say(Some.Words(), Some.Noon);
        SignedRecord second = pen.Say(Some.Words(), Some.Noon.AddSeconds(-5));

        Assert.Null(first.Head.Previous);
        Assert.Equal((1, first.Hash), (second.Head.Sequence, second.Head.Previous!.Value));
        Assert.Equal(Some.Noon, second.Head.Time);
        Assert.Equal(2, new RecordMaker(key, second).Say(Some.Words(), Some.Noon).Head.Sequence);
    }

    [Fact]
    public void A_changed_byte_is_refused_or_not_signed() => Gen.Select(Some.Body, Gen.Int[0, int.MaxValue], Gen.Byte[1, 255]).Sample(
        (body, place, change) =>
        {
            using PartyKey key = Some.Key(Some.Alfa);
            byte[] bytes = new RecordMaker(key).Say(body, Some.Noon).Bytes.ToArray();
            bytes[place % bytes.Length] ^= change;
            Assert.False(IsTaken(bytes, key.Public));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void Bytes_of_any_kind_are_refused_by_name() => Gen.Select(Some.Body, Gen.Byte.Array[0, 40], Gen.Int[0, int.MaxValue], Gen.Int[0, 40]).Sample(
        (body, junk, place, cut) =>
        {
            using PartyKey key = Some.Key(Some.Alfa);
            byte[] bytes = new RecordMaker(key).Say(body, Some.Noon).Bytes.ToArray();
            int at = place % bytes.Length;
            byte[] spliced = [.. bytes[..at], .. junk, .. bytes[Math.Min(bytes.Length, at + cut)..]];

            // What is thrown is a RecordException and nothing else; an untouched record is taken.
            Assert.True(!IsTaken(spliced, key.Public) || spliced.AsSpan().SequenceEqual(bytes));
            Assert.False(IsTaken(junk, key.Public));
        },
        iter: 2000,
        threads: 1);

    /// <summary>The signature is made over the bytes that were changed, so that nothing but the reader is in the way.</summary>
    [Fact]
    public void A_payload_of_any_kind_is_refused_by_name_though_it_is_signed() => Gen.Select(Some.Body, Gen.Byte.Array[0, 8], Gen.Int[0, int.MaxValue], Gen.Int[0, 8]).Sample(
        (body, junk, place, cut) =>
        {
            using PartyKey key = Some.Key(Some.Alfa);
            byte[] payload = new RecordMaker(key).Say(body, Some.Noon).Record.ToCbor();
            int at = place % payload.Length;
            byte[] spliced = [.. payload[..at], .. junk, .. payload[Math.Min(payload.Length, at + cut)..]];
            try
            {
                // Another record may come out; then it must be in the one encoding that it has.
                Assert.Equal(spliced, RecordReader.Read(RecordEnvelope.Seal(spliced, key)).Record.ToCbor());
            }
            catch (RecordException e)
            {
                Assert.Contains("expected", e.Message, StringComparison.Ordinal);
            }
        },
        iter: 5000,
        threads: 1);

    [Theory]
    [InlineData("A8" + "0101" + "0208" + "0364616C6661" + "0480" + "0501" + "0700" + "09A2016356696B026268690A00", "key is '10'; expected a field that records.cddl has there")]
    [InlineData("A7" + "0102" + "0208" + "0364616C6661" + "0480" + "0501" + "0700" + "09A2016356696B02626869", "version is '2'; expected a whole number from 1 to 1")]
    [InlineData("A7" + "0101" + "0210" + "0364616C6661" + "0480" + "0501" + "0700" + "09A2016356696B02626869", "kind is '16'; expected a whole number from 1 to 15")]
    [InlineData("A7" + "0101" + "0208" + "0364416C6661" + "0480" + "0501" + "0700" + "09A2016356696B02626869", "by is 'Alfa'; expected a name of 1 to 32 of a-z")]
    [InlineData("A7" + "0101" + "0208" + "0364616C6661" + "0482626262626161" + "0501" + "0700" + "09A2016356696B02626869", "to is 'aa'; expected parties in ascending order")]
    [InlineData("A7" + "0101" + "0208" + "0364616C6661" + "0480" + "0520" + "0700" + "09A2016356696B02626869", "time is '-1'; expected a whole number from 0")]
    [InlineData("A7" + "0101" + "0208" + "0364616C6661" + "0480" + "0501" + "0701" + "09A2016356696B02626869", "previous is missing; expected 32 bytes")]
    [InlineData("A7" + "0101" + "0208" + "0364616C6661" + "0480" + "0501" + "0700" + "09A101635669620262", "body.text is missing")]
    [InlineData("A7" + "0101" + "0208" + "0364616C6661" + "0480" + "0501" + "0700" + "09A2016356696B0240", "body.text is 'something else'; expected a text of 1 to 4000 bytes")]
    [InlineData("A7" + "0101" + "0208" + "0364616C6661" + "0480" + "0501" + "1800" + "09A2016356696B02626869", "record is 'other bytes'; expected deterministic CBOR")]
    [InlineData("A7" + "0101" + "0208" + "0364616C6661" + "0480" + "0501" + "0700" + "09A2016356696B0262686900", "record is '1 bytes more'; expected nothing behind it")]
    public void What_is_wrong_is_named(string payload, string message)
    {
        using PartyKey key = Some.Key(Some.Alfa);
        var e = Assert.Throws<RecordException>(() => RecordReader.Read(RecordEnvelope.Seal(Convert.FromHexString(payload), key)));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_another_party_does_not_speak_for_this_one()
    {
        using PartyKey alfa = Some.Key(Some.Alfa);
        using PartyKey bravo = Some.Key(Some.Bravo);
        byte[] record = new PartyRecord(new RecordHead(Some.Alfa, [], Some.Noon, null, 0, null), Some.Words()).ToCbor();

        Assert.Throws<RecordException>(() => RecordReader.Read(RecordEnvelope.Seal(record, bravo)));
        Assert.False(RecordReader.Read(RecordEnvelope.Seal(record, alfa)).IsSignedBy(Some.Key(Some.Alfa, 9).Public));
        Assert.Throws<RecordException>(() => new PartyRecord(new RecordHead(Some.Alfa, [], Some.Noon, null, 0, null), Some.Words()).Sign(bravo));
    }

    /// <summary>Corners about the whole equator have no middle: their sum is nothing.</summary>
    [Fact]
    public void A_polygon_around_the_Earth_is_refused()
    {
        using PartyKey key = Some.Key(Some.Alfa);
        AnnouncementBody launch = Table.Launch("rocket-1", 0, 1) with
        {
            LaunchArea = RecordArea.Polygon(GroundPoint.FromDegrees(0, 0), GroundPoint.FromDegrees(0, 90), GroundPoint.FromDegrees(0, 180), GroundPoint.FromDegrees(0, -90)),
        };

        var e = Assert.Throws<RecordException>(() => new RecordMaker(key).Say(launch, Some.Noon));
        Assert.Contains("body.launchArea is 'a larger polygon'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_too_long_is_not_signed()
    {
        using PartyKey key = Some.Key(Some.Alfa);
        var pen = new RecordMaker(key);

        Assert.Throws<RecordException>(() => pen.Say(new HandoverBody("a", "b", [], new string('ø', 3000)), Some.Noon));
        Assert.Throws<RecordException>(() => pen.Say(ReleaseBody.Clear(ReleasedThing.Track, "t", 1, "x/y", new byte[ReleaseBody.MostData + 1]), Some.Noon));
        Assert.Throws<RecordException>(() => RecordReader.Read(new byte[RecordReader.LargestBytes + 1]));
        Assert.Null(pen.Last);
    }

    /// <summary>SHA-256 of the parts in their order, put together by hand.</summary>
    [Fact]
    public void A_commitment_is_the_digest_that_the_contract_says()
    {
        byte[] salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        byte[] input = [.. "jointwatch/commitment/v1\n"u8, .. salt, 0, 0, 0, 3, .. "abc"u8, 0, 0, 0, 0, 0, 0, 0, 2, 0xff, 0x00];

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(input), CommitmentDigest.Of(salt, "abc", [0xff, 0x00]));
    }

    [Fact]
    public void A_confirmation_is_read_as_it_was_written_and_nothing_else_is()
    {
        var confirmation = new Confirmation(true, "warning 7");
        Assert.Equal(confirmation, Confirmation.TryRead(confirmation.ToCbor()));
        Gen.Byte.Array[0, 20].Sample(bytes => Assert.True(Confirmation.TryRead(bytes) is not { } read || read.ToCbor().SequenceEqual(bytes)), iter: 2000, threads: 1);
    }

    private static bool IsTaken(byte[] bytes, PartyPublicKey key)
    {
        try
        {
            return RecordReader.Read(bytes).IsSignedBy(key);
        }
        catch (RecordException)
        {
            return false;
        }
    }
}
