using JointWatch.Tracking.Filtering;

namespace JointWatch.Tracking.Engine;

/// <summary>
/// Tracks to be used again, for the present state and for all that is kept of the past: they come and go between them. It grows by a quarter at
/// a time, so that growing is over soon.
/// </summary>
internal sealed class TrackPool(Func<ModelBank> newBank)
{
    private const int LeastGrowth = 32;

    private readonly Stack<Track> _spare = new();
    private int _made;

    public Track Take()
    {
        if (_spare.Count == 0)
        {
            int growth = Math.Max(LeastGrowth, _made / 4);
            for (int i = 0; i < growth; i++)
            {
                _spare.Push(new Track(newBank(), newBank()));
            }

            _made += growth;
        }

        return _spare.Pop();
    }

    public void Return(Track track) => _spare.Push(track);
}
