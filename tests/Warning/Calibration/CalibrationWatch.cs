using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Warning.Calibration;

/// <summary>
/// One flight, its sensors, the program's own tracker and the warning stage in one line. Detections are the truth with the noise that each sensor
/// states, seen above its horizon, one in twenty missed, false ones between them; an infra-red sensor sees what burns.
/// </summary>
internal sealed class CalibrationWatch
{
    public static readonly UtcMicroseconds Epoch = UtcMicroseconds.From(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));

    private const double SensitivityWattsPerSquareMeter = 1e-8;

    private readonly CalibrationFlight _flight;
    private readonly SeededDraws _draws;
    private readonly MultiTargetTracker _tracker = new();
    private readonly Sensor[] _sensors;
    private readonly double[] _next;

    public CalibrationWatch(CalibrationFlight flight, SensorLayout layout, int seed)
    {
        _flight = flight;
        _draws = new SeededDraws(seed);
        _sensors = [.. layout.About(flight, _draws)];
        _next = [.. _sensors.Select((s, i) => s.ScanPeriodSeconds * (0.1 + (0.8 * i / _sensors.Length)))];
    }

    public LaunchWarningStage Stage { get; init; } = new();

    /// <summary>Gets every revision with its time.</summary>
    public List<(double Seconds, LaunchWarning Warning)> Log { get; } = [];

    /// <summary>Runs on to some seconds from the launch.</summary>
    public CalibrationWatch RunTo(double until)
    {
        while (true)
        {
            int i = Array.IndexOf(_next, _next.Min());
            double seconds = _next[i];
            if (seconds > until)
            {
                return this;
            }

            _next[i] += _sensors[i].ScanPeriodSeconds;
            UtcMicroseconds time = Epoch.AddSeconds(seconds);
            _ = _tracker.Process(new Scan(_sensors[i], time, Detect(_sensors[i], seconds)));
            foreach (LaunchWarning warning in Stage.Update(_tracker.Tracks, _tracker.TakeEnded(), time))
            {
                Log.Add((seconds, warning));
            }
        }
    }

    private List<Detection> Detect(Sensor sensor, double seconds)
    {
        List<Detection> detections = [];
        if (seconds <= _flight.Path.EndSeconds && See(sensor, seconds) is { } seen)
        {
            detections.Add(seen);
        }

        for (double left = sensor.FalseDetectionsPerScan; _draws.Between(0, 1) < left; left--)
        {
            bool isRadar = sensor.Kind == SensorKind.Radar;
            detections.Add(new Detection(
                isRadar ? _draws.Between(5_000, sensor.FieldOfView.RangeMaxMeters) : double.NaN,
                _draws.Between(0, Math.Tau),
                _draws.Between(0, Math.PI / 2),
                isRadar ? _draws.Between(-1_000, 1_000) : double.NaN,
                12));
        }

        return detections;
    }

    private Detection? See(Sensor sensor, double seconds)
    {
        ObjectState state = _flight.Path.StateAt(seconds);
        Enu local = sensor.Frame.ToLocal(state.PositionMeters);
        bool isRadar = sensor.Kind == SensorKind.Radar;
        bool isBright = isRadar || state.IntensityWattsPerSteradian / (local.RangeMeters * local.RangeMeters) > SensitivityWattsPerSquareMeter;
        if (!isBright || local.ElevationRadians < sensor.FieldOfView.ElevationMinRadians || local.RangeMeters > sensor.FieldOfView.RangeMaxMeters
            || _draws.Between(0, 1) > sensor.DetectionProbability)
        {
            return null;
        }

        MeasurementNoise noise = sensor.Noise;
        Vector3 sight = (state.PositionMeters - sensor.Frame.Origin).Unit;
        return new Detection(
            isRadar ? local.RangeMeters + (noise.RangeSigmaMeters * _draws.Normal()) : double.NaN,
            local.AzimuthRadians + (noise.AzimuthSigmaRadians * _draws.Normal()),
            local.ElevationRadians + (noise.ElevationSigmaRadians * _draws.Normal()),
            isRadar ? Vector3.Dot(sight, state.VelocityMetersPerSecond) + (noise.RangeRateSigmaMetersPerSecond * _draws.Normal()) : double.NaN,
            20);
    }
}
