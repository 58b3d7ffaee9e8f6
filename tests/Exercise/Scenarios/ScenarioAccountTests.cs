using JointWatch.Exercises;
using JointWatch.Exercises.Files;

namespace JointWatch.Exercise.Tests.Scenarios;

public sealed class ScenarioAccountTests
{
    [Fact]
    public void The_rocket_of_1995_in_plain_sentences()
    {
        string account = string.Join('\n', ScenarioAccount.Of(ScenarioFile.Read("barents-1995")));

        Assert.Contains("Alfa has radar-coast, ir-coast, and knows of alfa/aurora.", account, StringComparison.Ordinal);
        Assert.Contains("Bravo has radar-east, radar-sea, ir-sea, and knows of no announced launch.", account, StringComparison.Ordinal);
        Assert.Contains("   1:00  Aurora rocket (sounding rocket) is launched at 69.29° N 16.02° E", account, StringComparison.Ordinal);
        Assert.Contains("by hand  The note is found: alfa/aurora becomes known to bravo", account, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lie_is_told_with_all_that_is_wrong()
    {
        string account = string.Join('\n', ScenarioAccount.Of(ScenarioFile.Read("liar")));

        Assert.Contains("bravo/radar-west lies: azimuths +9°; an object that is not there, at 72.20° N 8.00° E, 900 m/s towards 140°", account, StringComparison.Ordinal);
    }
}
