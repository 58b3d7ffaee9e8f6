using JointWatch.Releases.Policies;
using JointWatch.Releases.Tests.Leaks;

namespace JointWatch.Releases.Tests.Policies;

public sealed class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.ReleaseFolder, "README.md"));

    [Fact]
    public void The_README_names_every_field_and_kind()
    {
        Assert.All(FieldForms.Of.Keys, field => Assert.Contains($"`{field}`", Text, StringComparison.Ordinal));
        Assert.All(FieldForms.OfKind.Keys, kind => Assert.Contains($"`{kind}`", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_policy_is_one()
    {
        string policy = string.Join('\n', Text.Split('\n').SkipWhile(l => l != "    [policy]").TakeWhile(l => l.Length == 0 || l.StartsWith("    ", StringComparison.Ordinal)));

        Assert.Equal("launch reports", Assert.Single(ReleasePolicy.Parse(policy, "README.md").Allows).Name);
    }
}
