using JointWatch.Exercises;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Simulation;

/// <summary>
/// The radars of a scenario, the tracker and the warning stage in one line: what reaches the stage here are real tracks, with the tracker's own
/// lags, covariances and mistakes. Detections are the truth with the noise that each radar states, seen above its horizon, now and then missed.
/// </summary>
internal sealed class RadarPicture(Scenario scenario, int seed)
{
    private readonly Random _random = new(seed);
    private readonly MultiTargetTracker _tracker = new();
    private readonly Radar[] _radars = [.. scenario.Boards.Where(b => b.Kind == SensorKind.Radar).Select(b => new Radar(b))];
    private readonly HashSet<TrackId> _tracksSeen = [];

    public LaunchWarningStage Stage { get; } = new();

    public List<(double Seconds, LaunchWarning Warning)> Log { get; } = [];

    public int Tracks => _tracksSeen.Count;

    /// <summary>Runs from the start to some seconds of the exercise.</summary>
    public RadarPicture RunTo(double until)
    {
        while (true)
        {
            Radar next = _radars.MinBy(r => r.NextSeconds)!;
            double seconds = next.NextSeconds;
            if (seconds > until)
            {
                return this;
            }

            next.NextSeconds += next.Board.ScanPeriodSeconds;
            UtcMicroseconds time = Truth.Epoch.AddSeconds(seconds);
            _ = _tracker.Process(new Scan(next.Sensor, time, Detect(next, seconds)));
            _tracksSeen.UnionWith(_tracker.Tracks.Where(t => t.State == TrackState.Confirmed).Select(t => t.Id));
            foreach (LaunchWarning warning in Stage.Update(_tracker.Tracks, _tracker.TakeEnded(), time))
            {
                Log.Add((seconds, warning));
            }
        }
    }

    private List<Detection> Detect(Radar radar, double seconds)
    {
        List<Detection> detections = [];
        foreach (ExerciseObject target in scenario.Objects.Where(o => o.ExistsAt(seconds)))
        {
            ObjectState state = target.Path.StateAt(seconds);
            Enu local = radar.Sensor.Frame.ToLocal(state.PositionMeters);
            bool isMissed = _random.NextDouble() > 0.95;
            if (isMissed || local.ElevationRadians < 0 || local.RangeMeters > radar.Board.FieldOfView.RangeMaxMeters)
            {
                continue;
            }

            MeasurementNoise noise = radar.Sensor.Noise;
            Vector3 sight = (state.PositionMeters - radar.Sensor.Frame.Origin).Unit;
            detections.Add(new Detection(
                local.RangeMeters + (noise.RangeSigmaMeters * Gauss()),
                local.AzimuthRadians + (noise.AzimuthSigmaRadians * Gauss()),
                local.ElevationRadians + (noise.ElevationSigmaRadians * Gauss()),
                Vector3.Dot(sight, state.VelocityMetersPerSecond) + (noise.RangeRateSigmaMetersPerSecond * Gauss()),
                20));
        }

        for (double left = radar.Board.FalseDetectionsPerScan; _random.NextDouble() < left; left--)
        {
            double range = radar.Board.FieldOfView.RangeMaxMeters * _random.NextDouble();
            detections.Add(new Detection(range, Math.Tau * _random.NextDouble(), 0.5 * _random.NextDouble(), (_random.NextDouble() - 0.5) * 1_000, 12));
        }

        return detections;
    }

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());

    private sealed class Radar(BoardSpec board)
    {
        public BoardSpec Board { get; } = board;

        public Sensor Sensor { get; } = new(
            new SensorId(board.Party + "/" + board.Node),
            board.Kind,
            LocalFrame.At(board.Place),
            board.FieldOfView,
            board.Noise,
            0.9,
            board.FalseDetectionsPerScan,
            board.ScanPeriodSeconds);

        public double NextSeconds { get; set; } = board.ScanOffsetSeconds;
    }
}
