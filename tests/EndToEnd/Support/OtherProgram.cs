using System.Diagnostics;

namespace JointWatch.EndToEnd.Tests.Support;

/// <summary>A program of someone else's, found on the PATH, run to its end or until it is disposed of.</summary>
internal sealed class OtherProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ProgramOutput _output;

    private OtherProgram(string file, IEnumerable<string> arguments, string? workingDirectory)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = workingDirectory ?? Path.GetTempPath(),
            },
        };
        _process.StartInfo.Environment["NO_COLOR"] = "1"; // The output is read in reports, not on a terminal.
        _output = new ProgramOutput(_process);
    }

    public string Output => _output.Text;

    public bool HasExited => _process.HasExited;

    /// <summary>The full path of a program on the PATH, or null.</summary>
    public static string? Find(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>The full path of a program on the PATH; the test is skipped, with the reason, where it is missing.</summary>
    public static string Require(string name, string from)
    {
        string? path = Find(name);
        Assert.SkipWhen(path is null, $"{name} is not on the PATH; it comes with {from}.");
        return path!;
    }

    public static OtherProgram Start(string file, IEnumerable<string> arguments, string? workingDirectory = null)
    {
        OtherProgram program = new(file, arguments, workingDirectory);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static async Task<string> RunAsync(string file, IEnumerable<string> arguments, string? workingDirectory = null)
    {
        await using OtherProgram program = Start(file, arguments, workingDirectory);
        await program._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return program._process.ExitCode == 0
            ? program.Output
            : throw new InvalidOperationException($"{file} ended with exit code {program._process.ExitCode}:\n{program.Output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
