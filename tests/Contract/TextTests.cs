using System.Text;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;

namespace JointWatch.Contract.Tests;

/// <summary>UTF-8 by hand against the framework's own.</summary>
public class TextTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Every_character_is_written_and_read_as_UTF_8()
    {
        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        for (int code = 0; code <= 0x10FFFF; code += code < 0x1000 ? 1 : 61)
        {
            if (!Rune.IsValid(code))
            {
                continue;
            }

            string text = "<" + new Rune(code) + ">";
            int length = MessageEncoder.Write(new AckMessage { Reason = text }, buffer);
            byte[] expected = Strict.GetBytes(text);
            Assert.Equal(expected, buffer.AsSpan(length - expected.Length, expected.Length).ToArray());
            Assert.Equal(text, StationDecoder.ReadAck(buffer, 0, length).Reason);
        }
    }

    [Fact]
    public void Bytes_are_text_where_the_framework_says_so()
    {
        Random random = new(1);
        int texts = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = new byte[random.Next(6)];
            for (int k = 0; k < bytes.Length; k++)
            {
                bytes[k] = (byte)(random.Next(3) == 0 ? random.Next(256) : 0x80 | random.Next(128));
            }

            string? expected = Try(() => Strict.GetString(bytes));
            texts += expected is null ? 0 : 1;
            byte[] ack = [0xA4, 1, 0, 2, 0, 3, 0, 4, (byte)(0x60 | bytes.Length), .. bytes];
            Assert.Equal(expected, Try(() => StationDecoder.ReadAck(ack, 0, ack.Length).Reason));
        }

        Assert.InRange(texts, 1000, 19_000);
    }

    private static string? Try(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ContractException or DecoderFallbackException)
        {
            return null;
        }
    }
}
