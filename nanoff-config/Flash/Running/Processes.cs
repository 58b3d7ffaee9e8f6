using System.Diagnostics;

namespace JointWatch.Flash.Running;

/// <summary>Programs as processes of the operating system.</summary>
internal sealed class Processes : ICommands
{
    public string? Find(string program)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(Path.Combine(home, ".dotnet", "tools"));
        string name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    public async Task<int> RunAsync(Command command, CancellationToken cancellation)
    {
        using Process process = Start(command, redirect: false);
        await WaitAsync(process, cancellation);
        return process.ExitCode;
    }

    public async Task<CommandResult> ReadAsync(Command command, Action<string> onLine, CancellationToken cancellation)
    {
        using Process process = Start(command, redirect: true);
        List<string> lines = [];
        void Take(object sender, DataReceivedEventArgs received)
        {
            if (received.Data is string line)
            {
                lock (lines)
                {
                    lines.Add(line);
                    onLine(line);
                }
            }
        }

        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitAsync(process, cancellation);
        return new CommandResult(process.ExitCode, lines);
    }

    private static async Task WaitAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }

            throw;
        }
    }

    private Process Start(Command command, bool redirect)
    {
        ProcessStartInfo start = new(Find(command.Program) ?? command.Program, command.Arguments)
        {
            RedirectStandardOutput = redirect,
            RedirectStandardError = redirect,
        };

        // nanoff sends its command line to its makers unless asked not to.
        start.Environment["NANOFRAMEWORK_TELEMETRY_OPTOUT"] = "1";
        start.Environment.Remove(Asking.CommandLine.PasswordVariable);
        return Process.Start(start) ?? throw new StepFailedException($"{command.Program} did not start");
    }
}
