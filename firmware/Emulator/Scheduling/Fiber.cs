namespace JointWatch.Emulation.Scheduling;

/// <summary>
/// Something that runs in virtual time, one at a time: a board's thread, the test itself, or a call into the firmware that is made on
/// another's stack. Only the topmost of a stack can go on.
/// </summary>
internal sealed class Fiber(string name, BoardRun? run, Stack host)
{
    public string Name => name;

    /// <summary>Gets whose it is; null for the test.</summary>
    public BoardRun? Run => run;

    public Stack Host => host;

    /// <summary>Gets or sets the number of the present wait: an alarm that was set for an earlier one is stale.</summary>
    public long WaitNumber { get; set; }

    public Signal? WaitingOn { get; set; }

    public bool Waiting { get; set; }

    public bool Signalled { get; set; }

    /// <summary>Gets or sets what ends the wait besides: looked at whenever nothing else can run at the present time.</summary>
    public Func<bool>? Until { get; set; }
}
