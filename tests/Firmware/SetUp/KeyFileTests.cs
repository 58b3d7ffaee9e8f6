using System.Text;
using CsCheck;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Tests.SetUp;

public sealed class KeyFileTests
{
    [Fact]
    public void Any_key_that_was_written_as_hexadecimal_digits_is_read()
    {
        Gen.Select(Gen.Byte.Array[32], Gen.Bool, Gen.OneOf(Gen.Const(""), Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const(" \n"))).Sample((key, upper, end) =>
        {
            string hex = upper ? Convert.ToHexString(key) : Convert.ToHexStringLower(key);
            Assert.Equal(key, KeyFile.Read("keyFile", Encoding.ASCII.GetBytes(hex + end)));
        });
    }

    [Fact]
    public void What_is_no_key_is_refused_without_showing_it()
    {
        string secret = new('7', 63);
        foreach (byte[]? file in new[] { null, [], Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes(secret + "g"), Encoding.ASCII.GetBytes(secret + "77") })
        {
            SetupException e = Assert.Throws<SetupException>(() => KeyFile.Read("keyFile", file));
            Assert.Equal("keyFile", e.Field);
            Assert.DoesNotContain("777", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_byte_that_is_no_digit_is_refused()
    {
        byte[] file = Encoding.ASCII.GetBytes(new string('0', 64));
        for (int value = 0; value < 256; value++)
        {
            file[40] = (byte)value;
            bool digit = char.IsAsciiHexDigit((char)value);
            Assert.Equal(digit, Record.Exception(() => KeyFile.Read("keyFile", file)) is null);
        }
    }
}
