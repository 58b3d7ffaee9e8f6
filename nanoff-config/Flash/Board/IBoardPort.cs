namespace JointWatch.Flash.Board;

/// <summary>The serial line to the board.</summary>
public interface IBoardPort
{
    /// <summary>The ports there are.</summary>
    IReadOnlyList<string> Names();

    /// <summary>Restarts the board and passes on what it prints, line by line, until cancelled.</summary>
    /// <exception cref="IOException">The port cannot be opened, or is gone.</exception>
    IAsyncEnumerable<string> ListenAsync(string port, CancellationToken cancellation);
}
