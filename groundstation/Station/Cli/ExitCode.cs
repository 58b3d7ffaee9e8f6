namespace JointWatch.Station.Cli;

/// <summary>What the program's exit codes mean.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something failed that was not wrong input.</summary>
    public const int Failed = 1;

    /// <summary>A wrong option, setting or file; one line on stderr names it and what was expected.</summary>
    public const int WrongInput = 2;
}
