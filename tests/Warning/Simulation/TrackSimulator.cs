using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warning.Tests.Simulation;

/// <summary>
/// Makes the estimates that a tracker would give of a flight, without one: the truth and an error whose components are first-order
/// Gauss-Markov processes of the sigmas that the covariance states. Velocities are poor at first and settle.
/// </summary>
internal sealed class TrackSimulator(Truth truth, int seed, TrackQuality quality, long trackId = 1)
{
    private static readonly SensorId[] Radars = [new("alfa/radar-1"), new("bravo/radar-1")];

    private readonly Random _random = new(seed);
    private readonly double[] _errors = new double[6];
    private double? _first;
    private double _last;
    private int _detections;

    /// <summary>The estimate at a time from the epoch, or null while it is not seen. Call with rising times.</summary>
    public TrackEstimate? At(double seconds)
    {
        bool isThere = seconds >= Math.Max(truth.Path.StartSeconds, quality.FromSeconds) && seconds <= Math.Min(truth.Path.EndSeconds, quality.ToSeconds);
        if (!isThere)
        {
            return null;
        }

        ObjectState state = truth.Path.StateAt(seconds);
        double height = Wgs84.ToGeodetic(Ecef.FromVector(state.PositionMeters)).HeightMeters;
        if (height < quality.HorizonMeters)
        {
            return null;
        }

        double memory = _first is null ? 0 : Math.Exp(-(seconds - _last) / quality.MemorySeconds);
        _first ??= seconds;
        _last = seconds;
        _detections++;
        double velocitySigma = quality.SettledVelocitySigma
            + ((quality.FirstVelocitySigma - quality.SettledVelocitySigma) * Math.Exp(-(seconds - _first.Value) / 4));
        for (int i = 0; i < 6; i++)
        {
            _errors[i] = (memory * _errors[i]) + (Math.Sqrt(1 - (memory * memory)) * Gauss());
        }

        double[] covariance = new double[36];
        for (int i = 0; i < 6; i++)
        {
            double sigma = i < 3 ? quality.PositionSigma : velocitySigma;
            covariance[7 * i] = sigma * sigma;
        }

        return new TrackEstimate(
            new TrackId(trackId),
            TrackState.Confirmed,
            Truth.Epoch.AddSeconds(seconds),
            state.PositionMeters + (quality.PositionSigma * new Vector3(_errors[0], _errors[1], _errors[2])),
            state.VelocityMetersPerSecond + (velocitySigma * new Vector3(_errors[3], _errors[4], _errors[5])),
            Vector3.Zero,
            covariance,
            Truth.Epoch.AddSeconds(_first.Value),
            Truth.Epoch.AddSeconds(seconds),
            2 + _detections,
            Radars);
    }

    /// <summary>A standard normal number by the method of Box and Muller (1958).</summary>
    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());
}

/// <summary>How well, and when, a simulated track is seen. Sigmas on each axis.</summary>
internal sealed record TrackQuality
{
    public double PositionSigma { get; init; } = 80;

    public double FirstVelocitySigma { get; init; } = 40;

    public double SettledVelocitySigma { get; init; } = 5;

    /// <summary>Gets for how long an error lasts: the filter's memory.</summary>
    public double MemorySeconds { get; init; } = 2;

    public double HorizonMeters { get; init; } = 1_500;

    public double FromSeconds { get; init; } = double.NegativeInfinity;

    public double ToSeconds { get; init; } = double.PositiveInfinity;
}
