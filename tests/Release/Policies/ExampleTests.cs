using JointWatch.Releases.Policies;

namespace JointWatch.Releases.Tests.Policies;

/// <summary>The examples load, and are explained word for word as in <c>Policies/explained</c>. A new wording is read by a person before it is taken over.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Names => [.. Repository.Examples.Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Fact]
    public void There_are_the_three_that_the_README_names() =>
        Assert.Equal(["close-to-the-chest", "jdec-like", "open-neighbour"], Repository.Examples.Select(Path.GetFileNameWithoutExtension));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_is_explained_as_its_golden_text_says(string name)
    {
        var policy = ReleasePolicy.Read(Path.Combine(Repository.ReleaseFolder, "policies", name + ".toml"));
        string golden = File.ReadAllText(Path.Combine(Repository.Folder, "tests", "Release", "Policies", "explained", name + ".txt"));

        Assert.Equal(golden, policy.Explain());
    }
}
