using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Ballistics;

namespace JointWatch.Warnings.Evidence;

/// <summary>
/// The force on a body besides gravity, a mass unit of it, m/s²: what an accelerometer aboard would show.
/// <paramref name="Along"/> is its part along the mean velocity, <paramref name="Sigma"/> one sigma of each component.
/// </summary>
internal readonly record struct SpecificForce(double Along, double Magnitude, double Sigma, double MeanSpeed)
{
    /// <summary>Gets the force itself, in the axes of the track.</summary>
    public Vector3 Vector { get; init; }

    /// <summary>
    /// Gets the specific excess power, m/s: how fast energy height h + v²/2g rises (E. Rutowski, "Energy approach to the general aircraft
    /// performance problem", Journal of the Aeronautical Sciences 21, 1954). It does not see dives, zooms and turns, which only exchange or keep energy.
    /// </summary>
    public double ExcessPower => Along * MeanSpeed / StandardGravity;

    public double ExcessPowerSigma => Sigma * MeanSpeed / StandardGravity;

    private const double StandardGravity = 9.80665;
}

/// <summary>
/// Finds the specific force of a track from the slope of its velocity over the last few seconds, less what free fall explains. The
/// tracker's own acceleration is not used: a mixture of models that pull it to zero biases it.
/// </summary>
internal sealed class VelocityTrend(double spanSeconds)
{
    private const int Capacity = 32;
    private const int LeastSamples = 4;

    private readonly (UtcMicroseconds Time, Vector3 Position, Vector3 Velocity, double Sigma)[] _samples
        = new (UtcMicroseconds, Vector3, Vector3, double)[Capacity];

    private int _first;
    private int _count;

    public void Add(UtcMicroseconds time, Vector3 position, Vector3 velocity, double velocitySigma)
    {
        if (_count > 0 && time.SecondsSince(Newest.Time) < spanSeconds / (Capacity - 2))
        {
            return;
        }

        if (_count > 0 && time.SecondsSince(Newest.Time) > spanSeconds)
        {
            _count = 0;
        }

        if (_count == Capacity)
        {
            _first = (_first + 1) % Capacity;
            _count--;
        }

        _samples[(_first + _count) % Capacity] = (time, position, velocity, velocitySigma);
        _count++;
        while (_count > 1 && time.SecondsSince(_samples[_first].Time) > spanSeconds)
        {
            _first = (_first + 1) % Capacity;
            _count--;
        }
    }

    /// <summary>The force over the span, or null while there is too little to tell.</summary>
    public SpecificForce? Force()
    {
        if (_count < LeastSamples)
        {
            return null;
        }

        UtcMicroseconds start = _samples[_first].Time;
        double span = Newest.Time.SecondsSince(start);
        if (span < spanSeconds / 2)
        {
            return null;
        }

        (double meanTime, double variance) = (0, 0);
        (Vector3 meanVelocity, Vector3 meanPosition) = (Vector3.Zero, Vector3.Zero);
        for (int i = 0; i < _count; i++)
        {
            var sample = _samples[(_first + i) % Capacity];
            meanTime += sample.Time.SecondsSince(start) / _count;
            meanVelocity += sample.Velocity / _count;
            meanPosition += sample.Position / _count;
            variance += sample.Sigma * sample.Sigma / _count;
        }

        (double timeTime, Vector3 timeVelocity) = (0, Vector3.Zero);
        for (int i = 0; i < _count; i++)
        {
            var sample = _samples[(_first + i) % Capacity];
            double t = sample.Time.SecondsSince(start) - meanTime;
            timeTime += t * t;
            timeVelocity += t * (sample.Velocity - meanVelocity);
        }

        Vector3 force = (timeVelocity / timeTime) - FreeFall.InVacuum(meanPosition, meanVelocity);
        double speed = meanVelocity.Length;

        // Errors of successive estimates are nearly the same, so more samples help no further than the difference of two independent ones.
        return new SpecificForce(
            speed > 0 ? Vector3.Dot(force, meanVelocity) / speed : 0, force.Length, Math.Sqrt(2 * variance) / span, speed)
        {
            Vector = force,
        };
    }

    private (UtcMicroseconds Time, Vector3 Position, Vector3 Velocity, double Sigma) Newest => _samples[(_first + _count - 1) % Capacity];
}
