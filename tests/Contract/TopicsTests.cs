namespace JointWatch.Contract.Tests;

public class TopicsTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("radar-1", true)]
    [InlineData("01234567890123456789012345678901", true)]
    [InlineData("012345678901234567890123456789012", false)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("a/b", false)]
    [InlineData("+", false)]
    [InlineData("#", false)]
    [InlineData("å", false)]
    [InlineData("a b", false)]
    public void A_name_is_1_to_32_of_a_to_z_0_to_9_and_a_hyphen_inside(string name, bool valid) => Assert.Equal(valid, Topics.IsName(name));

    [Theory]
    [InlineData("north", true)]
    [InlineData("exercise", false)]
    [InlineData("station", false)]
    [InlineData("North", false)]
    public void The_names_of_the_director_and_the_station_are_no_partys(string name, bool party) => Assert.Equal(party, Topics.IsParty(name));

    [Fact]
    public void A_topic_says_version_party_node_and_kind() =>
        Assert.Equal("jointwatch/v1/north/radar-1/report", Topics.Of("north", "radar-1", Topics.Report));
}
