namespace JointWatch.Station.Core;

/// <summary>Holds the digests taken here against those in the journal.</summary>
internal sealed class DigestLedger
{
    /// <summary>A digest comes back through the journal within moments: more than a few are never on their way.</summary>
    private const int Kept = 64;

    private readonly Queue<Checkpoint> _taken = new();

    public void Note(Checkpoint checkpoint)
    {
        if (_taken.Count == Kept)
        {
            _taken.Dequeue();
        }

        _taken.Enqueue(checkpoint);
    }

    /// <summary>Whether a digest from the journal is the one taken here after the same entry.</summary>
    public bool Agrees(Checkpoint journalled) => _taken.Contains(journalled);
}
