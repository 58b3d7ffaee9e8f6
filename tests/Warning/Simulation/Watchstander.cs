using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Simulation;

/// <summary>Runs the stage over simulated tracks, several calls a second, and keeps every revision with its time.</summary>
internal sealed class Watchstander(params IReadOnlyList<TrackSimulator> tracks)
{
    /// <summary>Gets the time from one call to the next.</summary>
    public double PeriodSeconds { get; init; } = 1.0 / 3;

    private TrackEstimate[] _last = [];
    private double _seconds;

    public LaunchWarningStage Stage { get; init; } = new();

    /// <summary>Gets every revision with the seconds from the epoch at which it came.</summary>
    public List<(double Seconds, LaunchWarning Warning)> Log { get; } = [];

    /// <summary>Gets the only warning's newest revision.</summary>
    public LaunchWarning Only => Assert.Single(Stage.Warnings);

    public Watchstander RunTo(double until)
    {
        for (; _seconds <= until; _seconds += PeriodSeconds)
        {
            TrackEstimate[] now = [.. tracks.Select(t => t.At(_seconds)).OfType<TrackEstimate>()];
            TrackEstimate[] ended = [.. _last.Where(t => now.All(n => n.Id != t.Id)).Select(t => t with { State = TrackState.Ended })];
            _last = now;
            foreach (LaunchWarning warning in Stage.Update(now, ended, Truth.Epoch.AddSeconds(_seconds)))
            {
                Log.Add((_seconds, warning));
            }
        }

        return this;
    }

    /// <summary>When a state was first reached, seconds from the epoch.</summary>
    public double? First(WarningState state) => Log.Where(e => e.Warning.State == state).Select(e => (double?)e.Seconds).FirstOrDefault();
}
