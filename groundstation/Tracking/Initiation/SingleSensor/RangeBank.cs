using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>
/// One line of sight, many ranges: a filter for each part of the ranges, the parts a fixed ratio apart, with a weight each that its detections change
/// (N. Peach, "Bearings-only tracking using a set of range-parameterised extended Kalman filters", IEE Proc. Control Theory Appl. 142(1), 1995).
/// </summary>
internal sealed class RangeBank(SingleSensorOptions options)
{
    private readonly CourseFilter[] _filters = new CourseFilter[options.Bins];
    private readonly double[] _weights = new double[options.Bins];
    private double _least;
    private double _ratio;

    public ReadOnlySpan<double> Weights => _weights;

    public ref readonly CourseFilter this[int bin] => ref _filters[bin];

    public double From(int bin) => _least * Math.Pow(_ratio, bin);

    public double To(int bin) => _least * Math.Pow(_ratio, bin + 1);

    /// <summary>Gives every range the same weight: of a range of which nothing is known, each order of magnitude is as likely as another.</summary>
    public void Begin(Sensor sensor, in AngleFilter angles, Vector3 sensorVelocity)
    {
        _least = Math.Max(options.LeastRangeMeters, sensor.FieldOfView.RangeMinMeters);
        double greatest = Math.Min(options.GreatestRangeMeters, sensor.FieldOfView.RangeMaxMeters);

        // A sensor that sees no farther than the least range: its own reach counts.
        _least = greatest > 2 * _least ? _least : greatest / 100;
        _ratio = Math.Pow(greatest / _least, 1.0 / _filters.Length);
        double sum = 0;
        for (int k = 0; k < _filters.Length; k++)
        {
            double range = (From(k) + To(k)) / 2;
            double width = To(k) - From(k);
            _filters[k] = CourseFilter.Along(angles, sensor.Frame.Origin, range, width * width / 12, options.SpeedSigma * options.SpeedSigma, sensorVelocity);
            _weights[k] = range * angles.Turning.Length < options.MaxSpeed ? 1 : 0;
            sum += _weights[k];
        }

        for (int k = 0; k < _weights.Length; k++)
        {
            _weights[k] = sum > 0 ? _weights[k] / sum : 1.0 / _weights.Length;
        }
    }

    /// <summary>Takes a detection of its own sensor.</summary>
    public void Update(Sensor sensor, in Detection detection, UtcMicroseconds time)
    {
        Span<double> logs = stackalloc double[_filters.Length];
        double greatest = double.NegativeInfinity;
        for (int k = 0; k < _filters.Length; k++)
        {
            _filters[k].Predict(time, Density(k));
            CourseFilter before = _filters[k];
            double log = _filters[k].Update(sensor, detection, double.PositiveInfinity);
            if (!double.IsFinite(log))
            {
                _filters[k] = before;
            }

            logs[k] = log + Math.Log(_weights[k]);
            greatest = Math.Max(greatest, logs[k]);
        }

        if (!double.IsFinite(greatest))
        {
            return;
        }

        double sum = 0;
        for (int k = 0; k < _weights.Length; k++)
        {
            _weights[k] = Math.Max(Math.Exp(logs[k] - greatest), options.LeastWeight);
            sum += _weights[k];
        }

        for (int k = 0; k < _weights.Length; k++)
        {
            _weights[k] /= sum;
        }
    }

    /// <summary>
    /// The logarithm of the density of another sensor's detection if it is of this object, over all ranges; and what is then known of it, which the mixture's
    /// mean and covariance describe.
    /// </summary>
    public double Meet(Sensor sensor, in Detection detection, UtcMicroseconds time, ref TrackSeed seed)
    {
        Span<double> logs = stackalloc double[_filters.Length];
        Span<CourseFilter> met = stackalloc CourseFilter[_filters.Length];
        double greatest = double.NegativeInfinity;
        for (int k = 0; k < _filters.Length; k++)
        {
            met[k] = _filters[k];
            met[k].Predict(time, Density(k));
            logs[k] = met[k].Update(sensor, detection, options.GateSigmas) + Math.Log(_weights[k]);
            greatest = Math.Max(greatest, logs[k]);
        }

        if (!double.IsFinite(greatest))
        {
            return double.NegativeInfinity;
        }

        double sum = 0;
        for (int k = 0; k < logs.Length; k++)
        {
            logs[k] = Math.Exp(logs[k] - greatest);
            sum += logs[k];
        }

        Mix(met, logs, sum, ref seed);
        return greatest + Math.Log(sum);
    }

    public void CopyFrom(RangeBank other)
    {
        other._filters.CopyTo(_filters, 0);
        other._weights.CopyTo(_weights, 0);
        (_least, _ratio) = (other._least, other._ratio);
    }

    private double Density(int bin)
    {
        double range = From(bin) * (1 + _ratio) / 2;
        return options.AngularAccelerationDensity * range * range;
    }

    private static void Mix(ReadOnlySpan<CourseFilter> filters, ReadOnlySpan<double> weights, double sum, ref TrackSeed seed)
    {
        const int N = 6;
        seed.State = default;
        seed.Covariance = default;
        for (int k = 0; k < filters.Length; k++)
        {
            for (int i = 0; i < N && weights[k] > 0; i++)
            {
                seed.State[i] += weights[k] / sum * filters[k].State[i];
            }
        }

        for (int k = 0; k < filters.Length; k++)
        {
            for (int i = 0; i < N && weights[k] > 0; i++)
            {
                double off = filters[k].State[i] - seed.State[i];
                for (int j = 0; j < N; j++)
                {
                    double spread = off * (filters[k].State[j] - seed.State[j]);
                    seed.Covariance[(i * N) + j] += weights[k] / sum * (filters[k].Covariance[(i * N) + j] + spread);
                }
            }
        }
    }
}
