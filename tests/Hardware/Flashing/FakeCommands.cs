using JointWatch.Flash.Running;

namespace JointWatch.Hardware.Tests.Flashing;

/// <summary>nanoff and the station, as far as the flasher sees them. Remembers what was run, and what the files held then.</summary>
internal sealed class FakeCommands : ICommands
{
    public const string Key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public List<string> Ran { get; } = [];

    /// <summary>Files named in commands, by name, as they were when the command ran.</summary>
    public Dictionary<string, byte[]> FilesThen { get; } = [];

    public List<UnixFileMode> FolderModes { get; } = [];

    public HashSet<string> Installed { get; } = ["nanoff", "jointwatch"];

    public IReadOnlyList<string> Details { get; set; } = [.. NanoffDocument.Details()];

    public IReadOnlyList<string> TargetList { get; set; } = NanoffDocument.TargetList;

    public IReadOnlyList<string> FileDeploymentSays { get; set; } = ["Deploying file node.json to I:\\node.json...OK"];

    /// <summary>The command that fails, by a word in it.</summary>
    public string? Fails { get; set; }

    /// <summary>Runs when a command with this word begins.</summary>
    public (string Word, Action Then)? When { get; set; }

    public string? Find(string program) => Installed.Contains(program) ? "/usr/bin/" + program : null;

    public Task<int> RunAsync(Command command, CancellationToken cancellation)
    {
        Begin(command, cancellation);
        return Task.FromResult(ExitCodeOf(command));
    }

    public Task<CommandResult> ReadAsync(Command command, Action<string> onLine, CancellationToken cancellation)
    {
        Begin(command, cancellation);
        IReadOnlyList<string> lines = command.Arguments[0] switch
        {
            "--listtargets" => TargetList,
            "--nanodevice" => Details,
            "--filedeployment" => FileDeploymentSays,
            _ => [],
        };
        if (command.Arguments.Contains("enrol"))
        {
            File.WriteAllText(command.Arguments[command.Arguments.ToList().IndexOf("--key-file") + 1], Key + "\n");
        }

        foreach (string line in lines)
        {
            onLine(line);
        }

        return Task.FromResult(new CommandResult(ExitCodeOf(command), lines));
    }

    private int ExitCodeOf(Command command) => Fails is not null && command.ToString().Contains(Fails, StringComparison.Ordinal) ? 1 : 0;

    private void Begin(Command command, CancellationToken cancellation)
    {
        Ran.Add(command.ToString());
        foreach (string file in command.Arguments.Where(argument => File.Exists(argument) && argument.EndsWith(".json", StringComparison.Ordinal)))
        {
            string folder = Path.GetDirectoryName(file)!;
            foreach (string there in Directory.GetFiles(folder))
            {
                FilesThen[Path.GetFileName(there)] = File.ReadAllBytes(there);
            }

            if (!OperatingSystem.IsWindows())
            {
                FolderModes.Add(File.GetUnixFileMode(folder));
            }
        }

        if (When is { } when && command.ToString().Contains(when.Word, StringComparison.Ordinal))
        {
            when.Then();
        }

        cancellation.ThrowIfCancellationRequested();
    }
}
