using System.ComponentModel;
using System.Diagnostics;
using JointWatch.Contract.Tests.Support;

namespace JointWatch.Contract.Tests;

/// <summary>A program in another language, with a CBOR library of its own (cbor2 from npm), reads the golden vectors.</summary>
public class ForeignDecoderTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Contract", "foreign");

    [Fact]
    public async Task A_Node_js_program_reads_every_vector_as_its_diagnostic_notation_says()
    {
        (int exitCode, string output) = await RunAsync("node", "--version");
        Assert.SkipUnless(exitCode == 0, "node is not installed: the foreign decoder was not run");
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "cbor2")))
        {
            (exitCode, output) = await RunAsync("npm", "ci", "--no-audit", "--no-fund");
            Assert.SkipWhen(exitCode == NotFound, "npm is not installed: the foreign decoder was not run");
            Assert.True(exitCode == 0, output);
        }

        (exitCode, output) = await RunAsync("node", "read-vectors.js", Vector.FilePath);
        Assert.True(exitCode == 0, output);
        Assert.Contains($"{Vector.Good.Count} good, {Vector.Bad.Count} bad, {SealedVector.Good.Count + SealedVector.Bad.Count} sealed, 0 faults", output, StringComparison.Ordinal);
    }

    private const int NotFound = -1;

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        string file = OperatingSystem.IsWindows() && program == "npm" ? "npm.cmd" : program;
        ProcessStartInfo start = new(file, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            CancellationToken token = TestContext.Current.CancellationToken;
            Task<string> errors = process.StandardError.ReadToEndAsync(token);
            string output = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return (process.ExitCode, output + await errors);
        }
        catch (Win32Exception)
        {
            return (NotFound, program + " was not found");
        }
    }
}
