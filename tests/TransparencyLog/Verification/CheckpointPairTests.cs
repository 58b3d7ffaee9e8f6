using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Verification;

namespace JointWatch.TransparencyLog.Tests.Verification;

public sealed class CheckpointPairTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SigningKey _key = Some.LogKey();
    private readonly Log _log;
    private readonly SignedCheckpoint _old;
    private readonly LogVerifier _verifier;

    public CheckpointPairTests()
    {
        _log = Log.Create(_folder.Path, _key);
        _log.Append(Some.Entries(0, 100));
        _old = _log.Checkpoint;
        _log.Append(Some.Entries(100, 200));
        _verifier = new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier] });
    }

    public void Dispose()
    {
        _log.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Two_checkpoints_of_one_log_agree_by_its_tiles_and_by_a_proof()
    {
        ConsistencyProof proof = _log.Reader.ProveConsistency(100, 300);

        Assert.True(_verifier.VerifyCheckpoints(_old, _log.Checkpoint, _log.Reader).IsWhole);
        Assert.True(_verifier.VerifyCheckpoints(_old, _log.Checkpoint, proof.Path).IsWhole);
        Assert.True(_verifier.VerifyCheckpoints(_old, _old, _log.Reader).IsWhole);
        Assert.Equal(FindingKind.ProofFalse, Only(_verifier.VerifyCheckpoints(_old, _log.Checkpoint, [.. proof.Path.Skip(1)])));
    }

    [Fact]
    public void A_fork_a_changed_past_a_smaller_log_and_a_strange_key_are_told_apart()
    {
        SignedCheckpoint fork = Sign(300, "fork");
        using SigningKey stranger = Some.Key(Some.Origin, 9);

        Assert.Equal(FindingKind.LogForked, Only(_verifier.VerifyCheckpoints(fork, _log.Checkpoint, _log.Reader)));
        Assert.Equal(FindingKind.ProofFalse, Only(_verifier.VerifyCheckpoints(Sign(100, "another past"), _log.Checkpoint, _log.Reader)));
        Assert.Equal(FindingKind.LogShrunk, Only(_verifier.VerifyCheckpoints(_log.Checkpoint, _old, _log.Reader)));
        Assert.Equal(FindingKind.SignatureMissing, Only(_verifier.VerifyCheckpoints(SignedCheckpoint.Sign(_old.Checkpoint, stranger), _log.Checkpoint, _log.Reader)));
        Assert.Equal(FindingKind.FileDamaged, Only(_verifier.VerifyCheckpoints(_old, Sign(70_000, "beyond"), _log.Reader)));
    }

    [Fact]
    public void A_receipt_without_its_entry_needs_it_from_elsewhere()
    {
        var receipt = _log.Reader.MakeReceipt(7) with { Entry = null };

        Assert.Equal(FindingKind.ProofFalse, Only(_verifier.VerifyReceipt(receipt)));
        Assert.True(_verifier.VerifyReceipt(receipt, Some.Entry(7)).IsWhole);
        Assert.Equal(FindingKind.ProofFalse, Only(_verifier.VerifyReceipt(receipt, Some.Entry(8))));
        Assert.Contains(_verifier.VerifyReceipt(_log.Reader.MakeReceipt(7), Some.Entry(8)).Findings, f => f.Kind == FindingKind.EntryChanged);
    }

    [Fact]
    public void A_verifier_without_usable_keys_is_refused()
    {
        using SigningKey witness = Some.WitnessKey("north");

        Assert.Throws<ArgumentException>(() => new LogVerifier(new LogVerifierOptions { LogKeys = [] }));
        Assert.Throws<ArgumentException>(() => new LogVerifier(new LogVerifierOptions { LogKeys = [witness.Verifier] }));
        Assert.Throws<ArgumentException>(() => new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier], Witnesses = [_key.Verifier] }));
        Assert.Throws<ArgumentException>(() => new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier], Witnesses = [witness.Verifier], MinCosignatures = 2 }));
    }

    private static FindingKind Only(VerificationReport report) => Assert.Single(report.Findings).Kind;

    private SignedCheckpoint Sign(long size, string root) => SignedCheckpoint.Sign(new Checkpoint(Some.Origin, size, Some.Hash(root)), _key);
}
