using System.Text;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Tests.Notes;

/// <summary>Keys and notes are those of golang.org/x/mod/sumdb/note (example_test.go, note_test.go), where nothing else is said.</summary>
public sealed class SignedNoteTests
{
    private const string PeterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string PeterSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string EnochKey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string PeterLine = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private const string EnochLine = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private static readonly VerifierKey Peter = VerifierKey.Parse(PeterKey);
    private static readonly VerifierKey Enoch = VerifierKey.Parse(EnochKey);

    [Fact]
    public void Peter_Neumann_signs_as_published()
    {
        using SigningKey key = SigningKey.Parse(PeterSecret);

        SignedNote note = SignedNote.Sign(Text, key);

        Assert.Equal(Text + "\n" + PeterLine, Encoding.UTF8.GetString(note.ToBytes()));
        Assert.Equal(PeterKey, key.Verifier.ToString());
        Assert.Equal(PeterSecret, key.ExportText());
        Assert.Equal(0xc74f20a3, key.Verifier.Id);
    }

    [Fact]
    public void Enoch_Root_adds_his_signature_as_published()
    {
        // The example makes his key from a source of zeros.
        using SigningKey enoch = SigningKey.FromSeed("EnochRoot", new byte[32]);
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(Text + "\n" + PeterLine)).With(enoch.SignNote(Text));

        Assert.Equal(EnochKey, enoch.Verifier.ToString());
        Assert.Equal(Text + "\n" + PeterLine + EnochLine, Encoding.UTF8.GetString(note.ToBytes()));
        Assert.Equal(SignatureVerdict.Good, note.Check(Peter));
        Assert.Equal(SignatureVerdict.Good, note.Check(Enoch));
    }

    [Fact]
    public void The_example_of_the_specification_verifies()
    {
        // https://c2sp.org/signed-note, Verifier keys, Example.
        VerifierKey key = VerifierKey.Parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(
            "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"));

        Assert.Equal(SignatureVerdict.Good, note.Check(key));
        Assert.Equal(SignatureVerdict.Missing, note.Check(Peter));
    }

    [Fact]
    public void A_changed_text_is_found()
    {
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(Text.Replace("your", "their", StringComparison.Ordinal) + "\n" + PeterLine + EnochLine));

        Assert.Equal(SignatureVerdict.False, note.Check(Peter));
        Assert.Equal(SignatureVerdict.False, note.Check(Enoch));
    }

    [Fact]
    public void One_false_signature_in_a_name_spoils_the_true_one_beside_it()
    {
        string falseLine = PeterLine.Replace("ZJku", "ZJkv", StringComparison.Ordinal);
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(Text + "\n" + PeterLine + falseLine));

        Assert.Equal(SignatureVerdict.False, note.Check(Peter));
    }

    [Fact]
    public void A_signature_under_another_name_or_id_is_passed_over()
    {
        Assert.Equal(SignatureVerdict.Missing, SignedNote.Parse(Encoding.UTF8.GetBytes(Text + "\n" + PeterLine.Replace("PeterNeumann", "CarmenSandiego", StringComparison.Ordinal))).Check(Peter));
        Assert.Equal(SignatureVerdict.Missing, SignedNote.Parse(Encoding.UTF8.GetBytes(Text + "\n" + PeterLine.Replace("x08g", "xxxx", StringComparison.Ordinal))).Check(Peter));
    }

    [Fact]
    public void What_is_no_note_is_refused_as_there()
    {
        string[] bad =
        [
            "",
            Text,
            Text + "\n",
            Text + "\n" + PeterLine[..^1],
            "\x01" + Text + "\n" + PeterLine,
            Text + "\n" + "— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
            Text + "\n" + PeterLine + "Unexpected line.\n",
            Text + "\n" + "- PeterNeumann AAAAAAA=\n",
            Text + "\n" + "— PeterNeumann AAAAAA==\n",
            Text + "\n" + string.Concat(Enumerable.Repeat(PeterLine, 101)),
            new string('a', SignedNote.MaxBytes) + "\n\n" + PeterLine,
        ];

        Assert.All(bad, note => Assert.Throws<LogFormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(note))));
        Assert.Throws<LogFormatException>(() => SignedNote.Parse([0xff, .. Encoding.UTF8.GetBytes(Text + "\n" + PeterLine)]));
        Assert.Equal(100, SignedNote.Parse(Encoding.UTF8.GetBytes(Text + "\n" + string.Concat(Enumerable.Repeat(PeterLine, 100)))).Signatures.Count);
    }

    [Fact]
    public void A_text_may_have_empty_lines_and_what_stands_after_the_last_is_signatures()
    {
        using SigningKey key = SigningKey.Parse(PeterSecret);
        SignedNote note = SignedNote.Sign("one\n\n\ntwo\n", key);

        SignedNote read = SignedNote.Parse(note.ToBytes());

        Assert.Equal("one\n\n\ntwo\n", read.Text);
        Assert.Equal(SignatureVerdict.Good, read.Check(Peter));
    }

    [Theory]
    [InlineData("no newline at the end")]
    [InlineData("")]
    [InlineData("a\tb\n")]
    public void A_text_that_no_note_can_have_is_not_signed(string text)
    {
        using SigningKey key = SigningKey.Parse(PeterSecret);

        Assert.Throws<LogFormatException>(() => SignedNote.Sign(text, key));
    }
}
