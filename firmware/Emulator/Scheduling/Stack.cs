namespace JointWatch.Emulation.Scheduling;

/// <summary>An operating system's thread, as virtual time uses it.</summary>
internal sealed class Stack : IDisposable
{
    private readonly SemaphoreSlim _turn = new(0);

    /// <summary>Gets or sets who goes on when this thread is given its turn.</summary>
    public Fiber? Top { get; set; }

    /// <summary>Gets those below the top whose waits have ended meanwhile.</summary>
    public List<Fiber> Held { get; } = [];

    /// <summary>Gets or sets how many of the firmware's locks are held on it.</summary>
    public int LocksHeld { get; set; }

    public void GiveTurn() => _turn.Release();

    public void AwaitTurn() => _turn.Wait();

    public void Dispose() => _turn.Dispose();
}
