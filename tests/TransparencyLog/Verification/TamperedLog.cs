using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Verification;
using JointWatch.TransparencyLog.Witnessing;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.TransparencyLog.Tests.Verification;

/// <summary>
/// A log of some entries, whose witnesses north and south have cosigned it as it grew and kept what they were given; and a log of the same key and name that
/// says something else, as only the centre itself could make it.
/// </summary>
internal sealed class TamperedLog : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SigningKey _logKey = Some.LogKey();
    private readonly SigningKey _north = Some.WitnessKey("north", 2);
    private readonly SigningKey _south = Some.WitnessKey("south", 3);
    private readonly FakeTimeProvider _time = new(Some.Time);

    public string Folder => _folder["log"];

    /// <summary>What the parties keep, in a folder each.</summary>
    public string Kept => _folder["kept"];

    public SigningKey LogKey => _logKey;

    public SigningKey North => _north;

    public FakeTimeProvider Time => _time;

    public LogVerifierOptions Options => new()
    {
        LogKeys = [_logKey.Verifier],
        Witnesses = [_north.Verifier, _south.Verifier],
        EntryFacts = Entries.FactsOf,
    };

    /// <summary>Makes the log: after each batch both parties cosign, and keep their checkpoints.</summary>
    public void Make(params ReadOnlyMemory<byte>[][] batches)
    {
        using Log log = Log.Create(Folder, _logKey, new LogOptions { Witnesses = [_north.Verifier, _south.Verifier] });
        using var north = new Witness(_north, [new WitnessedLog(_logKey.Verifier)], _folder["north"], _time);
        using var south = new Witness(_south, [new WitnessedLog(_logKey.Verifier)], _folder["south"], _time);
        foreach (ReadOnlyMemory<byte>[] batch in batches)
        {
            long before = log.Size;
            log.Append(batch);
            _time.Advance(TimeSpan.FromSeconds(10));
            SignedCheckpoint given = log.Checkpoint;
            foreach ((string party, Witness witness) in ((string, Witness)[])[("north", north), ("south", south)])
            {
                NoteSignature cosignature = witness.Cosign(WitnessRequest.Make(log.Reader, before, given)).Cosignature!;
                log.AddCosignature(given, cosignature);
                Keep(party, $"{given.Checkpoint.Size}.checkpoint", given.With(cosignature).ToBytes());
            }
        }
    }

    /// <summary>Puts another log of the same key and name in its place.</summary>
    public void Replace(params IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        Directory.Delete(Folder, recursive: true);
        using Log log = Log.Create(Folder, _logKey);
        log.Append([.. entries]);
    }

    /// <summary>Keeps a receipt in a party's name.</summary>
    public void KeepReceipt(string party, long index) =>
        Keep(party, $"{index}.tlog-proof", new LogReader(Folder).MakeReceipt(index).ToBytes());

    /// <summary>Keeps a copy of the whole log in a party's name.</summary>
    public void KeepCopy(string party) => TempFolder.Copy(Folder, Path.Combine(Kept, party, "copy"));

    /// <summary>Forgets all checkpoints of a party.</summary>
    public void Forget(string party) => Array.ForEach(Directory.GetFiles(Path.Combine(Kept, party), "*.checkpoint"), File.Delete);

    public void Keep(string party, string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.Combine(Kept, party));
        File.WriteAllBytes(Path.Combine(Kept, party, name), bytes);
    }

    public VerificationReport Verify() => new LogVerifier(Options).VerifyFolder(Folder, Directory.Exists(Kept) ? Evidence.Read(Kept) : null);

    public void Dispose()
    {
        _logKey.Dispose();
        _north.Dispose();
        _south.Dispose();
        _folder.Dispose();
    }
}
