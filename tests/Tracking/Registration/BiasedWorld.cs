using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Registration;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Registration;

/// <summary>A seeded world of objects that keep their course but for white acceleration, seen by sensors with registration errors.</summary>
internal sealed class BiasedWorld(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<(Vector3 Position, Vector3 Velocity)> _objects = [];

    public List<Sensor> Sensors { get; } = [];

    /// <summary>Gets each sensor's biases: range, azimuth, elevation, clock.</summary>
    public Dictionary<SensorId, double[]> Biases { get; } = [];

    /// <summary>Gets or sets the density of the acceleration, m²/s³.</summary>
    public double AccelerationDensity { get; set; }

    /// <summary>Gets or sets the acceleration of a steady turn of all objects, m/s².</summary>
    public double TurnAcceleration { get; set; }

    public static LocalFrame At(double east, double north) => LocalFrame.Flat(new Vector3(east, north, 0));

    public void Add(Sensor sensor, params double[] biases)
    {
        Sensors.Add(sensor);
        Biases.Add(sensor.Id, biases);
    }

    /// <summary>Adds objects within 40 km, 3 to 10 km high, 100 to 300 m/s fast.</summary>
    public void AddObjects(int count)
    {
        for (int i = 0; i < count; i++)
        {
            double heading = Math.Tau * _random.NextDouble();
            double speed = 100 + (200 * _random.NextDouble());
            _objects.Add((
                new Vector3(Between(-40_000, 40_000), Between(-40_000, 40_000), Between(3_000, 10_000)),
                new Vector3(speed * Math.Cos(heading), speed * Math.Sin(heading), 0)));
        }
    }

    /// <summary>Lets every sensor look in turn until a time, and hands out the scans in order of their stamps with the object of each detection.</summary>
    public void Run(double untilSeconds, Action<Scan, TrackId?[]> take)
    {
        List<(Scan Scan, TrackId?[] Of)> looks = [];
        double step = Sensors[0].ScanPeriodSeconds / Sensors.Count;
        for (int look = 0; look * step < untilSeconds; look++)
        {
            Sensor sensor = Sensors[look % Sensors.Count];
            double[] bias = Biases[sensor.Id];
            List<Detection> detections = [];
            List<TrackId?> of = [];
            for (int i = 0; i < _objects.Count; i++)
            {
                if (_random.NextDouble() < sensor.DetectionProbability)
                {
                    (Vector3 position, Vector3 velocity) = _objects[i];
                    detections.Add(Biased(Measured(sensor, position, velocity), bias));
                    of.Add(new TrackId(i + 1));
                }
            }

            looks.Add((new Scan(sensor, Sky.At((look * step) + bias[3]), detections), [.. of]));
            Move(step);
        }

        foreach ((Scan scan, TrackId?[] of) in looks.OrderBy(look => look.Scan.Time))
        {
            take(scan, of);
        }
    }

    public double Gaussian() => Some.Gaussian(_random);

    private double Between(double from, double to) => from + ((to - from) * _random.NextDouble());

    private Detection Measured(Sensor sensor, Vector3 position, Vector3 velocity)
    {
        if (sensor.Kind != SensorKind.Place)
        {
            return Some.Measured(sensor, position, velocity, _random);
        }

        Enu local = sensor.Frame.ToLocal(position);
        double sigma = sensor.Noise.PlaceSigmaMeters;
        return Detection.AtPlace(local.EastMeters + (sigma * Gaussian()), local.NorthMeters + (sigma * Gaussian()));
    }

    private static Detection Biased(in Detection d, double[] bias) =>
        new SensorCorrection(-bias[0], -bias[1], -bias[2], 0).Correct(d);

    /// <summary>White acceleration over a step moves an object by a normal step with the covariance of the continuous model.</summary>
    private void Move(double t)
    {
        double speed = Math.Sqrt(AccelerationDensity * t);
        for (int i = 0; i < _objects.Count; i++)
        {
            (Vector3 p, Vector3 v) = _objects[i];
            Vector3 a = new(Gaussian(), Gaussian(), Gaussian());
            Vector3 b = new(Gaussian(), Gaussian(), Gaussian());
            Vector3 turn = TurnAcceleration * new Vector3(-v.Y, v.X, 0) / Math.Max(v.Length, 1);
            _objects[i] = (
                p + (t * v) + (t * t / 2 * turn) + (speed * t * ((0.5 * a) + (Math.Sqrt(1.0 / 12) * b))),
                v + (t * turn) + (speed * a));
        }
    }
}
