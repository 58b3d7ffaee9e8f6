namespace JointWatch.Flash;

/// <summary>What the program tells whoever started it.</summary>
public static class ExitCode
{
    /// <summary>The board runs and has said so.</summary>
    public const int Done = 0;

    /// <summary>A step failed, or the board did not say what it should.</summary>
    public const int Failed = 1;

    /// <summary>Something that was given, or that must be installed, is wrong or missing; nothing was done to the board.</summary>
    public const int WrongInput = 2;

    /// <summary>Ctrl-C.</summary>
    public const int Stopped = 130;
}

/// <summary>Something given is wrong or missing. The message says what, and what to do.</summary>
public sealed class WrongInputException(string message) : Exception(message);

/// <summary>A step on the way to a running board failed. The message says which, and what to do.</summary>
public sealed class StepFailedException(string message) : Exception(message);
