using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Witnessing;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.TransparencyLog.Tests.Witnessing;

/// <summary>The rules are those of https://c2sp.org/tlog-witness, add-checkpoint.</summary>
public sealed class WitnessTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SigningKey _logKey = Some.LogKey();
    private readonly SigningKey _witnessKey = Some.WitnessKey("north.example");
    private readonly FakeTimeProvider _time = new(Some.Time);
    private readonly Log _log;

    public WitnessTests() => _log = Log.Create(_folder["log"], _logKey);

    public void Dispose()
    {
        _log.Dispose();
        _logKey.Dispose();
        _witnessKey.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_witness_cosigns_a_log_that_grows_with_the_time_of_its_clock()
    {
        using Witness witness = Witness();
        long known = 0;
        foreach (int count in (int[])[3, 1, 300, 0, 7])
        {
            _log.Append(Some.Entries(_log.Size, count));
            _time.Advance(TimeSpan.FromSeconds(10));

            WitnessAnswer answer = witness.Cosign(WitnessRequest.Parse(WitnessRequest.Make(_log.Reader, known, _log.Checkpoint).ToBytes()));

            Assert.Null(answer.Refusal);
            Assert.Equal(_time.GetUtcNow(), Assert.Single(_log.Checkpoint.With(answer.Cosignature!).CosignaturesBy([witness.Verifier])).Time);
            known = answer.KnownSize;
        }

        Assert.Equal((311, 311), (known, witness.Latest(Some.Origin)!.Checkpoint.Size));
    }

    [Fact]
    public void A_witness_remembers_over_a_restart_and_refuses_a_fork()
    {
        _log.Append(Some.Entries(0, 5));
        using (Witness witness = Witness())
        {
            Assert.Null(witness.Cosign(WitnessRequest.Make(_log.Reader, 0, _log.Checkpoint)).Refusal);
        }

        using Witness again = Witness();
        SignedCheckpoint fork = Signed(5, Some.Hash("another tree"));
        WitnessAnswer answer = again.Cosign(new WitnessRequest(5, [], fork));

        Assert.Equal((WitnessRefusal.Fork, 5L, null), (answer.Refusal, answer.KnownSize, answer.Cosignature));
        Assert.Contains("has signed two trees of 5 entries", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_witness_refuses_a_past_that_was_changed_and_says_so()
    {
        _log.Append(Some.Entries(0, 5));
        using Witness witness = Witness();
        witness.Cosign(WitnessRequest.Make(_log.Reader, 0, _log.Checkpoint));

        using Log rewritten = Log.Create(_folder["rewritten"], _logKey);
        rewritten.Append([Some.Entry(0), Some.Entry(77), .. Some.Entries(2, 8)]);
        WitnessAnswer answer = witness.Cosign(WitnessRequest.Make(rewritten.Reader, 5, rewritten.Checkpoint));

        Assert.Equal((WitnessRefusal.BadProof, 5L), (answer.Refusal, answer.KnownSize));
        Assert.Contains("one of the first 5 entries was changed", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_witness_refuses_a_log_that_shrank()
    {
        _log.Append(Some.Entries(0, 5));
        SignedCheckpoint at5 = _log.Checkpoint;
        _log.Append(Some.Entry(5));
        using Witness witness = Witness();
        witness.Cosign(WitnessRequest.Make(_log.Reader, 0, _log.Checkpoint));

        WitnessAnswer answer = witness.Cosign(WitnessRequest.Make(_log.Reader, 0, at5));

        Assert.Equal((WitnessRefusal.ShrunkLog, 6L), (answer.Refusal, answer.KnownSize));
        Assert.Contains("entries were dropped", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_witness_refuses_another_key_a_false_signature_and_a_log_that_it_does_not_watch()
    {
        using Witness witness = Witness();
        using SigningKey impostor = Some.Key(Some.Origin, 9);
        using SigningKey other = Some.Key("other.example/log", 1);
        SignedCheckpoint good = Signed(1, Some.Hash("a"));
        NoteSignature spoilt = good.Note.Signatures[0] with { Signature = new byte[64] };

        Assert.Equal(WitnessRefusal.WrongKey, Ask(SignedCheckpoint.Sign(good.Checkpoint, impostor)));
        Assert.Equal(WitnessRefusal.WrongKey, Ask(SignedCheckpoint.Of(new SignedNote(good.Note.Text, [spoilt]))));
        Assert.Equal(WitnessRefusal.WrongKey, Ask(SignedCheckpoint.Of(new SignedNote(good.Note.Text, [good.Note.Signatures[0], spoilt]))));
        Assert.Equal(WitnessRefusal.UnknownLog, Ask(SignedCheckpoint.Sign(new Checkpoint("other.example/log", 1, Some.Hash("a")), other)));
        Assert.Null(Ask(good));

        WitnessRefusal? Ask(SignedCheckpoint checkpoint) => witness.Cosign(new WitnessRequest(0, [], checkpoint)).Refusal;
    }

    [Fact]
    public void A_witness_tells_where_it_is_when_the_proof_begins_elsewhere()
    {
        _log.Append(Some.Entries(0, 5));
        using Witness witness = Witness();
        witness.Cosign(WitnessRequest.Make(_log.Reader, 0, _log.Checkpoint));
        _log.Append(Some.Entries(5, 5));

        WitnessAnswer answer = witness.Cosign(WitnessRequest.Make(_log.Reader, 3, _log.Checkpoint));

        Assert.Equal((WitnessRefusal.OtherStart, 5L), (answer.Refusal, answer.KnownSize));
        Assert.Null(witness.Cosign(WitnessRequest.Make(_log.Reader, answer.KnownSize, _log.Checkpoint)).Refusal);
    }

    [Fact]
    public void A_first_cosignature_needs_no_proof_and_takes_none()
    {
        _log.Append(Some.Entries(0, 5));
        using Witness witness = Witness();

        Assert.Equal(WitnessRefusal.BadProof, witness.Cosign(new WitnessRequest(0, [Some.Hash("a")], _log.Checkpoint)).Refusal);
        Assert.Null(witness.Cosign(new WitnessRequest(0, [], _log.Checkpoint)).Refusal);
    }

    [Fact]
    public void A_witness_that_crashes_before_it_remembers_has_handed_out_nothing()
    {
        _log.Append(Some.Entries(0, 5));
        for (int step = 0; step < 3; step++)
        {
            int left = step;
            using (var witness = new Witness(_witnessKey, [new WitnessedLog(_logKey.Verifier)], _folder["crashing"], _time, _ =>
            {
                if (left-- == 0)
                {
                    throw new IOException("The power is gone.");
                }
            }))
            {
                Assert.Throws<IOException>(() => witness.Cosign(WitnessRequest.Make(_log.Reader, witness.Latest(Some.Origin)?.Checkpoint.Size ?? 0, _log.Checkpoint)));
            }

            // Either it has forgotten, and nobody has the cosignature, or it remembers one that nobody has: both go on.
            using var again = new Witness(_witnessKey, [new WitnessedLog(_logKey.Verifier)], _folder["crashing"], _time);
            Assert.True(again.Latest(Some.Origin)?.Checkpoint.Size is null or 5);
        }
    }

    [Fact]
    public void A_memory_cut_anywhere_is_an_error_and_no_fresh_start()
    {
        _log.Append(Some.Entries(0, 5));
        using (Witness witness = Witness())
        {
            witness.Cosign(WitnessRequest.Make(_log.Reader, 0, _log.Checkpoint));
        }

        string file = Assert.Single(Directory.GetFiles(_folder["memory"], "*.checkpoint"));
        byte[] bytes = File.ReadAllBytes(file);
        for (int length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(file, bytes[..length]);
            Assert.Throws<LogFormatException>(Witness);
        }

        File.WriteAllBytes(file, Signed(2, Some.Hash("not cosigned")).ToBytes());
        Assert.Throws<LogFormatException>(Witness);
        File.WriteAllBytes(file, bytes);
        Witness().Dispose();
    }

    [Fact]
    public void The_example_request_of_the_specification_is_read_and_written_again()
    {
        // https://c2sp.org/tlog-witness, add-checkpoint, with the signature of one log key.
        const string Example = "old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\njrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n"
            + "5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n\n"
            + "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
            + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

        WitnessRequest request = WitnessRequest.Parse(System.Text.Encoding.UTF8.GetBytes(Example));

        Assert.Equal((20852014L, 4, 20852163L), (request.OldSize, request.Path.Count, request.Checkpoint.Checkpoint.Size));
        Assert.Equal(Example, System.Text.Encoding.UTF8.GetString(request.ToBytes()));
    }

    private Witness Witness() => new(_witnessKey, [new WitnessedLog(_logKey.Verifier)], _folder["memory"], _time);

    private SignedCheckpoint Signed(long size, TreeHash root) => SignedCheckpoint.Sign(new Checkpoint(Some.Origin, size, root), _logKey);
}
