using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Tests.SetUp;

public sealed class JsonReaderTests
{
    [Fact]
    public void A_number_of_up_to_15_digits_is_exactly_the_double_that_NET_reads()
    {
        Gen.Select(Gen.Long[0, 999_999_999_999_999], Gen.Int[0, 15], Gen.Int[-6, 6], Gen.Bool).Sample((digits, fraction, power, negative) =>
        {
            string whole = digits.ToString(CultureInfo.InvariantCulture);
            string text = fraction == 0 ? whole : fraction >= whole.Length ? "0." + whole.PadLeft(fraction, '0') : whole[..^fraction] + "." + whole[^fraction..];
            text = (negative ? "-" : "") + text + (power == 0 ? "" : "e" + power.ToString(CultureInfo.InvariantCulture));

            double read = ReadOne(text).ReadNumber();

            Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(read));
        });
    }

    [Theory]
    [InlineData("47.999999999999993", 47.9999999999999)]
    [InlineData("-54.32101234567890123456789", -54.3210123456789)]
    [InlineData("123456789012345678", 123456789012345000)]
    [InlineData("0.0000012345678901234567", 0.00000123456789012345)]
    public void Of_a_longer_number_as_a_map_gives_it_15_digits_count(string json, double expected)
    {
        Assert.Equal(expected, ReadOne(json).ReadNumber());
    }

    [Fact]
    public void A_text_that_NET_has_written_is_read_as_it_was()
    {
        Gen.String[Gen.Char, 0, 80].Where(s => !s.Any(char.IsSurrogate)).Sample(text =>
            Assert.Equal(text, ReadOne(JsonSerializer.Serialize(text)).ReadText()));
    }

    [Theory]
    [InlineData("\"Tromsø 😀\"", "Tromsø 😀")]
    [InlineData("\"\\ud83d\\ude00\\u00e6\\t\\/\\\\\"", "😀æ\t/\\")]
    public void Text_may_be_in_any_script_plain_or_escaped(string json, string expected)
    {
        Assert.Equal(expected, ReadOne(json).ReadText());
    }

    [Theory]
    [InlineData("{\"a\": 1,}", "node.json line 1 is '}'; expected a name in quotes")]
    [InlineData("{\"a\": 1\n \"b\": 2}", "node.json line 2 is '\"'; expected a comma or }")]
    [InlineData("{a: 1}", "node.json line 1 is 'a'; expected a name in quotes")]
    [InlineData("{\"a\" 1}", "node.json line 1 is '1'; expected a colon")]
    [InlineData("{\"a\": 1} x", "node.json line 1 is 'x'; expected nothing behind the last }")]
    [InlineData("{\"a\": [1]}", "node.json line 1 is '['; expected true or false")]
    [InlineData("{\"a\": null}", "node.json line 1 is 'n'; expected true or false")]
    [InlineData("{\"a\": 012}", "node.json line 1 is a number that begins with 0; expected one without leading zeros")]
    [InlineData("{\"a\": 1.}", "node.json line 1 is '}'; expected a digit")]
    [InlineData("{\"a\": -}", "node.json line 1 is '}'; expected a digit")]
    [InlineData("{\"a\": 1e1234567890123456}", "node.json line 1 is a number with a power of ten of 1000; expected -22 to 22")]
    [InlineData("{\"a\": 1e23}", "node.json line 1 is a number with a power of ten of 23; expected -22 to 22")]
    [InlineData("{\"a\": \"x", "node.json line 1 is at its end; expected a quote at the end of the text")]
    [InlineData("{\"a\": \"\\x\"}", "node.json line 1 is 'x'; expected one of \" \\ / b f n r t u behind the backslash")]
    [InlineData("{\"a\": \"\\ud83d\"}", "node.json line 1 is half of a surrogate pair; expected whole characters")]
    [InlineData("{\"a\": // one\n 1}", "node.json line 1 is '/'; expected true or false")]
    [InlineData("", "node.json line 1 is at its end; expected an object: {")]
    public void What_is_no_JSON_is_told_with_its_line(string json, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        SetupException e = Assert.Throws<SetupException>(() =>
        {
            JsonReader reader = new(bytes, bytes.Length);
            reader.BeginObject();
            while (reader.NextName() is not null)
            {
                reader.Skip(2);
            }

            reader.End();
        });
        Assert.Equal(expected, e.Message);
    }

    private static JsonReader ReadOne(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return new JsonReader(bytes, bytes.Length);
    }
}
