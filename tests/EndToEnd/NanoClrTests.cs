using JointWatch.EndToEnd.Tests.Support;
using JointWatch.Firmware.SelfTest;

namespace JointWatch.EndToEnd.Tests;

/// <summary>
/// The self-test on a real nanoCLR. It wants the program <c>nanoclr</c> (a .NET tool of nanoFramework's for Windows; its sources build for
/// Linux and macOS too) and the PE files that a build of firmware/SelfTest/JointWatch.SelfTest.nfproj leaves, or those of the folder that
/// the environment variable JOINTWATCH_PE names.
/// </summary>
public sealed class NanoClrTests
{
    /// <summary>In the order in which a nanoCLR without a deployment wants them.</summary>
    private static readonly string[] Assemblies = ["mscorlib", "System.Math", "JointWatch.Contract", "JointWatch.Node", "JointWatch.SelfTest"];

    [Fact]
    public async Task The_self_test_says_the_same_on_nanoCLR_as_on_NET()
    {
        string nanoclr = OtherProgram.Require("nanoclr", "'dotnet tool install -g nanoclr' on Windows");
        string? folder = PeFolder();
        Assert.SkipWhen(folder is null, "no PE files: build firmware/SelfTest/JointWatch.SelfTest.nfproj, or set JOINTWATCH_PE to the folder with " + string.Join(".pe, ", Assemblies) + ".pe");
        List<string> expected = [];
        Assert.True(SelfTestRun.Run(expected.Add), expected[^1]);

        string output = await RunAsync(nanoclr, [.. Assemblies.Select(a => Path.Combine(folder!, a + ".pe"))]);

        string[] lines = [.. output.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.StartsWith("ok ", StringComparison.Ordinal) || line.StartsWith("FAILED", StringComparison.Ordinal) || line.StartsWith("SELFTEST", StringComparison.Ordinal))];
        Assert.Equal(expected, lines);
    }

    /// <summary>The tool takes a verb before its options; the plain runner of the sources does not.</summary>
    private static async Task<string> RunAsync(string nanoclr, string[] assemblies)
    {
        try
        {
            return await OtherProgram.RunAsync(nanoclr, ["run", "--assemblies", .. assemblies]);
        }
        catch (InvalidOperationException e) when (e.Message.Contains("unexpected argument 'run'", StringComparison.Ordinal))
        {
            return await OtherProgram.RunAsync(nanoclr, ["--assemblies", .. assemblies]);
        }
    }

    private static string? PeFolder()
    {
        string named = Environment.GetEnvironmentVariable("JOINTWATCH_PE") ?? Repository.PathTo("firmware", "SelfTest", "bin");
        return !Directory.Exists(named) ? null : Directory
            .EnumerateFiles(named, "JointWatch.SelfTest.pe", SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .Select(Path.GetDirectoryName)
            .FirstOrDefault(folder => Assemblies.All(a => File.Exists(Path.Combine(folder!, a + ".pe"))));
    }
}
