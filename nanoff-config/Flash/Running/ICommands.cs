namespace JointWatch.Flash.Running;

/// <summary>Runs other programs.</summary>
public interface ICommands
{
    /// <summary>Where a program is, or null where it is not installed.</summary>
    string? Find(string program);

    /// <summary>Runs a program on the same terminal, which some of nanoff's steps want for their progress display.</summary>
    /// <returns>Its exit code.</returns>
    Task<int> RunAsync(Command command, CancellationToken cancellation);

    /// <summary>Runs a program, passes on what it prints line by line, and returns that too.</summary>
    Task<CommandResult> ReadAsync(Command command, Action<string> onLine, CancellationToken cancellation);
}

public sealed record CommandResult(int ExitCode, IReadOnlyList<string> Lines);
