using System.Text;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;

namespace JointWatch.Exchange.Tests.Records;

/// <summary>Held against what others have published: the COSE working group's examples and RFC 8032.</summary>
public sealed class CoseExampleTests
{
    /// <summary>cose-wg/Examples, eddsa-examples/eddsa-sig-01.json (Ed25519, COSE_Sign1).</summary>
    [Fact]
    public void The_working_group_s_example_is_signed_to_the_same_bytes()
    {
        byte[] header = Convert.FromHexString("A201270300");
        byte[] content = Encoding.ASCII.GetBytes("This is the content.");
        const string Signature =
            "7142FD2FF96D56DB85BEE905A76BA1D0B7321A95C8C4D3607C5781932B7AFB8711497DFA751BF40B58B3BCC32300B1487F3DB34085EEF013BF08F4A44D6FEF0D";

        Assert.Equal(
            "846A5369676E61747572653145A2012703004054546869732069732074686520636F6E74656E742E", Convert.ToHexString(CoseSign1.ToBeSigned(header, [], content)));
        using PartyKey key = PartyKey.FromSeed(Some.Alfa, Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        Assert.Equal("ed25519:d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", key.Public.Text);
        Assert.Equal(Signature, Convert.ToHexString(CoseSign1.Sign(header, [], content, key)));
        Assert.True(CoseSign1.IsSigned(header, [], content, Convert.FromHexString(Signature), key.Public));
        Assert.False(CoseSign1.IsSigned(header, "x"u8, content, Convert.FromHexString(Signature), key.Public));
    }

    /// <summary>cose-wg/Examples, eddsa-examples/eddsa-sig-02.json: Ed448, of which the structure to be signed is the same.</summary>
    [Fact]
    public void The_structure_to_be_signed_is_that_of_the_second_example() =>
        Assert.Equal(
            "846A5369676E61747572653143A101274054546869732069732074686520636F6E74656E742E",
            Convert.ToHexString(CoseSign1.ToBeSigned(Convert.FromHexString("A10127"), [], Encoding.ASCII.GetBytes("This is the content."))));

    /// <summary>RFC 8032, section 7.1, tests 1 to 3.</summary>
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Keys_sign_as_in_the_standard(string seed, string publicKey, string message, string signature)
    {
        using PartyKey key = PartyKey.FromSeed(Some.Alfa, Convert.FromHexString(seed));

        Assert.Equal("ed25519:" + publicKey, key.Public.Text);
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))));
        Assert.True(key.Public.HasSigned(Convert.FromHexString(message), Convert.FromHexString(signature)));
    }

    [Fact]
    public void The_library_of_NET_still_knows_no_Ed25519()
    {
        // If this fails, CoseSign1 may be able to go.
        string[] names = [.. typeof(System.Security.Cryptography.ECDsa).Assembly.GetExportedTypes().Select(t => t.Name)];
        Assert.DoesNotContain("Ed25519", names);
    }
}
