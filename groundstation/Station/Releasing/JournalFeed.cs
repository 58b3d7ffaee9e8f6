using JointWatch.Releases.Inputs;
using JointWatch.Releases.Trying;
using JointWatch.Station.Core;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Releasing;

/// <summary>Plays a journal through the core and hands what a policy may speak of to trials.</summary>
internal sealed class JournalFeed : IThingTaker, IDisposable
{
    private readonly IReadOnlyList<ReleaseTrial> _trials;
    private readonly StationCore _core;

    public JournalFeed(string party, IReadOnlyList<ReleaseTrial> trials, StageFactory stages)
    {
        _trials = trials;
        _core = new StationCore(new CoreOptions(), stages, new ThingFeed(party, this));
    }

    public void Process(JournalEntry entry) => _core.Process(entry);

    /// <inheritdoc/>
    public void Take(LaunchWarning warning, UtcMicroseconds now) => Take(Unreleased.Of(warning), now);

    /// <inheritdoc/>
    public void Take(Unreleased thing, UtcMicroseconds now)
    {
        foreach (ReleaseTrial trial in _trials)
        {
            trial.Take(thing, now);
        }
    }

    /// <inheritdoc/>
    public void Clear(StationCore core)
    {
        foreach (ReleaseTrial trial in _trials)
        {
            trial.Clear(core.Now, core.Exercise is not null);
        }
    }

    /// <inheritdoc/>
    public void AdvanceTo(UtcMicroseconds now)
    {
        // A trial looks at what is due whenever it takes something, and at the end.
    }

    /// <inheritdoc/>
    public void Dispose() => _core.Dispose();
}
