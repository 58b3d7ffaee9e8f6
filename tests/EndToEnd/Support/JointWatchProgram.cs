using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JointWatch.EndToEnd.Tests.Support;

/// <summary>The built program, run as a process of its own as a user runs it.</summary>
internal static class JointWatchProgram
{
    /// <summary>A process that is about to start, with its output redirected.</summary>
    /// <param name="folder">Its current directory.</param>
    public static Process Prepare(string folder, IEnumerable<string> arguments) => new()
    {
        StartInfo = new ProcessStartInfo(DotnetHost(), [Path.Combine(AppContext.BaseDirectory, "jointwatch.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        },
    };

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] arguments)
    {
        using Process process = Prepare(folder, arguments);
        ProgramOutput output = new(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, output.Text);
    }

    /// <summary>The host that runs these tests, so that the program runs on the same .NET whatever else is installed.</summary>
    private static string DotnetHost()
    {
        string runtime = RuntimeEnvironment.GetRuntimeDirectory();
        string root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }
}
