using System.Formats.Cbor;
using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Exchange.Tests;

/// <summary>Parties at one table, and the log that they fill. Times are seconds after <see cref="Some.Noon"/>.</summary>
internal sealed class Table : IDisposable
{
    private readonly Dictionary<PartyId, (PartyKey Key, RecordMaker Pen)> _parties = [];
    private int _salts;

    public Table(params PartyId[] parties)
    {
        foreach (PartyId party in parties.Length == 0 ? [Some.Alfa, Some.Bravo] : parties)
        {
            PartyKey key = Some.Key(party);
            _parties[party] = (key, new RecordMaker(key));
        }

        Register = Some.Register([.. _parties.Keys]);
    }

    public PartyRegister Register { get; }

    public List<SignedRecord> Log { get; } = [];

    public string? Exercise { get; init; }

    public static UtcMicroseconds At(double seconds) => Some.Noon.AddSeconds(seconds);

    public SignedRecord Say(PartyId by, double seconds, RecordBody body, params IEnumerable<PartyId> to)
    {
        SignedRecord record = Draft(by, seconds, body, to);
        Log.Add(record);
        return record;
    }

    /// <summary>Signs without putting it into the log.</summary>
    public SignedRecord Draft(PartyId by, double seconds, RecordBody body, params IEnumerable<PartyId> to) => _parties[by].Pen.Say(body, At(seconds), Exercise, to);

    public RecordBook Book(string? exercise = null) => BookOf(Register, Log, exercise);

    public static RecordBook BookOf(PartyRegister register, IEnumerable<SignedRecord> log, string? exercise = null) =>
        new RecordBook(register, exercise).TakeAll(log.Select((r, i) => ((long)i, r.Bytes)));

    /// <summary>A salt that no other has, and the same each time.</summary>
    public byte[] Salt()
    {
        byte[] salt = new byte[CommitmentDigest.SaltBytes];
        BitConverter.TryWriteBytes(salt, ++_salts);
        return salt;
    }

    public static AnnouncementBody Launch(string id, double from, double until, AnnouncedState state = AnnouncedState.Planned, double? flown = null, double latitude = 69.3, int revision = 1) => new(
        id, revision, state, ObjectClass.Unknown, At(from), At(until), RecordArea.Circle(GroundPoint.FromDegrees(latitude, 16), 20_000), null, null, flown is { } t ? At(t) : null, "");

    /// <summary>A warning as the releaser writes it: a launch in a cell of half a degree, at a time to ten seconds.</summary>
    public static ReleaseBody Warning(PartyId by, string reference, double launchSeconds, double latitude = 69.3, double longitude = 16, RecordHash? about = null, double sizeDegrees = 0.5) =>
        ReleaseBody.Clear(ReleasedThing.Warning, reference, 1, ReleaseCborFacts.ContentType, Data(by, reference, launchSeconds, latitude, longitude, sizeDegrees), about);

    /// <summary>The data of such a release, after the releaser's format.</summary>
    public static byte[] Data(PartyId by, string reference, double launchSeconds, double latitude = 69.3, double longitude = 16, double sizeDegrees = 0.5)
    {
        int size = (int)(1000 * sizeDegrees);
        int south = (int)Math.Floor(1000 * latitude / size) * size;
        int west = (int)Math.Floor(1000 * longitude / size) * size;
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(10);
        Field(1, () => writer.WriteInt32(1));
        Field(2, () => writer.WriteTextString(by.Name));
        Field(3, () => writer.WriteTextString("bravo"));
        Field(4, () => writer.WriteInt32(1));
        Field(5, () => writer.WriteTextString(reference));
        Field(6, () => writer.WriteInt32(1));
        Field(7, () => writer.WriteInt32(1));
        Field(8, () => writer.WriteInt64(At(launchSeconds).Value / 1_000_000));
        Field(9, () => writer.WriteBoolean(false));
        Field(10, () =>
        {
            writer.WriteStartMap(3);
            Field(1, () => Array(2, At(launchSeconds).Value / 10_000_000 * 10, 10));
            Field(2, () => Array(1, south, south + size, west, west + size));
            Field(5, () => writer.WriteTextString("ballistic"));
            writer.WriteEndMap();
        });
        writer.WriteEndMap();
        return writer.Encode();

        void Field(int key, Action write)
        {
            writer.WriteInt32(key);
            write();
        }

        void Array(params long[] values)
        {
            writer.WriteStartArray(values.Length);
            foreach (long value in values)
            {
                writer.WriteInt64(value);
            }

            writer.WriteEndArray();
        }
    }

    public void Dispose()
    {
        foreach ((PartyKey key, RecordMaker _) in _parties.Values)
        {
            key.Dispose();
        }
    }
}
