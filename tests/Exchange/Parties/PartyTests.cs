using JointWatch.Exchange.Parties;
using JointWatch.Exercises;

namespace JointWatch.Exchange.Tests.Parties;

public sealed class PartyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jointwatch-");

    private string KeyPath => Path.Combine(_folder.FullName, "alfa.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_key_is_read_from_its_file_as_it_was_made()
    {
        using PartyKey made = PartyKey.New(Some.Alfa);
        PartyKeyFile.Write(KeyPath, made);
        using PartyKey read = PartyKeyFile.Read(KeyPath);

        Assert.Equal((made.Party, made.Public.Text), (read.Party, read.Public.Text));
        Assert.Throws<InvalidInputException>(() => PartyKeyFile.Write(KeyPath, made));
    }

    [Fact]
    public void A_key_file_is_its_owner_s_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes.");
            return;
        }

        using PartyKey key = Some.Key(Some.Alfa);
        PartyKeyFile.Write(KeyPath, key);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));

        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("mode is '440'; expected 600", Assert.Throws<InvalidInputException>(() => PartyKeyFile.Read(KeyPath)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the lines 'jointwatch-private-key/v1'")]
    [InlineData("other\nparty alfa\ned25519 SECRETSECRET\n", "(1): header is 'something else'; expected 'jointwatch-private-key/v1'")]
    [InlineData("# note\njointwatch-private-key/v1\nparty Alfa\ned25519 SECRETSECRET\n", "(3): party is 'something else'")]
    [InlineData("jointwatch-private-key/v1\nparty alfa\ned25519 SECRETSECRET\n", "(3): ed25519 is 'something else'; expected 'ed25519 ' and 64")]
    public void What_is_wrong_with_a_key_file_is_named_and_the_secret_is_not_shown(string text, string expected)
    {
        File.WriteAllText(KeyPath, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        string message = Assert.Throws<InvalidInputException>(() => PartyKeyFile.Read(KeyPath)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRETSECRET", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_party_describes_itself()
    {
        Party party = PartyFile.Parse(
            """
            [party]
            name = "alfa"
            keyFile = "keys/alfa.key"
            policy = "policy.toml"
            station = "127.0.0.1:5080"

            [[sensor]]
            name = "radar-1"
            kind = "radar"

            [[sensor]]
            name = "ir-1"
            kind = "infrared"
            """,
            Path.Combine(_folder.FullName, "party.toml"));

        Assert.Equal((Some.Alfa, "127.0.0.1:5080"), (party.Id, party.Station));
        Assert.Equal(Path.Combine(_folder.FullName, "keys", "alfa.key"), party.KeyFile);
        Assert.Equal(Path.Combine(_folder.FullName, "policy.toml"), party.Policy);
        Assert.Equal([new("radar-1", PartySensorKind.Radar), new PartySensor("ir-1", PartySensorKind.Infrared)], party.Sensors);
    }

    [Theory]
    [InlineData("name = 1\n", "party.toml(1): name is '1'; expected keys to stand below [party] once, [[sensor]]")]
    [InlineData("[party]\nname = \"Alfa\"\nkeyFile = \"k\"\n", "party.toml(2): party.name is '\"Alfa\"'; expected a name of 1 to 32")]
    [InlineData("[party]\nname = \"station\"\nkeyFile = \"k\"\n", "and neither 'exercise' nor 'station'")]
    [InlineData("[party]\nname = \"alfa\"\n", "party.toml(1): party.keyFile is missing")]
    [InlineData("[party]\nname = \"alfa\"\nkeyFile = \"k\"\ncolour = \"red\"\n", "party.toml(4): party.colour is '\"red\"'; expected one of the keys known here: keyFile, name, policy, station")]
    [InlineData("[party]\nname = \"alfa\"\nkeyFile = \"k\"\nstation = \"here\"\n", "party.toml(4): party.station is '\"here\"'; expected host:port")]
    [InlineData("[party]\nname = \"alfa\"\nkeyFile = \"k\"\n[[sensor]]\nname = \"r\"\nkind = \"sonar\"\n", "party.toml(6): sensor[0].kind is '\"sonar\"'; expected one of 'radar', 'infrared'")]
    [InlineData("[party]\nname = \"alfa\"\nkeyFile = \"k\"\n[[sensor]]\nname = \"r\"\nkind = \"radar\"\n[[sensor]]\nname = \"r\"\nkind = \"radar\"\n", "party.toml(8): sensor[1].name is '\"r\"'")]
    [InlineData("[party]\n[party]\n", "party.toml(2)")]
    [InlineData("[sensor]\n", "party.toml(1): found 'sensor'; expected [party] once, [[sensor]]")]
    [InlineData("[party\n", "TOML 1.1")]
    public void What_is_wrong_with_a_party_s_file_is_named(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidInputException>(() => PartyFile.Parse(text, "party.toml")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_register_is_read_as_it_is_described()
    {
        PartyRegister register = Some.Register(Some.Bravo, Some.Alfa);
        PartyRegister read = PartyRegister.Parse(string.Concat(register.Parties.Select(PartyRegister.Describe)), "parties.toml");

        Assert.Equal([Some.Alfa, Some.Bravo], read.Parties.Select(p => p.Id));
        Assert.Equal(register.Parties.Select(p => p.Key.Text), read.Parties.Select(p => p.Key.Text));
        Assert.Equal(["radar-1"], read.Find(Some.Alfa)!.Sensors);
        Assert.Null(read.Find(Some.Charlie));
    }

    [Fact]
    public void One_key_has_one_party()
    {
        string key = Some.Key(Some.Alfa).Public.Text;
        string twice = $"[[party]]\nname = \"alfa\"\nkey = \"{key}\"\n[[party]]\nname = \"bravo\"\nkey = \"{key}\"\n";

        Assert.Contains("party[1].key", Assert.Throws<InvalidInputException>(() => PartyRegister.Parse(twice, "parties.toml")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidInputException>(() => PartyRegister.Parse("", "parties.toml"));
        Assert.Throws<InvalidInputException>(() => PartyRegister.Parse("[[party]]\nname = \"alfa\"\nkey = \"ed25519:00\"\n", "parties.toml"));
    }

    [Fact]
    public void The_register_tells_the_box_that_a_party_reads_from()
    {
        using PartyKey key = PartyKey.FromSeed(PartyId.Parse("alfa"), new byte[32]);
        var party = new RegisteredParty(key.Public, ["radar-1"]) { Box = key.Box };

        PartyRegister read = PartyRegister.Parse(PartyRegister.Describe(party), "parties.toml");

        byte[] sealedText = read.Find(key.Party)!.Box!.Seal("for alfa"u8, "about"u8);
        Assert.Equal("for alfa"u8.ToArray(), key.Open(sealedText, "about"u8));
        Assert.Null(key.Open(sealedText, "about something else"u8));
    }

    [Fact]
    public void A_box_that_is_none_is_refused_by_name()
    {
        using PartyKey key = PartyKey.FromSeed(PartyId.Parse("alfa"), new byte[32]);
        string text = PartyRegister.Describe(new RegisteredParty(key.Public, []) { Box = key.Box }).Replace("x25519:", "x25518:", StringComparison.Ordinal);

        InvalidInputException e = Assert.Throws<InvalidInputException>(() => PartyRegister.Parse(text, "parties.toml"));

        Assert.Contains("x25519: and 64 hexadecimal digits", e.Message, StringComparison.Ordinal);
    }
}
