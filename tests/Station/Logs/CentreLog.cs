using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Settings;
using JointWatch.Tracking;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Witnessing;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.Station.Tests.Logs;

/// <summary>
/// A centre's folder as it stands on a disk: a log of what alfa and bravo say in turn, the keys, parties.toml beside it, and what each party has kept of it. Each pair of
/// records is cosigned ten minutes after the pair before.
/// </summary>
internal sealed class CentreLog : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-tampered-").FullName;
    private readonly SigningKey _logKey = SigningKey.FromSeed("joint-centre", Seed(9));
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly Dictionary<string, (PartyKey Key, SigningKey Witness, RecordMaker Pen)> _parties = [];

    public CentreLog()
    {
        byte seed = 1;
        foreach (string name in (string[])["alfa", "bravo"])
        {
            var key = PartyKey.FromSeed(PartyId.Parse(name), Seed(seed++));
            _parties[name] = (key, SigningKey.FromSeed(name, Seed(seed++), SignatureType.Cosignature), new RecordMaker(key));
        }

        File.WriteAllText(At("log.vkey"), $"{_logKey.Verifier}\n");
        File.WriteAllText(At("witnesses.vkey"), string.Concat(_parties.Values.Select(p => $"{p.Witness.Verifier}\n")));
        File.WriteAllText(At("parties.toml"), string.Join('\n', _parties.Values.Select(p => PartyRegister.Describe(new RegisteredParty(p.Key.Public, [])))));
    }

    /// <summary>Gets the entries that were logged.</summary>
    public List<ReadOnlyMemory<byte>> Entries { get; } = [];

    public string At(string name) => Path.Combine(_folder, name);

    /// <summary>A party's next record, said so many minutes after noon.</summary>
    public ReadOnlyMemory<byte> Say(string party, double minutes, string text, string? exercise = null) =>
        _parties[party].Pen.Say(new TextBody("watch", text, null), UtcMicroseconds.From(Noon.AddMinutes(minutes)), exercise).Bytes;

    /// <summary>A party's record with a number and a time of one's choice, after a record of one's choice: as only a party itself can forge it.</summary>
    public ReadOnlyMemory<byte> Forge(string party, double minutes, string text, ReadOnlyMemory<byte> after)
    {
        SignedRecord before = RecordReader.Read(after);
        var head = new RecordHead(PartyId.Parse(party), [], UtcMicroseconds.From(Noon.AddMinutes(minutes)), null, before.Head.Sequence + 1, before.Hash);
        return new PartyRecord(head, new TextBody("watch", text, null)).Sign(_parties[party].Key).Bytes;
    }

    /// <summary>Three pairs: entries 0 to 5.</summary>
    public CentreLog Usual()
    {
        for (int i = 0; i < 3; i++)
        {
            Log(10 * (i + 1), Say("alfa", (10 * i) + 5, $"alfa {i}"), Say("bravo", (10 * i) + 6, $"bravo {i}"));
        }

        return this;
    }

    /// <summary>Logs entries, and has both parties cosign so many minutes after noon.</summary>
    public void Log(double minutes, params ReadOnlyMemory<byte>[] entries)
    {
        _time.SetUtcNow(Noon.AddMinutes(minutes));
        using Log log = TransparencyLog.Log.OpenOrCreate(At("log"), _logKey, new LogOptions { Witnesses = [.. _parties.Values.Select(p => p.Witness.Verifier)] });
        long before = log.Size;
        log.Append(entries);
        Entries.AddRange(entries);
        SignedCheckpoint given = log.Checkpoint;
        foreach ((string party, (_, SigningKey key, _)) in _parties)
        {
            using var witness = new Witness(key, [new WitnessedLog(_logKey.Verifier)], At("witness-" + party), _time);
            NoteSignature cosignature = witness.Cosign(WitnessRequest.Make(log.Reader, before, given)).Cosignature!;
            log.AddCosignature(given, cosignature);
            Directory.CreateDirectory(At($"kept/{party}"));
            File.WriteAllBytes(At($"kept/{party}/{given.Checkpoint.Size}"), given.With(cosignature).ToBytes());
        }
    }

    /// <summary>Keeps a copy of the log's folder in bravo's name.</summary>
    public void KeepCopy()
    {
        foreach (string file in Directory.GetFiles(At("log"), "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(At("kept/bravo/copy"), Path.GetRelativePath(At("log"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    /// <summary>What only the centre can do: a log of the same key and name that holds something else.</summary>
    public void Replace(params IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        Directory.Delete(At("log"), recursive: true);
        using Log log = TransparencyLog.Log.Create(At("log"), _logKey);
        log.Append([.. entries]);
    }

    /// <summary>Runs <c>jointwatch log verify</c> as anyone would.</summary>
    public Task<(int Code, string Output)> VerifyAsync(params string[] more) =>
        RunAsync(["log", "verify", "log", "--key", "log.vkey", "--witness", "witnesses.vkey", "--checkpoints", "kept", .. more]);

    public async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(new Dictionary<string, string>(), _folder);
        int code = await CommandLine.InvokeAsync(args, new Handlers(_time, output, error), surroundings, output, error, TestContext.Current.CancellationToken);
        Assert.Equal("", error.ToString());
        return (code, output.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        foreach ((PartyKey key, SigningKey witness, _) in _parties.Values)
        {
            key.Dispose();
            witness.Dispose();
        }

        _logKey.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static byte[] Seed(byte b) => [.. Enumerable.Repeat(b, 32)];
}
