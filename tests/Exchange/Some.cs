using CsCheck;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Exchange.Tests;

/// <summary>Values that do not matter to a test, and random ones.</summary>
internal static class Some
{
    public static readonly PartyId Alfa = PartyId.Parse("alfa");
    public static readonly PartyId Bravo = PartyId.Parse("bravo");
    public static readonly PartyId Charlie = PartyId.Parse("charlie");

    /// <summary>2026-07-04T12:00:00Z.</summary>
    public static readonly UtcMicroseconds Noon = new(1_783_166_400_000_000);

    private static readonly Gen<string> Text = Gen.Char['a', 'z'].Array[1, 20].Select(c => new string(c));
    private static readonly Gen<string> Lines = Gen.Int[0, 3].Select(i => new[] { "", "one line", "two\nlines", "æøå\t→ 北" }[i]);
    private static readonly Gen<RecordHash> Hash = Gen.Byte.Array[32].Select(b => RecordHash.FromBytes(b));
    private static readonly Gen<ReadOnlyMemory<byte>> Digest = Gen.Byte.Array[32].Select(b => (ReadOnlyMemory<byte>)b);
    private static readonly Gen<UtcMicroseconds> Time = Gen.Long[0, 4_000_000_000_000_000].Select(t => new UtcMicroseconds(t));
    private static readonly Gen<GroundPoint> Point = Gen.Select(Gen.Int[-900_000_000, 900_000_000], Gen.Int[-1_800_000_000, 1_800_000_000], (a, b) => new GroundPoint(a, b));
    private static readonly Gen<GroundPoint> Corner = Gen.Select(Gen.Int[690_000_000, 710_000_000], Gen.Int[150_000_000, 200_000_000], (a, b) => new GroundPoint(a, b));
    private static readonly Gen<RecordArea> Circle = Gen.Select(Point, Gen.Int[1, 3_000_000], RecordArea.Circle);
    private static readonly Gen<RecordArea> Area = Gen.OneOf(Circle, Corner.Array[3, 8].Select(p => RecordArea.Polygon(p)));
    private static readonly Gen<(int, int)> Sector = Gen.Select(Gen.Int[0, 6_283_185], Gen.Int[0, 6_283_185]);

    private static readonly Gen<RecordBody> Announcement =
        from state in Gen.Int[0, 2]
        from id in Text
        from revision in Gen.Int[1, 100]
        from type in Gen.Int[0, 8]
        from start in Time
        from length in Gen.Long[0, 1_000_000_000]
        from launch in Area
        from azimuth in Sector.Nullable()
        from impact in Area.Null()
        from note in Lines
        select (RecordBody)new AnnouncementBody(
            id, revision, (AnnouncedState)state, (ObjectClass)type, start, new(start.Value + length), launch, azimuth, impact, state == 2 ? start : null, note);

    private static readonly Gen<RecordBody> Release =
        from thing in Gen.Int[1, 6]
        from reference in Text
        from revision in Gen.Int[1, 100]
        from data in Gen.Byte.Array[1, 300]
        from digest in Digest
        from about in Hash.Nullable()
        from isClear in Gen.Bool
        select (RecordBody)(isClear
            ? ReleaseBody.Clear((ReleasedThing)thing, reference, revision, "application/x-some", data, about)
            : ReleaseBody.Committed((ReleasedThing)thing, reference, revision, "application/x-some", digest, about));

    private static readonly Gen<RecordBody> Coverage =
        from sensor in Text
        from place in Circle
        from azimuth in Sector
        from low in Gen.Int[-1_570_797, 0]
        from high in Gen.Int[0, 1_570_797]
        from near in Gen.Int[0, 1000]
        from far in Gen.Int[1000, 400_000_000]
        select (RecordBody)new CoverageBody(sensor, place, azimuth, (low, high), (near, far));

    private static readonly Gen<Difference> Difference = Gen.Select(Gen.Int[1, 8], Gen.Long, (f, a) => new Difference((DifferenceField)f, a));

    /// <summary>Any body that a reader takes.</summary>
    public static readonly Gen<RecordBody> Body = Gen.OneOf(
        Announcement,
        Release,
        Coverage,
        Gen.Select(Hash, Text, (h, t) => (RecordBody)new ShownBody(h, t)),
        Gen.Select(Hash, Text, Lines, (h, t, n) => (RecordBody)new AcknowledgementBody(h, t, n)),
        Gen.Select(Hash, Hash.Nullable(), Difference.Array[1, 8], Lines, (h, o, d, t) => (RecordBody)new QueryBody(h, o, d, t)),
        Gen.Select(Hash, Gen.Int[0, 2], Lines, (h, v, t) => (RecordBody)new AnswerBody(h, (AnswerVerdict)v, t)),
        Gen.Select(Gen.Bool, Digest, Time, (c, d, t) => (RecordBody)(c ? new PolicyBody("[policy]\n", null, t) : new PolicyBody(null, d, t))),
        Gen.Select(Text, Text, Hash.Nullable(), (p, t, r) => (RecordBody)new TextBody(p, t, r)),
        Gen.Select(Text, Time, Gen.Long[0, 1000].Nullable(), Text, Hash.Nullable(), (s, f, u, w, c) => (RecordBody)new OutageBody(s, f, u is { } n ? new(f.Value + n) : null, w, c)),
        Text.Select(t => (RecordBody)new AssurancesBody(t)),
        Gen.Select(Text, Text, Hash.Array[0, 5], Lines, (f, t, o, s) => (RecordBody)new HandoverBody(f, t, o, s)),
        Gen.Select(Text, Digest, Time.Nullable(), (c, d, s) => (RecordBody)new CommitmentBody(c, d, s is { } f ? (f, f.AddSeconds(60)) : null)),
        Gen.Select(Hash, Digest, Text, Gen.Byte.Array[0, 100], (h, s, c, b) => (RecordBody)new OpeningBody(h, s, c, b)),
        Gen.Select(Hash.Array[1, 4], Lines, (h, n) => (RecordBody)new DeletionBody(h, n)));

    /// <summary>A key of a party, the same each time.</summary>
    public static PartyKey Key(PartyId party, byte fill = 7)
    {
        byte[] seed = new byte[PartyKey.SeedBytes];
        seed.AsSpan().Fill(fill);
        seed[0] = (byte)party.Name[0];
        return PartyKey.FromSeed(party, seed);
    }

    public static PartyRegister Register(params PartyId[] parties) => new(parties.Select(p => new RegisteredParty(Key(p).Public, ["radar-1"])));

    public static TextBody Words(string text = "hello") => new("Lt. Vik", text, null);
}
