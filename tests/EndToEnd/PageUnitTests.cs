using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests;

/// <summary>The page's own tests (vitest), so that 'dotnet test' runs every test there is.</summary>
public sealed class PageUnitTests
{
    [Fact]
    public async Task The_pages_own_tests_pass()
    {
        string output = await OtherProgram.RunAsync(OtherProgram.Require("npm", "Node.js"), ["test"], Repository.PathTo("groundstation", "Web"));

        TestContext.Current.TestOutputHelper!.WriteLine(output);
        Assert.Matches(@"Tests\s+\d+ passed", output);
    }
}
