using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Files;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Joint.Desk;
using JointWatch.Station.Core;
using JointWatch.Station.Joint;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using JointWatch.TransparencyLog.Notes;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.Station.Tests.Joint;

/// <summary>A station that has promised to delete its raw data after 0.1 days (2 h 24 min), from noon on by a clock that the test turns.</summary>
public sealed class RawDataKeeperTests : IDisposable
{
    private const string Promise = """
        [assurances]
        party = "alfa"

        [[assurance]]
        name = "raw-data"
        form = "deletion"
        days = 0.1
        rawData = "committed"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-rawdata-").FullName;
    private readonly PartyKey _key = PartyKey.FromSeed(PartyId.Parse("alfa"), new byte[32]);
    private readonly SigningKey _witness = SigningKey.FromSeed("alfa", new byte[32], SignatureType.Cosignature);
    private readonly SigningKey _log = SigningKey.FromSeed("joint-centre", new byte[32]);
    private readonly FakeTimeProvider _time = new(Some.Now.ToDateTimeOffset());
    private readonly JournalFile _journal;
    private Life _life;
    private long _number;
    private ulong _sequence;

    public RawDataKeeperTests()
    {
        _journal = JournalFile.Open(_folder);
        _life = new Life(this, Promise);
        Enter(0, EntryKind.Start, "", "1"u8.ToArray());
        Enter(0, EntryKind.Message, Some.BirthTopic, Some.Map(Some.RadarBirth()));
    }

    private string JournalPath => Path.Combine(_folder, JournalFile.FileName);

    public void Dispose()
    {
        _life.Dispose();
        _journal.Dispose();
        _key.Dispose();
        _witness.Dispose();
        _log.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void An_hour_of_reports_is_committed_to_when_it_is_over()
    {
        JournalEntry[] reports = [Report(10), Report(50)];
        Tick(59.9);
        Assert.Empty(Said<CommitmentBody>());

        Report(61);

        CommitmentBody commitment = Assert.Single(Said<CommitmentBody>());
        Assert.Equal(("raw-data", (Some.Now, new UtcMicroseconds(Some.Now.Value + 3_599_999_999))), (commitment.Context, commitment.Span!.Value));

        // Opened, it binds to the reports as they lie in the journal.
        _life.Desk.Open(Records().Single(r => r.Body is CommitmentBody).Hash);
        OpeningBody opening = Assert.Single(Said<OpeningBody>());
        Assert.Equal(HashOf(reports), opening.Content.ToArray());
        Assert.Equal(commitment.Digest.ToArray(), CommitmentDigest.Of(opening.Salt.Span, "raw-data", opening.Content.Span));
    }

    [Fact]
    public void When_its_days_are_over_it_is_gone_from_the_journal_and_the_party_says_so_in_time()
    {
        byte[] payload = Report(10).Payload.ToArray();
        Report(50);
        byte[] later = Report(70).Payload.ToArray();
        Tick(189.5);
        Assert.Empty(Said<DeletionBody>());
        Assert.True(Holds(payload));

        Tick(190);

        Assert.Equal([Records().First(r => r.Body is CommitmentBody).Hash], Assert.Single(Said<DeletionBody>()).Of);
        Assert.Equal(["birth", "report"], Read().Where(e => e.Kind == EntryKind.Message).Select(e => e.Topic.Split('/')[^1]));
        Assert.False(Holds(payload));
        Assert.True(Holds(later));
        Tick(205);
        Assert.Equal(Verdict.Kept, Check());
    }

    [Fact]
    public void A_station_that_is_started_again_commits_to_nothing_twice_and_deletes_what_is_due()
    {
        Report(10);
        Report(61);
        Restart();
        Tick(62);
        Assert.Single(Said<CommitmentBody>());

        Tick(195);
        Restart();
        Tick(196);
        Tick(260);

        Assert.Equal((2, 2), (Said<CommitmentBody>().Count, Said<DeletionBody>().Count));
        Assert.Equal(Verdict.Kept, Check());
        Assert.Equal(0, _life.Core.Counts.DigestMismatches);
        Assert.Equal(0, _life.Core.Counts.Faults);
    }

    [Fact]
    public void What_was_removed_before_a_crash_and_not_said_is_said_after_it()
    {
        JournalEntry report = Report(10);
        Tick(61);
        RecordHash commitment = Records().Single(r => r.Body is CommitmentBody).Hash;
        RawData.Remove(JournalPath, report.Number, report.Number, new RemovalNote(commitment.ToString(), 7, 3, Some.Now.Value));
        Restart();
        Assert.Equal((7L, 3), _life.Core.LastNumbers);

        Tick(62);
        Tick(63);

        Assert.Equal([commitment], Assert.Single(Said<DeletionBody>()).Of);
    }

    [Fact]
    public void A_party_that_has_promised_nothing_commits_to_nothing_and_keeps_its_journal()
    {
        _life.Dispose();
        _life = new Life(this, null);
        Report(10);
        Tick(70);
        Tick(100_000);

        Assert.Null(_life.Keeper);
        Assert.Empty(Said<CommitmentBody>());
        Assert.Contains(Read(), e => e.Topic == Some.ReportTopic);
    }

    [Fact]
    public void A_removal_note_that_is_none_is_refused_and_stops_nothing()
    {
        foreach (string bad in (string[])["", "null", "[]", "{\"commitment\":3}"])
        {
            using var core = new StationCore(new CoreOptions(), Stages.Default);
            core.Process(new JournalEntry(1, Some.Now, EntryKind.Removed, "", Encoding.UTF8.GetBytes(bad)));
            Assert.Equal(1, core.Counts.Quarantined);
        }
    }

    private JournalEntry Report(double minutes) => Enter(
        minutes, EntryKind.Message, Some.ReportTopic, Some.Map(Some.Report(_sequence++, time: Some.Now.AddSeconds(60 * minutes), detections: Some.RadarDetection())));

    private void Tick(double minutes) => Enter(minutes, EntryKind.Tick, "", default);

    private JournalEntry Enter(double minutes, EntryKind kind, string topic, ReadOnlyMemory<byte> payload)
    {
        UtcMicroseconds at = Some.Now.AddSeconds(60 * minutes);
        _time.SetUtcNow(at.ToDateTimeOffset());
        var entry = new JournalEntry(++_number, at, kind, topic, payload);
        _journal.Append([entry]);
        _life.Process(entry);
        return entry;
    }

    private void Restart()
    {
        _life.Dispose();
        _life = new Life(this, Promise);
        Enter((_time.GetUtcNow() - Some.Now.ToDateTimeOffset()).TotalMinutes, EntryKind.Start, "", "1"u8.ToArray());
    }

    private List<JournalEntry> Read() => [.. JournalFile.Read(JournalPath)];

    private List<SignedRecord> Records()
    {
        string copy = Path.Combine(_folder, "said.copy");
        File.Copy(Path.Combine(_folder, "joint", "said.bundle"), copy, overwrite: true);
        return [.. EntrySource.Read(copy).Select(e => RecordReader.Read(e.Entry))];
    }

    private List<T> Said<T>()
        where T : RecordBody => [.. Records().Select(r => r.Body).OfType<T>()];

    /// <summary>As anyone would see it who has the log.</summary>
    private Verdict? Check()
    {
        RecordBook book = new RecordBook(new PartyRegister(new RegisteredParty(_key.Public, []))).TakeAll(Records().Select((r, i) => ((long)i, r.Bytes)));
        Assert.Empty(book.Faults);
        return AssuranceChecker.Check(book, _key.Party, new ReleaseCborFacts()).Verdict;
    }

    private bool Holds(byte[] bytes) => Directory.GetFiles(_folder, "journal.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] all = new byte[stream.Length];
        stream.ReadExactly(all);
        return all.AsSpan().IndexOf(bytes) >= 0;
    });

    /// <summary>What a commitment binds to, written from its description alone.</summary>
    private static byte[] HashOf(JournalEntry[] entries)
    {
        var all = new List<byte>();
        foreach (JournalEntry e in entries)
        {
            byte[] topic = Encoding.UTF8.GetBytes(e.Topic);
            all.AddRange(BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(e.Number)));
            all.AddRange(BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(e.ReceivedAt.Value)));
            all.AddRange(BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness((long)e.Kind)));
            all.AddRange(BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(topic.Length)));
            all.AddRange(topic);
            all.AddRange(BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(e.Payload.Length)));
            all.AddRange(e.Payload.ToArray());
        }

        return SHA256.HashData(all.ToArray());
    }

    /// <summary>One life of the station: it takes up the journal, and is live then.</summary>
    private sealed class Life : IDisposable
    {
        public Life(RawDataKeeperTests test, string? promise)
        {
            var register = new PartyRegister(new RegisteredParty(test._key.Public, []));
            Desk = new JointDesk(
                new DeskOptions(Path.Combine(test._folder, "joint"), test._key, test._witness, register, test._log.Verifier) { AssurancesText = promise }, test._time, (_, _) => { });
            Desk.Begin(null, UtcMicroseconds.From(test._time.GetUtcNow()));
            Keeper = Desk.DeletionDays is { } days ? new RawDataKeeper(Desk, () => true, days, test.JournalPath, test._time, words => Assert.Fail(words)) : null;
            Core = new StationCore(new CoreOptions(), Stages.Default, Keeper is null ? [] : [Keeper]);
            foreach (JournalEntry entry in JournalFile.Read(test.JournalPath))
            {
                Core.Process(entry);
            }

            Desk.Wake();
            Keeper?.Start();
        }

        public JointDesk Desk { get; }

        public RawDataKeeper? Keeper { get; }

        public StationCore Core { get; }

        public void Process(JournalEntry entry) => Core.Process(entry);

        public void Dispose()
        {
            Core.Dispose();
            Keeper?.Dispose();
            Desk.Dispose();
        }
    }
}
