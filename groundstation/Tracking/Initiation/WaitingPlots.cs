using System.Runtime.InteropServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// The Poisson part: objects that may be there and have no track. Each is a plot that no track explained, with the probability that it was
/// of a new object and is still waiting for its second detection.
/// </summary>
internal sealed class WaitingPlots(InitiationOptions options)
{
    private const double ForgetSeconds = 0.1;

    private readonly List<Plot> _plots = new(256);
    private UtcMicroseconds _forgottenAt;

    public Span<Plot> Plots => CollectionsMarshal.AsSpan(_plots);

    /// <summary>Forgets what has waited too long or is no longer likely.</summary>
    public void Forget(UtcMicroseconds now)
    {
        // Each plot is looked at again and again: now and then is enough.
        if (now.SecondsSince(_forgottenAt) >= ForgetSeconds || now < _forgottenAt)
        {
            RemoveAll(now, exceptUsed: false);
            _forgottenAt = now;
        }
    }

    /// <summary>Forgets the plots whose existence is 0: those that have become tracks.</summary>
    public void ForgetUsed() => RemoveAll(default, exceptUsed: true);

    /// <summary>Whether a plot that is newer than a time may be of the same object as a detection of a sensor; a direction alone may be of any.</summary>
    public bool HasNewerNear(UtcMicroseconds time, SensorView view, ReadOnlySpan<Observation> observations)
    {
        double range = view.Sensor.FieldOfView.RangeMaxMeters;
        bool directions = view.Form is MeasuredForm.Angles or MeasuredForm.Azimuth;
        foreach (ref readonly Plot plot in Plots)
        {
            double seconds = plot.Time.SecondsSince(time);
            Vector3 fromSensor = plot.Position - view.Frame.Origin;
            if (seconds <= 0 || fromSensor.Length > range + (options.MaxSpeed * seconds))
            {
                continue;
            }

            foreach (ref readonly Observation observation in observations)
            {
                Vector3 apart = directions ? Vector3.Zero : plot.Position - observation.Position;
                if (apart.Length <= (options.MaxSpeed * seconds) + 2_000)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Adds a plot; where there are too many, the oldest go.</summary>
    public void Add(in Plot plot)
    {
        if (_plots.Count >= options.MaxPlots)
        {
            _plots.RemoveRange(0, Math.Max(1, options.MaxPlots / 8));
        }

        _plots.Add(plot);
    }

    public void CopyFrom(WaitingPlots other)
    {
        _forgottenAt = other._forgottenAt;
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
