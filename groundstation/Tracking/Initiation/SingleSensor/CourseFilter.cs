using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>An extended Kalman filter of place and velocity at nearly constant velocity, in the common frame, metres and seconds: a value that is copied.</summary>
internal struct CourseFilter
{
    private const int N = 6;
    public TrackSeed.Vector6 State;
    public TrackSeed.Matrix6 Covariance;
    public UtcMicroseconds Time;

    public readonly Vector3 Position => new(State[0], State[1], State[2]);

    /// <summary>Sets place and velocity with variances along and across a line of sight.</summary>
    /// <param name="angles">The line of sight.</param>
    /// <param name="origin">Where its sensor stands.</param>
    /// <param name="range">How far the object is, metres.</param>
    /// <param name="rangeVariance">How well that is known, m².</param>
    /// <param name="speedVariance">That of the velocity along the line, m²/s².</param>
    /// <param name="sensorVelocity">How the sensor itself moves, m/s.</param>
    public static CourseFilter Along(
        in AngleFilter angles, Vector3 origin, double range, double rangeVariance, double speedVariance, Vector3 sensorVelocity)
    {
        CourseFilter filter = new() { Time = angles.Time };
        Vector3 place = origin + (range * angles.Direction);
        Vector3 velocity = sensorVelocity + (range * angles.Turning);
        (filter.State[0], filter.State[1], filter.State[2]) = (place.X, place.Y, place.Z);
        (filter.State[3], filter.State[4], filter.State[5]) = (velocity.X, velocity.Y, velocity.Z);
        double squared = range * range;
        AngleFilter.Axis a = angles.AlongFirst;
        AngleFilter.Axis b = angles.AlongSecond;
        filter.Spread(angles.Direction, rangeVariance, 0, speedVariance);
        filter.Spread(angles.First, squared * a.Angle, squared * a.Cross, squared * a.Rate);
        filter.Spread(angles.Second, squared * b.Angle, squared * b.Cross, squared * b.Rate);

        // A line that turns belongs to the faster object the farther it is: the errors of range and of velocity across the line go together.
        Span<double> u = [angles.Direction.X, angles.Direction.Y, angles.Direction.Z];
        Vector3 turning = angles.Turning;
        Span<double> w = [turning.X, turning.Y, turning.Z];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                filter.Covariance[(i * N) + j + 3] += rangeVariance * u[i] * w[j];
                filter.Covariance[((i + 3) * N) + j] += rangeVariance * w[i] * u[j];
                filter.Covariance[((i + 3) * N) + j + 3] += rangeVariance * w[i] * w[j];
            }
        }

        return filter;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Predict(UtcMicroseconds time, double density)
    {
        double t = time.SecondsSince(Time);
        Time = time;
        if (t <= 0)
        {
            return;
        }

        Span<double> p = Covariance;
        for (int i = 0; i < 3; i++)
        {
            State[i] += t * State[i + 3];
            for (int j = 0; j < 3; j++)
            {
                double cross = p[(i * N) + j + 3];
                double other = p[((i + 3) * N) + j];
                double speed = p[((i + 3) * N) + j + 3];
                p[(i * N) + j] += (t * (cross + other)) + (t * t * speed);
                p[(i * N) + j + 3] = cross + (t * speed);
                p[((i + 3) * N) + j] = other + (t * speed);
            }

            p[(i * N) + i] += density * t * t * t / 3;
            p[(i * N) + i + 3] += density * t * t / 2;
            p[((i + 3) * N) + i] += density * t * t / 2;
            p[((i + 3) * N) + i + 3] += density * t;
        }
    }

    /// <summary>
    /// Takes a detection. Gives the logarithm of its density in a unit of what the sensor measures: a metre of range, a radian across and above the line of sight, a
    /// metre each way for a place; minus infinity, with nothing sure about the state, where it does not fit at all.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Update(Sensor sensor, in Detection detection, double gateSigmas)
    {
        Vector3 expected = Expected(sensor, detection);
        if (!BiasRows.TryMake(sensor, detection, expected, out BiasRows rows))
        {
            return double.NegativeInfinity;
        }

        double logRange = Math.Log((expected - sensor.Frame.Origin).Length);
        double log = 0;
        for (int r = 0; r < rows.Count; r++)
        {
            BiasRows.Row row = rows[r];
            (double squared, double variance) = UpdateRow(0, rows.Point, row.Direction, row.Variance);
            if (squared > gateSigmas * gateSigmas)
            {
                return double.NegativeInfinity;
            }

            bool isAngle = sensor.Kind != SensorKind.Place && row.Bias != BiasKind.Range;
            bool isMeasured = sensor.Kind != SensorKind.Place || row.Bias != BiasKind.Elevation;
            log += isMeasured ? (-0.5 * (squared + Math.Log(Math.Tau * variance))) + (isAngle ? logRange : 0) : -0.5 * squared;
        }

        return log;
    }

    /// <summary>Where the directions of a measurement are taken: at the measured range, where there is one, since a line's own is too rough.</summary>
    private readonly Vector3 Expected(Sensor sensor, in Detection detection)
    {
        if (BiasRows.TryPlace(sensor, detection, out Vector3 measured) || sensor.Kind == SensorKind.Infrared)
        {
            return sensor.Kind == SensorKind.Infrared ? Position : measured;
        }

        double elevation = sensor.Frame.ToLocal(Position).ElevationRadians;
        return sensor.Frame.ToCommon(Enu.FromSpherical(detection.RangeMeters, detection.AzimuthRadians, elevation));
    }

    /// <summary>Takes a measured velocity along a direction.</summary>
    public void UpdateVelocity(Vector3 velocity, Vector3 direction, double variance) => UpdateRow(3, velocity, direction, variance);

    /// <summary>Takes a measured place (from row 0 of the state) or velocity (from row 3) along a direction.</summary>
    private (double Squared, double Variance) UpdateRow(int first, Vector3 measured, Vector3 a, double noise)
    {
        Span<double> p = Covariance;
        Span<double> pa = stackalloc double[N];
        for (int i = 0; i < N; i++)
        {
            pa[i] = (p[(i * N) + first] * a.X) + (p[(i * N) + first + 1] * a.Y) + (p[(i * N) + first + 2] * a.Z);
        }

        double variance = noise + (a.X * pa[first]) + (a.Y * pa[first + 1]) + (a.Z * pa[first + 2]);
        double residual = Vector3.Dot(measured - new Vector3(State[first], State[first + 1], State[first + 2]), a);
        for (int i = 0; i < N; i++)
        {
            double gain = pa[i] / variance;
            State[i] += gain * residual;
            for (int j = 0; j < N; j++)
            {
                p[(i * N) + j] -= gain * pa[j];
            }
        }

        return (residual * residual / variance, variance);
    }

    /// <summary>The variance of the place along a direction, m².</summary>
    public readonly double Variance(Vector3 a)
    {
        ReadOnlySpan<double> p = Covariance;
        return (a.X * ((p[0] * a.X) + (p[1] * a.Y) + (p[2] * a.Z)))
            + (a.Y * ((p[6] * a.X) + (p[7] * a.Y) + (p[8] * a.Z)))
            + (a.Z * ((p[12] * a.X) + (p[13] * a.Y) + (p[14] * a.Z)));
    }

    private void Spread(Vector3 axis, double place, double cross, double speed)
    {
        Span<double> a = [axis.X, axis.Y, axis.Z];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Covariance[(i * N) + j] += place * a[i] * a[j];
                Covariance[(i * N) + j + 3] += cross * a[i] * a[j];
                Covariance[((i + 3) * N) + j] += cross * a[i] * a[j];
                Covariance[((i + 3) * N) + j + 3] += speed * a[i] * a[j];
            }
        }
    }
}
