using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Registration;

/// <summary>
/// A track followed only to compare sensors: a Kalman filter of nearly constant velocity that takes detections as if they had no bias, and beside its
/// state keeps the sensitivity V of that state to each bias of each sensor. Its residuals are then white and linear in the biases: r = (C - H V) b + noise
/// (B. Friedland, "Treatment of bias in recursive filtering", IEEE Trans. Automatic Control 14, 1969), whichever tracks and sensors they come from.
/// </summary>
internal sealed class ReferenceTrack(RegistrationOptions options)
{
    private const int N = 6;

    /// <summary>Two detections nearer in time say nothing of the velocity.</summary>
    private const double LeastStartSeconds = 0.1;

    /// <summary>How far off a predicted place may be, as a share of its distance, for directions to be taken from it.</summary>
    private const double LargestAngle = 0.2;

    private readonly double[] _state = new double[N];
    private readonly double[] _covariance = new double[N * N];
    private readonly double[] _sensitivity = new double[N * Segment.MaxColumns];
    private readonly UtcMicroseconds[] _seen = new UtcMicroseconds[Segment.MaxSensors];
    private readonly long[] _counts = new long[Segment.MaxSensors];
    private int _taken;
    private int _refused;
    private bool _isSettled;
    private bool _isVelocityOwn;
    private UtcMicroseconds _time;
    private Vector3 _velocity;

    public TrackId Id { get; private set; }

    public Segment Segment { get; } = new();

    public UtcMicroseconds SegmentStart { get; private set; }

    /// <summary>Gets the time of the newest detection taken.</summary>
    public UtcMicroseconds Newest { get; private set; }

    /// <summary>Gets how many detections of each of the segment's sensors count in it.</summary>
    public ReadOnlySpan<long> Counts => _counts.AsSpan(0, Segment.Sensors);

    /// <summary>Gets whether detections no longer fit.</summary>
    public bool IsLost => _refused >= 3;

    /// <summary>Gets whether several sensors have told something in this segment.</summary>
    public bool IsShared
    {
        get
        {
            int sensors = 0;
            foreach (long count in Counts)
            {
                sensors += count > 0 ? 1 : 0;
            }

            return sensors > 1;
        }
    }

    private Vector3 Position => new(_state[0], _state[1], _state[2]);

    /// <summary>Begins at a place.</summary>
    public void Begin(TrackId id, int sensor, in BiasRows rows, UtcMicroseconds time, BiasFilter biases)
    {
        Id = id;
        Segment.Clear();
        (_taken, _refused) = (1, 0);
        (_isSettled, _isVelocityOwn) = (false, false);
        (_time, Newest, SegmentStart) = (time, time, time);
        Array.Clear(_counts);
        Array.Clear(_seen);
        (_state[3], _state[4], _state[5]) = (0, 0, 0);
        _velocity = Vector3.Zero;
        int place = Segment.PlaceOf(sensor);
        _seen[place] = time;
        Start(rows, place, biases);
    }

    /// <summary>Starts a new segment: the track goes on, what it told has been taken.</summary>
    public void BeginSegment(UtcMicroseconds time)
    {
        Segment.Restart();
        Array.Clear(_counts);
        SegmentStart = time;
    }

    /// <summary>Takes a detection, if it is not too soon after the last of its sensor, and adds what it tells to the segment.</summary>
    /// <returns>Whether there was work to do.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(Sensor sensor, int slot, in Detection detection, UtcMicroseconds time, BiasFilter biases)
    {
        double seconds = time.SecondsSince(_time);
        int place = Segment.PlaceOf(slot);
        bool isPlace = BiasRows.TryPlace(sensor, detection, out Vector3 measured);
        bool tooEarly = _taken < 2 && (seconds < LeastStartSeconds || !isPlace);
        if (place < 0 || seconds < 0 || tooEarly || time.SecondsSince(_seen[place]) < options.SpacingSeconds)
        {
            return false;
        }

        Predict(seconds);
        _time = time;
        bool isKnown = IsPlaceKnown(sensor.Frame.Origin);
        if (!(isKnown || isPlace) || !BiasRows.TryMake(sensor, detection, isKnown ? Position : measured, out BiasRows rows))
        {
            return true;
        }

        FindVelocity(biases);
        if (!Fits(rows, place, biases))
        {
            _refused++;
            return true;
        }

        _refused = 0;
        _taken++;
        _seen[place] = time;
        Newest = time;
        if (!_isSettled && isPlace && Segment.Sensors > 1 && IsVelocityKnown(biases))
        {
            _isSettled = true;
            BiasRows.TryMake(sensor, detection, measured, out rows);
            Start(rows, place, biases);
            return true;
        }

        _counts[place] += _isSettled ? 1 : 0;
        Span<double> c = stackalloc double[Segment.Columns.Length];
        for (int r = 0; r < rows.Count; r++)
        {
            Update(rows.Point, rows[r], place, biases, c);
        }

        return true;
    }

    /// <summary>
    /// Starts the filter at a place, its velocity unknown. It does so twice: first to learn the velocity, by which a clock offset shows as a place; and, once
    /// that is known, again, so that the sensitivities are right from the start. The velocity's first value is then good, and its sigma large enough to
    /// forget where it came from.
    /// </summary>
    private void Start(in BiasRows rows, int place, BiasFilter biases)
    {
        Array.Clear(_sensitivity);
        Array.Clear(_covariance);
        (_state[0], _state[1], _state[2]) = (rows.Point.X, rows.Point.Y, rows.Point.Z);
        Span<double> c = stackalloc double[Segment.Columns.Length];
        for (int r = 0; r < rows.Count; r++)
        {
            BiasRows.Row row = rows[r];
            Span<double> direction = [row.Direction.X, row.Direction.Y, row.Direction.Z];
            OwnSensitivity(row, place, biases, c);
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < c.Length; j++)
                {
                    _sensitivity[(i * Segment.MaxColumns) + j] += direction[i] * c[j];
                }

                for (int j = 0; j < 3; j++)
                {
                    _covariance[(i * N) + j] += row.Variance * direction[i] * direction[j];
                }
            }
        }

        for (int i = 3; i < N; i++)
        {
            _covariance[(i * N) + i] = options.InitialSpeedSigma * options.InitialSpeedSigma;
        }
    }

    /// <summary>The velocity without what the biases, as far as they are known, have done to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindVelocity(BiasFilter biases)
    {
        if (_isSettled && !_isVelocityOwn)
        {
            // Until the second start has learned the velocity, that of the first one holds.
            if (!IsVelocityKnown(biases))
            {
                return;
            }

            _isVelocityOwn = true;
        }

        Span<double> v = [_state[3], _state[4], _state[5]];
        ReadOnlySpan<int> columns = Segment.Columns;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                v[i] -= _sensitivity[((i + 3) * Segment.MaxColumns) + j] * biases.Mean[columns[j]];
            }
        }

        _velocity = new Vector3(v[0], v[1], v[2]);
    }

    /// <summary>Whether the predicted place is known well enough to give directions from a sensor.</summary>
    private bool IsPlaceKnown(Vector3 origin)
    {
        Vector3 offset = Position - origin;
        return _covariance[0] + _covariance[7] + _covariance[14] < LargestAngle * LargestAngle * Vector3.Dot(offset, offset);
    }

    /// <summary>Whether the velocity is known well enough, by noise and biases.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsVelocityKnown(BiasFilter biases)
    {
        double allowed = options.SettledSpeedSigma * options.SettledSpeedSigma;
        double noise = (_covariance[21] + _covariance[28] + _covariance[35]) / 3;
        if (noise > allowed)
        {
            return false;
        }

        int columns = Segment.Columns.Length;
        double sum = 0;
        for (int i = 3; i < N; i++)
        {
            sum += biases.Variance(_sensitivity.AsSpan(i * Segment.MaxColumns, columns), Segment.Columns);
        }

        return noise + (sum / 3) < allowed;
    }

    /// <summary>Constant velocity, white acceleration (Y. Bar-Shalom, X. Li, T. Kirubarajan, "Estimation with Applications to Tracking and Navigation", 2001, section 6.2.2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Predict(double t)
    {
        if (t <= 0)
        {
            return;
        }

        double[] p = _covariance;
        double q = options.AccelerationDensity;
        int columns = Segment.Columns.Length;
        for (int i = 0; i < 3; i++)
        {
            _state[i] += t * _state[i + 3];
            Scaled.Add(_sensitivity.AsSpan(i * Segment.MaxColumns, columns), t, _sensitivity.AsSpan((i + 3) * Segment.MaxColumns, columns));
            for (int j = 0; j < 3; j++)
            {
                double cross = p[(i * N) + j + 3];
                double other = p[((i + 3) * N) + j];
                double speed = p[((i + 3) * N) + j + 3];
                p[(i * N) + j] += (t * (cross + other)) + (t * t * speed);
                p[(i * N) + j + 3] = cross + (t * speed);
                p[((i + 3) * N) + j] = other + (t * speed);
            }

            p[(i * N) + i] += q * t * t * t / 3;
            p[(i * N) + i + 3] += q * t * t / 2;
            p[((i + 3) * N) + i] += q * t * t / 2;
            p[((i + 3) * N) + i + 3] += q * t;
        }
    }

    /// <summary>How a measurement grows with each bias, in prior sigmas.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OwnSensitivity(in BiasRows.Row row, int place, BiasFilter biases, Span<double> c)
    {
        c.Clear();
        int first = place * BiasFilter.Kinds;
        ReadOnlySpan<double> sigma = biases.PriorSigma[Segment.Columns[first]..];
        c[first + (int)row.Bias] = row.MetersPerUnit * sigma[(int)row.Bias];
        c[first + (int)BiasKind.Clock] = -Vector3.Dot(_velocity, row.Direction) * sigma[(int)BiasKind.Clock];
    }

    /// <summary>How a residual grows with each bias: as the measurement does, less what the state has taken up of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sensitivity(in BiasRows.Row row, int place, BiasFilter biases, Span<double> c)
    {
        OwnSensitivity(row, place, biases, c);
        Vector3 a = row.Direction;
        Scaled.Add(c, -a.X, _sensitivity.AsSpan(0, c.Length));
        Scaled.Add(c, -a.Y, _sensitivity.AsSpan(Segment.MaxColumns, c.Length));
        Scaled.Add(c, -a.Z, _sensitivity.AsSpan(2 * Segment.MaxColumns, c.Length));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Fits(in BiasRows rows, int place, BiasFilter biases)
    {
        Span<double> c = stackalloc double[Segment.Columns.Length];
        double gate = options.GateSigmas * options.GateSigmas;
        for (int r = 0; r < rows.Count; r++)
        {
            BiasRows.Row row = rows[r];
            Sensitivity(row, place, biases, c);
            double residual = Vector3.Dot(rows.Point - Position, row.Direction);
            for (int j = 0; j < c.Length; j++)
            {
                residual -= c[j] * biases.Mean[Segment.Columns[j]];
            }

            double squared = residual * residual;
            double variance = row.Variance + Along(row.Direction);
            if (squared > gate * variance && squared > gate * (variance + biases.Variance(c, Segment.Columns)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The variance of the position along a direction.</summary>
    private double Along(Vector3 a)
    {
        double[] p = _covariance;
        return (a.X * ((p[0] * a.X) + (p[1] * a.Y) + (p[2] * a.Z)))
            + (a.Y * ((p[6] * a.X) + (p[7] * a.Y) + (p[8] * a.Z)))
            + (a.Z * ((p[12] * a.X) + (p[13] * a.Y) + (p[14] * a.Z)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Update(Vector3 point, in BiasRows.Row row, int place, BiasFilter biases, Span<double> c)
    {
        Vector3 a = row.Direction;
        Sensitivity(row, place, biases, c);
        Span<double> pa = stackalloc double[N];
        for (int i = 0; i < N; i++)
        {
            pa[i] = (_covariance[i * N] * a.X) + (_covariance[(i * N) + 1] * a.Y) + (_covariance[(i * N) + 2] * a.Z);
        }

        double variance = row.Variance + (a.X * pa[0]) + (a.Y * pa[1]) + (a.Z * pa[2]);
        double residual = Vector3.Dot(point - Position, a);
        if (_isSettled)
        {
            Segment.Add(residual, variance, c);
        }

        for (int i = 0; i < N; i++)
        {
            double gain = pa[i] / variance;
            _state[i] += gain * residual;
            Scaled.Add(_sensitivity.AsSpan(i * Segment.MaxColumns, c.Length), gain, c);
            for (int j = 0; j < N; j++)
            {
                _covariance[(i * N) + j] -= gain * pa[j];
            }
        }
    }
}
