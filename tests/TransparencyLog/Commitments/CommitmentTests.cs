using System.Text;
using CsCheck;
using JointWatch.TransparencyLog.Commitments;

namespace JointWatch.TransparencyLog.Tests.Commitments;

public sealed class CommitmentTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void A_commitment_is_the_one_that_another_implementation_makes()
    {
        // Computed with Python 3.11's hashlib from the words of the documentation.
        var opening = new CommitmentOpening(Salt, "track/position", Encoding.UTF8.GetBytes("60.1700 N 24.9400 E"));

        Assert.Equal("okc5oR2HfenDT2rkiMQALUgrHX7MlVWBeKRCcWrJJFE=", Commitment.Of(opening).ToString());
    }

    [Fact]
    public void A_commitment_is_opened_by_its_opening_alone()
    {
        Gen.Byte.Array[0, 40].Sample(content =>
        {
            Commitment commitment = Commitment.To("track/position", content, out CommitmentOpening opening);
            CommitmentOpening read = CommitmentOpening.Parse(opening.ToText());
            byte[] otherSalt = opening.Salt.ToArray();
            otherSalt[31] ^= 1;

            Assert.True(commitment.IsOpenedBy(read));
            Assert.False(commitment.IsOpenedBy(new CommitmentOpening(opening.Salt, "track/positio", (byte[])[(byte)'n', .. content])));
            Assert.False(commitment.IsOpenedBy(new CommitmentOpening(opening.Salt, "track/velocity", content)));
            Assert.False(commitment.IsOpenedBy(new CommitmentOpening(otherSalt, "track/position", content)));
            Assert.False(commitment.IsOpenedBy(new CommitmentOpening(opening.Salt, "track/position", (byte[])[.. content, 0])));
        });
    }

    [Fact]
    public void The_same_content_twice_gives_two_commitments_that_look_nothing_alike()
    {
        byte[] content = [1];

        Assert.NotEqual(Commitment.To("class", content, out _), Commitment.To("class", content, out _));
    }

    [Theory]
    [InlineData(31, "class")]
    [InlineData(33, "class")]
    [InlineData(32, "")]
    [InlineData(32, "two words")]
    [InlineData(32, "größe")]
    public void A_salt_of_another_length_or_a_context_that_is_no_word_is_refused(int saltBytes, string context) =>
        Assert.Throws<LogFormatException>(() => new CommitmentOpening(new byte[saltBytes], context, default));

    [Theory]
    [InlineData("")]
    [InlineData("jointwatch/opening/v2\nclass\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nAQ==\n")]
    [InlineData("jointwatch/opening/v1\nclass\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nAQ==")]
    [InlineData("jointwatch/opening/v1\nclass\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nAQ==\n\n")]
    [InlineData("jointwatch/opening/v1\nclass\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\nAQ==\n")]
    [InlineData("jointwatch/opening/v1\nclass\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nAR==\n")]
    public void What_is_no_opening_is_refused(string text) => Assert.Throws<LogFormatException>(() => CommitmentOpening.Parse(text));
}
