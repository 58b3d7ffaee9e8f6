using System.Diagnostics;

namespace JointWatch.Hardware.Tests.Flashing;

/// <summary>The scripts as a person starts them.</summary>
internal static class Shell
{
    public static string Script(string name) => Path.Combine(Repository.Root, "nanoff-config", name);

    /// <summary>The path of a program, or null where it is not installed.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);

    public static string Need(string program)
    {
        string? path = Find(program);
        Assert.SkipWhen(path is null, $"{program} is not installed here");
        return path!;
    }

    public static Process Start(string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        // No build server outlives a test: its temporary folder does not.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        using Process process = Start(program, environment, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
