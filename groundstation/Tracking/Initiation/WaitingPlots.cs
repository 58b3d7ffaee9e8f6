using System.Runtime.InteropServices;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// The Poisson part: objects that may be there and have no track. Each is a plot that no track explained, with the probability that it was
/// of a new object and is still waiting for its second detection.
/// </summary>
internal sealed class WaitingPlots(InitiationOptions options)
{
    private readonly List<Plot> _plots = [];

    public Span<Plot> Plots => CollectionsMarshal.AsSpan(_plots);

    /// <summary>Forgets what has waited too long or is no longer likely.</summary>
    public void Forget(UtcMicroseconds now) => RemoveAll(now, exceptUsed: false);

    /// <summary>Forgets the plots whose existence is 0: those that have become tracks.</summary>
    public void ForgetUsed() => RemoveAll(default, exceptUsed: true);

    /// <summary>Whether a plot is newer than a time.</summary>
    public bool HasNewerThan(UtcMicroseconds time)
    {
        foreach (ref readonly Plot plot in Plots)
        {
            if (plot.Time > time)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a plot; where there are too many, the oldest goes.</summary>
    public void Add(in Plot plot)
    {
        if (_plots.Count >= options.MaxPlots)
        {
            _plots.RemoveAt(0);
        }

        _plots.Add(plot);
    }

    public void CopyFrom(WaitingPlots other)
    {
        _plots.Clear();
        foreach (ref readonly Plot plot in CollectionsMarshal.AsSpan(other._plots))
        {
            _plots.Add(plot);
        }
    }

    private void RemoveAll(UtcMicroseconds now, bool exceptUsed)
    {
        Span<Plot> plots = Plots;
        int kept = 0;
        for (int i = 0; i < plots.Length; i++)
        {
            ref readonly Plot plot = ref plots[i];
            bool stays = exceptUsed
                ? plot.Existence > 0
                : plot.Existence > options.LeastWaiting && now.SecondsSince(plot.Time) <= LongestWait(plot.Source);
            if (stays)
            {
                if (kept != i)
                {
                    plots[kept] = plot;
                }

                kept++;
            }
        }

        _plots.RemoveRange(kept, plots.Length - kept);
    }

    private double LongestWait(in PlotSource source) => Math.Min(options.MaxPairSeconds, options.PairPeriods * source.Sensor.ScanPeriodSeconds);
}
