using JointWatch.Contract.Tests.Support;

namespace JointWatch.Contract.Tests;

/// <summary>What a reader does with the value of a key that it does not know. System.Formats.Cbor says what is well-formed.</summary>
public class UnknownKeyTests
{
    [Fact]
    public void Any_well_formed_value_is_skipped_and_any_other_is_refused()
    {
        Random random = new(20260102);
        int skipped = 0;
        int refused = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] value = ForeignCbor.Write(ForeignTree.Draw(random, 5), random);
            for (int k = random.Next(3); k > 0; k--)
            {
                value[random.Next(value.Length)] = (byte)random.Next(256);
            }

            if (HasShortSimpleValueInTwoBytes(value))
            {
                continue;
            }

            bool wellFormed = ForeignCbor.IsWellFormed(value);
            _ = wellFormed ? skipped++ : refused++;
            Assert.True(wellFormed == IsTaken(value), Convert.ToHexStringLower(value));
        }

        Assert.True(skipped > 5000, $"{skipped} skipped");
        Assert.True(refused > 1000, $"{refused} refused");
    }

    [Theory]
    [InlineData("f818")] // A simple value below 32 in two bytes (RFC 8949 section 3.3).
    [InlineData("1c")] // Reserved additional information (section 3).
    [InlineData("1f")] // An integer without an end.
    [InlineData("df00ff")] // A tag without an end.
    [InlineData("ff")] // A break that ends nothing.
    [InlineData("bf00ff")] // A map with a key but no value.
    [InlineData("5f00ff")] // An integer among the pieces of a byte string.
    [InlineData("5f5f4100ffff")] // A piece that is itself in pieces (section 3.2.3).
    [InlineData("7f4100ff")] // Bytes among the pieces of a text.
    [InlineData("9f")] // No break.
    [InlineData("c0")] // A tag with nothing behind it.
    [InlineData("5bffffffffffffffff")] // 2^64 - 1 bytes.
    [InlineData("9bffffffffffffffff")] // 2^64 - 1 items.
    [InlineData("bbffffffffffffffff")] // 2^64 - 1 pairs.
    public void A_value_that_is_not_well_formed_is_refused(string hex) => Assert.False(IsTaken(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("818181818181818100", true)]
    [InlineData("81818181818181818100", false)]
    [InlineData("c1c1c1c1c1c1c1c100", true)]
    [InlineData("c1c1c1c1c1c1c1c1c100", false)]
    public void Eight_levels_are_skipped_and_nine_are_refused(string hex, bool taken) =>
        Assert.Equal(taken, IsTaken(Convert.FromHexString(hex)));

    /// <summary>Not well-formed by RFC 8949 section 3.3, which System.Formats.Cbor lets pass.</summary>
    private static bool HasShortSimpleValueInTwoBytes(byte[] value) => value.Zip(value.Skip(1)).Any(pair => pair is { First: 0xF8, Second: < 0x20 });

    private static bool IsTaken(byte[] value)
    {
        byte[] command = [0xA3, 0x01, 0x07, 0x02, 0x01, 0x18, 0x63, .. value];
        try
        {
            return MessageDecoder.ReadCommand(command, 0, command.Length).Number == 7;
        }
        catch (ContractException)
        {
            return false;
        }
    }
}
