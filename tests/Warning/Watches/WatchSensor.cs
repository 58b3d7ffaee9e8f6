using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warning.Tests.Watches;

/// <summary>A sensor of a watch: what it says of itself, and what is wrong with it.</summary>
internal sealed class WatchSensor(string name, SensorKind kind, Geodetic place, double periodSeconds, double offsetSeconds, int seed)
{
    private const double DetectionProbability = 0.9;
    private const double FalseRangeRate = 3_000;

    private readonly Random _random = new(seed);

    public Sensor Sensor { get; } = new(
        new SensorId(name),
        kind,
        LocalFrame.At(place),
        new FieldOfView(0, Math.Tau, double.DegreesToRadians(-2), double.DegreesToRadians(88), 1_000, kind == SensorKind.Radar ? 1_500_000 : 2_000_000),
        kind == SensorKind.Radar ? new MeasurementNoise(30, 1e-3, 1e-3, 1) : new MeasurementNoise(0, 5e-4, 5e-4, 0),
        DetectionProbability,
        kind == SensorKind.Radar ? 0.5 : 0.2,
        periodSeconds);

    public double NextSeconds { get; private set; } = offsetSeconds;

    /// <summary>Gets by how much its clock is ahead, seconds.</summary>
    public double ClockErrorSeconds { get; init; }

    /// <summary>Gets by how much it is turned clockwise without knowing, radians.</summary>
    public double TurnRadians { get; init; }

    /// <summary>Gets what it invents: bodies that are there for it alone.</summary>
    public IReadOnlyList<SkyBody> Inventions { get; init; } = [];

    /// <summary>Gets how many detections it makes up a scan, beyond the false ones that it admits.</summary>
    public double MadeUpPerScan { get; init; }

    /// <summary>Gets how many false detections a scan more than it says there are at a time, such as sun glint in a direction: or null.</summary>
    public Func<double, Clutter?>? Bursts { get; init; }

    /// <summary>Its next scan of what is in the sky.</summary>
    /// <param name="seen">Which bodies it detected.</param>
    public Scan Look(IReadOnlyList<SkyBody> sky, double seconds, UtcMicroseconds now, List<SkyBody> seen)
    {
        NextSeconds += Sensor.ScanPeriodSeconds;
        var detections = new List<Detection>();
        foreach (SkyBody body in sky)
        {
            Add(body, seconds, detections, seen);
        }

        foreach (SkyBody body in Inventions)
        {
            if (body.ExistsAt(seconds))
            {
                Add(body, seconds, detections, seen);
            }
        }

        double made = Sensor.FalseDetectionsPerScan + MadeUpPerScan;
        Clutter? burst = Bursts?.Invoke(seconds);
        for (int i = Poisson(made); i > 0; i--)
        {
            detections.Add(Invent(Math.Tau * _random.NextDouble(), 0.6 * _random.NextDouble()));
        }

        for (int i = Poisson(burst?.PerScan ?? 0); i > 0; i--)
        {
            detections.Add(Invent(
                (burst!.AzimuthRadians + (burst.SpreadRadians * (_random.NextDouble() - 0.5)) + Math.Tau) % Math.Tau,
                Math.Abs(burst.ElevationRadians + (Math.Min(burst.SpreadRadians, 0.5) * (_random.NextDouble() - 0.5)))));
        }

        return new Scan(Sensor, now.AddSeconds(ClockErrorSeconds), detections);
    }

    private void Add(SkyBody body, double seconds, List<Detection> detections, List<SkyBody> seen)
    {
        double reach = kind == SensorKind.Radar ? body.RadarRangeMeters : body.InfraredRangeMeters;
        if (reach <= 0)
        {
            return;
        }

        ObjectState state = body.Path.StateAt(seconds);
        Enu local = Sensor.Frame.ToLocal(state.PositionMeters);
        if (local.ElevationRadians < 0 || local.RangeMeters > reach || local.RangeMeters < 1_000 || _random.NextDouble() > DetectionProbability)
        {
            return;
        }

        MeasurementNoise noise = Sensor.Noise;
        Vector3 sight = (state.PositionMeters - Sensor.Frame.Origin).Unit;
        double azimuth = (local.AzimuthRadians - TurnRadians + (noise.AzimuthSigmaRadians * Gauss()) + Math.Tau) % Math.Tau;
        double elevation = local.ElevationRadians + (noise.ElevationSigmaRadians * Gauss());
        seen.Add(body);
        detections.Add(kind == SensorKind.Radar
            ? new Detection(
                local.RangeMeters + (noise.RangeSigmaMeters * Gauss()),
                azimuth,
                elevation,
                Vector3.Dot(sight, state.VelocityMetersPerSecond) + (noise.RangeRateSigmaMetersPerSecond * Gauss()),
                20)
            : new Detection(double.NaN, azimuth, elevation, double.NaN, 50));
    }

    private Detection Invent(double azimuth, double elevation) => kind == SensorKind.Radar
        ? new Detection(
            1_000 + (_random.NextDouble() * (Sensor.FieldOfView.RangeMaxMeters - 1_000)),
            azimuth,
            elevation,
            (_random.NextDouble() - 0.5) * 2 * FalseRangeRate,
            13)
        : new Detection(double.NaN, azimuth, elevation, double.NaN, 10);

    private int Poisson(double mean)
    {
        int count = 0;
        for (double left = mean + Math.Log(1 - _random.NextDouble()); left > 0; left += Math.Log(1 - _random.NextDouble()))
        {
            count++;
        }

        return count;
    }

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());
}

/// <summary>More false detections than usual about a direction: their mean number a scan, and over what angle they lie.</summary>
internal sealed record Clutter(double PerScan, double AzimuthRadians, double ElevationRadians, double SpreadRadians);
