using System.Text;
using CsCheck;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Commitments;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Receipts;
using JointWatch.TransparencyLog.Tiles;
using JointWatch.TransparencyLog.Witnessing;

namespace JointWatch.TransparencyLog.Tests;

/// <summary>
/// Every parser of outside bytes, fed what is almost right: good bytes of which some were changed, cut out, doubled or put in. It reads them or says
/// <see cref="LogFormatException"/>, never anything else; and what it reads it writes again byte for byte, so that one thing has one form.
/// </summary>
public sealed class FuzzTests
{
    private const int Cases = 20_000;

    /// <summary>Bytes that mean something in one of the formats.</summary>
    private static readonly byte[][] Telling =
        ["\n"u8.ToArray(), "\n\n"u8.ToArray(), "— "u8.ToArray(), "+"u8.ToArray(), "="u8.ToArray(), "0"u8.ToArray(), [0xff]];

    private static readonly Gen<(int At, int Cut, byte[] Put)> Changes =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.OneOf(Gen.Int[0, 2], Gen.Int[0, 40]), Gen.OneOf(Gen.Byte.Array[0, 3], Gen.Int[0, Telling.Length - 1].Select(i => Telling[i])));

    [Fact]
    public void Notes() => Fuzz(Note(), bytes => SignedNote.Parse(bytes).ToBytes());

    [Fact]
    public void Checkpoints() => Fuzz(Note(), bytes => SignedCheckpoint.Parse(bytes).ToBytes());

    [Fact]
    public void Receipts() =>
        Fuzz(new Receipt(3, [Some.Hash("a"), Some.Hash("b")], Some.Checkpoint(), new byte[] { 1, 2, 3 }).ToBytes(), bytes => Receipt.Parse(bytes).ToBytes());

    [Fact]
    public void Witness_requests() =>
        Fuzz(new WitnessRequest(3, [Some.Hash("a"), Some.Hash("b")], Some.Checkpoint()).ToBytes(), bytes => WitnessRequest.Parse(bytes).ToBytes());

    [Fact]
    public void Consistency_proofs() =>
        Fuzz(Encoding.ASCII.GetBytes(new WitnessRequest(3, [Some.Hash("a")], Some.Checkpoint()).ProofText()), bytes =>
        {
            (long oldSize, IReadOnlyList<TreeHash> path) = WitnessRequest.ParseProof(bytes);
            return Encoding.ASCII.GetBytes(new WitnessRequest(oldSize, path, Some.Checkpoint()).ProofText());
        });

    [Fact]
    public void Entry_bundles() => Fuzz(EntryBundle.Encode(Some.Entries(0, 4)), bytes => EntryBundle.Encode([.. EntryBundle.Decode(bytes, 4)]));

    [Fact]
    public void Hash_tiles() => Fuzz(HashTile.Encode([Some.Hash("a"), Some.Hash("b")]), bytes => HashTile.Encode(HashTile.Decode(bytes, 2)));

    [Fact]
    public void Tile_paths() => Fuzz("tile/0/x001/x234/067.p/8"u8.ToArray(), bytes =>
        Encoding.Latin1.GetBytes(TileName.TryParse(Encoding.Latin1.GetString(bytes))?.Path ?? throw new LogFormatException("path", null, null, "a path")));

    [Fact]
    public void Verifier_keys()
    {
        using SigningKey key = Some.LogKey();
        Fuzz(Encoding.UTF8.GetBytes(key.Verifier.ToString()), bytes => Encoding.UTF8.GetBytes(VerifierKey.Parse(Encoding.UTF8.GetString(bytes)).ToString()));
    }

    [Fact]
    public void Signing_keys()
    {
        using SigningKey key = Some.LogKey();
        Fuzz(Encoding.UTF8.GetBytes(key.ExportText()), bytes =>
        {
            using SigningKey read = SigningKey.Parse(Encoding.UTF8.GetString(bytes));
            return Encoding.UTF8.GetBytes(read.ExportText());
        });
    }

    [Fact]
    public void Openings() => Fuzz(
        Encoding.UTF8.GetBytes(new CommitmentOpening(new byte[32], "class", new byte[] { 1, 2, 3 }).ToText()),
        bytes => Encoding.UTF8.GetBytes(CommitmentOpening.Parse(Encoding.UTF8.GetString(bytes)).ToText()));

    private static byte[] Note()
    {
        using SigningKey witness = Some.WitnessKey("north.example");
        SignedCheckpoint signed = Some.Checkpoint();
        return signed.With(Cosignature.Sign(signed, witness, Some.Time)).ToBytes();
    }

    private static void Fuzz(byte[] good, Func<byte[], byte[]> readAndWrite)
    {
        Assert.Equal(good, readAndWrite(good));
        int read = 0;
        Changes.Array[1, 3].Sample(
            changes =>
            {
                byte[] bytes = good;
                foreach ((int at, int cut, byte[] put) in changes)
                {
                    int from = at % (bytes.Length + 1);
                    bytes = [.. bytes[..from], .. put, .. bytes[Math.Min(bytes.Length, from + cut)..]];
                }

                try
                {
                    Assert.Equal(bytes, readAndWrite(bytes));
                    Interlocked.Increment(ref read);
                }
                catch (LogFormatException)
                {
                    // Refused, as it should be.
                }
            },
            iter: Cases);
        Assert.InRange(read, 1, Cases); // Some changes put back what was there.
    }
}
