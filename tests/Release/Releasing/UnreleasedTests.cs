using System.Text.Json;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Releasing;

namespace JointWatch.Releases.Tests.Releasing;

public sealed class UnreleasedTests
{
    [Fact]
    public void What_was_not_released_cannot_be_printed_serialised_or_formatted()
    {
        var thing = Unreleased.Of(Some.Warning());

        Assert.Equal("unreleased", thing.ToString());
        Assert.Equal("unreleased", $"{thing}");
        Assert.Equal("{}", JsonSerializer.Serialize(thing));
        Assert.All(thing.Thing.Values.Values, v => Assert.Equal("unreleased", v.ToString()));
        Assert.Equal("unreleased", thing.Thing.ToString());
        Assert.Equal("unreleased", thing.Thing.Launch!.ToString());
        Assert.Equal("unreleased", new ThingMemory(thing.Thing).ToString());
    }

    [Fact]
    public void It_shows_no_public_member_but_what_every_object_has() =>
        Assert.Equal(
            ["Equals", "GetHashCode", "GetType", "ToString"],
            typeof(Unreleased).GetMembers(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance).Select(m => m.Name).Order(StringComparer.Ordinal));
}
