using CsCheck;
using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Exchange.Tests.Assurances;
using JointWatch.Exercises;

namespace JointWatch.Exchange.Tests.Files;

/// <summary>Whatever others hand over is taken or refused by name; nothing else is thrown.</summary>
public sealed class OutsideTextTests
{
    private const string PartyText = "[party]\nname = \"alfa\"\nkeyFile = \"party.key\"\nstation = \"10.0.0.1:5080\"\n[[sensor]]\nname = \"radar-1\"\nkind = \"radar\"\n";

    private static readonly Gen<(int Place, int Cut, string Junk)> Change = Gen.Select(
        Gen.Int[0, 10_000], Gen.Int[0, 12], Gen.Char[' ', '~'].Array[0, 6].Select(c => new string(c)), (place, cut, junk) => (place, cut, junk));

    [Fact]
    public void Files_with_changes_are_taken_or_refused_by_name()
    {
        string register = string.Concat(Some.Register(Some.Alfa, Some.Bravo).Parties.Select(PartyRegister.Describe));
        Change.Array[1, 3].Sample(
            changes =>
            {
                Try(() => AssuranceFile.Parse(Changed(RandomLog.Statement, changes), "x.toml"));
                Try(() => PartyFile.Parse(Changed(PartyText, changes), "x.toml"));
                Try(() => PartyRegister.Parse(Changed(register, changes), "x.toml"));
            },
            iter: 3000,
            threads: 1);
    }

    [Fact]
    public void Data_of_releases_with_changes_is_read_or_not_and_throws_nothing()
    {
        byte[] data = Table.Data(Some.Alfa, "warning-1", 40);
        var reader = new ReleaseCborFacts();
        ReleaseBody release = Table.Warning(Some.Alfa, "warning-1", 40);
        Assert.NotNull(reader.TryRead(Some.Alfa, release, data));
        Assert.Null(reader.TryRead(Some.Bravo, release, data));
        Assert.Null(reader.TryRead(Some.Alfa, release with { Reference = "warning-2" }, data));
        Assert.Null(reader.TryRead(Some.Alfa, release with { ContentType = "text/plain" }, data));
        Gen.Select(Gen.Int[0, data.Length - 1], Gen.Int[0, 4], Gen.Byte.Array[0, 4]).Array[1, 3].Sample(
            changes =>
            {
                byte[] changed = data;
                foreach ((int place, int cut, byte[] junk) in changes)
                {
                    int at = Math.Min(place, changed.Length);
                    changed = [.. changed[..at], .. junk, .. changed[Math.Min(changed.Length, at + cut)..]];
                }

                Assert.True(reader.TryRead(Some.Alfa, release, changed) is not { } facts || facts.Places.All(p => p.SouthDegrees >= -90 && p.NorthDegrees <= 90));
            },
            iter: 10_000,
            threads: 1);
    }

    private static string Changed(string text, (int Place, int Cut, string Junk)[] changes)
    {
        foreach ((int place, int cut, string junk) in changes)
        {
            int at = place % (text.Length + 1);
            text = text[..at] + junk + text[Math.Min(text.Length, at + cut)..];
        }

        return text;
    }

    private static void Try(Action parse)
    {
        try
        {
            parse();
        }
        catch (InvalidInputException e)
        {
            Assert.StartsWith("x.toml", e.Message, StringComparison.Ordinal);
        }
    }
}
