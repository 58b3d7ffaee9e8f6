using System.Globalization;
using System.Text;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Tests.Notes;

public sealed class KeyTests : IDisposable
{
    private const string PeterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string PeterSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact] // golang.org/x/mod/sumdb/note, note_test.go: TestNewVerifier and TestNewSigner.
    public void Every_part_of_a_key_text_and_every_changed_character_is_refused()
    {
        foreach ((string text, Action<string> parse) in ((string, Action<string>)[])
            [(PeterKey, t => VerifierKey.Parse(t)), (PeterSecret, t => SigningKey.Parse(t).Dispose())])
        {
            for (int i = 0; i <= text.Length; i++)
            {
                for (int j = i + 1; j <= text.Length; j++)
                {
                    if (i != 0 || j != text.Length)
                    {
                        Assert.Throws<LogFormatException>(() => parse(text[i..j]));
                    }
                }
            }

            for (int i = 0; i < text.Length; i++)
            {
                Assert.Throws<LogFormatException>(() => parse(text[..i] + (char)(text[i] + 1) + text[(i + 1)..]));
            }
        }
    }

    [Theory] // The same: a key of the wrong length, an unknown algorithm, each with an id that fits.
    [InlineData("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")]
    [InlineData("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    public void A_key_of_another_length_or_type_is_refused(string text) =>
        Assert.Throws<LogFormatException>(() => VerifierKey.Parse(text));

    [Fact]
    public void A_key_that_was_made_signs_and_its_texts_are_read_again()
    {
        using SigningKey made = SigningKey.Generate("north.example/log");
        using SigningKey read = SigningKey.Parse(made.ExportText());
        byte[] message = Encoding.UTF8.GetBytes("message");

        Assert.Equal(made.Verifier, read.Verifier);
        Assert.Equal(made.SignBytes(message), read.SignBytes(message));
        Assert.True(VerifierKey.Parse(made.Verifier.ToString()).VerifyBytes(message, read.SignBytes(message)));
        Assert.False(made.Verifier.VerifyBytes([.. message, 0], read.SignBytes(message)));
    }

    [Fact]
    public void The_same_key_for_another_type_of_signature_has_another_id()
    {
        using SigningKey key = SigningKey.Parse(PeterSecret);
        using SigningKey cosigner = key.As(SignatureType.Cosignature);

        Assert.NotEqual(key.Verifier.Id, cosigner.Verifier.Id);
        Assert.Equal(cosigner.Verifier, key.Verifier.As(SignatureType.Cosignature));
        Assert.Throws<InvalidOperationException>(() => cosigner.SignNote("text\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a+b")]
    [InlineData("a\u2003b")]
    [InlineData("a\nb")]
    public void A_name_that_no_key_can_have_is_refused(string name) =>
        Assert.Throws<LogFormatException>(() => SigningKey.Generate(name));

    [Fact]
    public void A_key_file_is_its_owners_alone()
    {
        using SigningKey key = SigningKey.Parse(PeterSecret);
        SigningKeyFile.Write(_folder["log.key"], key);

        using (SigningKey read = SigningKeyFile.Read(_folder["log.key"]))
        {
            Assert.Equal(key.Verifier, read.Verifier);
        }

        Assert.Throws<IOException>(() => SigningKeyFile.Write(_folder["log.key"], key));
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix modes; rights there are those of the folder.");
        }
        else
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["log.key"]));
            File.SetUnixFileMode(_folder["log.key"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            LogFormatException refused = Assert.Throws<LogFormatException>(() => SigningKeyFile.Read(_folder["log.key"]));
            Assert.Contains("mode is '640'; expected 600", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_message_about_a_bad_signing_key_does_not_show_it()
    {
        File.WriteAllText(_folder["bad.key"], PeterSecret + "x\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder["bad.key"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        LogFormatException refused = Assert.Throws<LogFormatException>(() => SigningKeyFile.Read(_folder["bad.key"]));

        Assert.Contains("bad.key", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AYEKFALV", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verifier_keys_are_read_from_a_text_or_from_a_file_with_comments()
    {
        File.WriteAllText(_folder["keys"], $"# the parties\n\n{PeterKey}\n{PeterKey}\n");

        Assert.Equal([PeterKey], VerifierKeys.Read(PeterKey).Select(k => k.ToString()));
        Assert.Equal([PeterKey, PeterKey], VerifierKeys.Read(_folder["keys"]).Select(k => k.ToString()));

        File.WriteAllText(_folder["keys"], $"# the parties\n{PeterKey}x\n");
        string line = string.Create(CultureInfo.InvariantCulture, $"keys({2})");
        Assert.Contains(line, Assert.Throws<LogFormatException>(() => VerifierKeys.Read(_folder["keys"])).Message, StringComparison.Ordinal);
    }
}
