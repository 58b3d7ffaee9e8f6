using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Paths;

/// <summary>One sample of a path; the intensity holds until the next sample.</summary>
/// <param name="IsBreak">Whether thrust or intensity changes here at once.</param>
public readonly record struct PathSample(
    double Seconds, Vector3 PositionMeters, Vector3 VelocityMetersPerSecond, double IntensityWattsPerSteradian, bool IsBreak);

/// <summary>A path through densely set samples, a cubic Hermite curve between each two, so that velocity is the very derivative of position.</summary>
public sealed class SampledPath : IObjectPath
{
    private readonly PathSample[] _samples;

    /// <param name="samples">Two or more, rising in time.</param>
    public SampledPath(IReadOnlyList<PathSample> samples)
    {
        if (samples.Count < 2)
        {
            throw new ArgumentException("a path has two samples or more", nameof(samples));
        }

        for (int i = 1; i < samples.Count; i++)
        {
            if (!(samples[i].Seconds > samples[i - 1].Seconds))
            {
                throw new ArgumentException($"sample {i} at {samples[i].Seconds} s does not come after the one before", nameof(samples));
            }
        }

        _samples = [.. samples];
        Breaks = [.. _samples.Where((s, i) => i == 0 || i == _samples.Length - 1 || s.IsBreak).Select(s => s.Seconds)];
    }

    /// <inheritdoc/>
    public double StartSeconds => _samples[0].Seconds;

    /// <inheritdoc/>
    public double EndSeconds => _samples[^1].Seconds;

    /// <inheritdoc/>
    public IReadOnlyList<double> Breaks { get; }

    /// <inheritdoc/>
    public ObjectState StateAt(double seconds)
    {
        if (!(seconds >= StartSeconds && seconds <= EndSeconds))
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, $"the object exists from {StartSeconds} to {EndSeconds} s");
        }

        int low = 0;
        int high = _samples.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (_samples[middle].Seconds <= seconds)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        ref readonly PathSample a = ref _samples[low];
        ref readonly PathSample b = ref _samples[high];
        double span = b.Seconds - a.Seconds;
        (Vector3 position, Vector3 velocity) = Hermite.At(
            (seconds - a.Seconds) / span, span, a.PositionMeters, a.VelocityMetersPerSecond, b.PositionMeters, b.VelocityMetersPerSecond);
        return new ObjectState(position, velocity, seconds < EndSeconds ? a.IntensityWattsPerSteradian : b.IntensityWattsPerSteradian);
    }
}
