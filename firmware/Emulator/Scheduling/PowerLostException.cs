namespace JointWatch.Emulation.Scheduling;

/// <summary>Ends a board's threads: every nano call of a board that is off throws it, again and again.</summary>
internal sealed class PowerLostException : Exception
{
    public PowerLostException()
        : base("the board is off")
    {
    }
}
