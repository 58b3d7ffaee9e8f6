using System.Text;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Tests.Checkpoints;

public sealed class CheckpointTests
{
    // The example of https://c2sp.org/tlog-checkpoint and https://c2sp.org/tlog-cosignature.
    private const string SofaText = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private const string Sofa = SofaText + "\n"
        + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
        + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

    [Fact]
    public void The_example_of_the_specification_is_read_and_written_again_byte_for_byte()
    {
        SignedCheckpoint signed = SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(Sofa));

        Assert.Equal("example.com/behind-the-sofa", signed.Checkpoint.Origin);
        Assert.Equal(20852163, signed.Checkpoint.Size);
        Assert.Equal("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", signed.Checkpoint.Root.ToString());
        Assert.Empty(signed.Checkpoint.Extensions);
        Assert.Equal(Sofa, Encoding.UTF8.GetString(signed.ToBytes()));
        Assert.Equal(1679315147, Cosignature.TimeOf(signed.Note.Signatures[1])!.Value.ToUnixTimeSeconds());
        Assert.Equal(0x8d66cf3f, signed.Note.Signatures[1].KeyId);
    }

    [Fact]
    public void A_checkpoint_that_another_log_program_signed_verifies()
    {
        // From the test log in github.com/transparency-dev/tessera (testdata/log), made with its key example.com/log/testdata.
        using SigningKey key = SigningKey.Parse("PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg");
        const string Text = "example.com/log/testdata\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n";
        const string Line = "— example.com/log/testdata M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=\n";

        SignedCheckpoint signed = SignedCheckpoint.Sign(Checkpoint.Parse(Text), key);

        Assert.Equal(Text + "\n" + Line, Encoding.UTF8.GetString(signed.ToBytes()));
        Assert.Equal(SignatureVerdict.Good, signed.Note.Check(key.Verifier));
    }

    [Fact]
    public void A_cosignature_is_the_one_that_another_implementation_makes()
    {
        // Computed with Python 3.11 and pyca/cryptography 48 from the specification: the sofa's text, a seed of 32 zeros, the example's time.
        const string Expected = "— witness.example.com/w1 27pKCAAAAABkGFDLN7VCWowLNFrAx5kFlOq5Gblf9cDN74bbmX0TAuxTFK/0CM4NgMiBvbpFFyRcIVXoHLQV9IBeLzGW/URa5SA/DQ==\n";
        const string Verifier = "witness.example.com/w1+dbba4a08+BDtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
        using SigningKey key = SigningKey.FromSeed("witness.example.com/w1", new byte[32], SignatureType.Cosignature);
        SignedCheckpoint sofa = SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(Sofa));

        NoteSignature cosignature = Cosignature.Sign(sofa, key, DateTimeOffset.FromUnixTimeSeconds(1679315147));

        Assert.Equal(Expected, cosignature.Line);
        Assert.Equal(Verifier, key.Verifier.ToString());
        Cosigned cosigned = Assert.Single(sofa.With(cosignature).CosignaturesBy([VerifierKey.Parse(Verifier)]));
        Assert.Equal(1679315147, cosigned.Time.ToUnixTimeSeconds());
    }

    [Fact]
    public void A_cosignature_covers_its_time_and_the_whole_text()
    {
        using SigningKey key = Some.WitnessKey("north.example");
        SignedCheckpoint checkpoint = Some.Checkpoint();
        NoteSignature good = Cosignature.Sign(checkpoint, key, Some.Time);

        Assert.True(key.Verifier.Verify(checkpoint.Note.Text, good));
        Assert.False(key.Verifier.Verify(checkpoint.Note.Text + "extension\n", good));
        for (int i = 0; i < good.Signature.Length; i++)
        {
            byte[] changed = good.Signature.ToArray();
            changed[i] ^= 1;
            Assert.False(key.Verifier.Verify(checkpoint.Note.Text, good with { Signature = changed }));
        }

        Assert.Throws<ArgumentException>(() => Cosignature.Sign(checkpoint, Some.LogKey(), Some.Time));
    }

    [Fact]
    public void A_signature_of_one_type_does_not_pass_for_one_of_the_other()
    {
        using SigningKey log = Some.LogKey();
        using SigningKey cosigner = log.As(SignatureType.Cosignature);
        SignedCheckpoint checkpoint = Some.Checkpoint();
        NoteSignature cosignature = Cosignature.Sign(checkpoint, cosigner, Some.Time);

        Assert.False(log.Verifier.Verify(checkpoint.Note.Text, cosignature));
        Assert.False(log.Verifier.Verify(checkpoint.Note.Text, cosignature with { KeyId = log.Verifier.Id }));
        Assert.Throws<LogFormatException>(() => Checkpoint.Parse($"cosignature/v1\n7\n{Some.Hash("root")}\n"));
    }

    [Fact]
    public void Extension_lines_are_kept_as_they_are()
    {
        Checkpoint checkpoint = Checkpoint.Parse(SofaText + "first\nsecond — third\n");

        Assert.Equal(["first", "second — third"], checkpoint.Extensions);
        Assert.Equal(SofaText + "first\nsecond — third\n", checkpoint.ToText());
    }

    [Theory]
    [InlineData("", "expected the lines origin, size and root")]
    [InlineData("origin\n1\n", "expected the lines origin, size and root")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "origin is ''")]
    [InlineData("origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "size is '01'")]
    [InlineData("origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "size is '-1'")]
    [InlineData("origin\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "size is '+1'")]
    [InlineData("origin\n\u0661\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "size is '\u0661'")]
    [InlineData("origin\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "size is '9223372036854775808'")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n", "root is")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", "root is")] // Stray bits after the last byte.
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n", "root is")]
    [InlineData("origin\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "that of the empty tree")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nlast\n", "extension line is ''")]
    public void What_is_no_checkpoint_is_refused_by_line_and_value(string text, string words) =>
        Assert.Contains(words, Assert.Throws<LogFormatException>(() => Checkpoint.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_empty_tree_has_a_checkpoint()
    {
        Assert.Equal(0, Checkpoint.Parse($"origin\n0\n{MerkleHasher.EmptyRoot}\n").Size);
    }
}
