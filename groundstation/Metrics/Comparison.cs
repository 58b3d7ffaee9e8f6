using JointWatch.Tracking;

namespace JointWatch.Metrics;

/// <summary>Objects and tracks at the same times: what the measures over a whole recording compare.</summary>
public sealed class Comparison
{
    /// <param name="times">Rising.</param>
    /// <param name="truth">The objects, each with a place or null at each time.</param>
    /// <param name="tracks">The tracks, likewise.</param>
    /// <exception cref="ArgumentException">Times do not rise, or a trajectory has more or fewer entries than there are times.</exception>
    public Comparison(IReadOnlyList<UtcMicroseconds> times, IReadOnlyList<Trajectory> truth, IReadOnlyList<Trajectory> tracks)
    {
        for (int k = 1; k < times.Count; k++)
        {
            if (times[k] <= times[k - 1])
            {
                throw new ArgumentException($"times[{k}] is {times[k]}; expected a time after {times[k - 1]}", nameof(times));
            }
        }

        Check(truth, times.Count, nameof(truth));
        Check(tracks, times.Count, nameof(tracks));
        Times = times;
        Truth = truth;
        Tracks = tracks;
    }

    public IReadOnlyList<UtcMicroseconds> Times { get; }

    public IReadOnlyList<Trajectory> Truth { get; }

    public IReadOnlyList<Trajectory> Tracks { get; }

    private static void Check(IReadOnlyList<Trajectory> trajectories, int times, string parameter)
    {
        foreach (Trajectory trajectory in trajectories)
        {
            if (trajectory.Places.Count != times)
            {
                throw new ArgumentException(
                    $"{parameter}: '{trajectory.Name}' has {trajectory.Places.Count} places; expected {times}, one for each time", parameter);
            }
        }
    }
}
