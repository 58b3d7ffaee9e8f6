using System.Security.Cryptography;
using System.Text;
using CsCheck;
using JointWatch.Contract.Sealing;

namespace JointWatch.Contract.Tests.Sealing;

public class HmacSha256Tests
{
    /// <summary>The examples of FIPS 180-2, appendix B (now NIST's "Cryptographic Standards: Examples with Intermediate Values", SHA-256), and the empty message.</summary>
    [Theory]
    [InlineData("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [InlineData("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")]
    public void SHA_256_gives_the_digests_of_its_standard(string text, int times, string digest)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        Sha256 hash = new();
        hash.Begin();
        for (int i = 0; i < times; i++)
        {
            hash.Add(bytes, 0, bytes.Length);
        }

        byte[] found = new byte[Sha256.DigestBytes];
        hash.End(found, 0);
        Assert.Equal(digest, Convert.ToHexStringLower(found));
    }

    /// <summary>RFC 4231, test cases 1 to 4, 6 and 7; case 5 is of a tag that is cut short, which the contract does not have.</summary>
    [Theory]
    [InlineData("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "50*dd", "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")]
    [InlineData("0102030405060708090a0b0c0d0e0f10111213141516171819", "50*cd", "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")]
    [InlineData("131*aa", "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374", "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    [InlineData("131*aa", "5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974686d2e", "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2")]
    public void HMAC_SHA_256_gives_the_tags_of_RFC_4231(string key, string data, string tag)
    {
        byte[] found = new byte[HmacSha256.TagBytes + 2];
        byte[] bytes = Bytes(data);
        new HmacSha256(Bytes(key)).Compute([0xFF, .. bytes, 0xFF], 1, bytes.Length, found, 1);
        Assert.Equal("00" + tag + "00", Convert.ToHexStringLower(found));
    }

    [Fact]
    public void Any_message_in_any_pieces_has_the_tag_that_the_framework_gives_it() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 300], Gen.Int[0, 300], Gen.Int[0, 300]).Sample(
            (key, data, cutA, cutB) =>
            {
                int first = Math.Min(Math.Min(cutA, cutB), data.Length);
                int second = Math.Min(Math.Max(cutA, cutB), data.Length);
                HmacSha256 mac = new(key);
                byte[] tag = new byte[HmacSha256.TagBytes];
                for (int i = 0; i < 2; i++)
                {
                    mac.Begin();
                    mac.Add(data, 0, first);
                    mac.Add(data, first, second - first);
                    mac.Add(data, second, data.Length - second);
                    mac.End(tag, 0);
                    Assert.Equal(HMACSHA256.HashData(key, data), tag);
                }
            },
            iter: 1000);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(1, -1)]
    public void A_part_outside_its_buffer_is_refused(int offset, int count) =>
        Assert.Throws<ArgumentException>(() => new HmacSha256([1]).Compute(new byte[4], offset, count, new byte[32], 0));

    /// <summary>Hex; "50*dd" is dd fifty times.</summary>
    private static byte[] Bytes(string text)
    {
        string[] parts = text.Split('*');
        return parts.Length == 1 ? Convert.FromHexString(text) : [.. Enumerable.Repeat(Convert.FromHexString(parts[1])[0], int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture))];
    }
}
