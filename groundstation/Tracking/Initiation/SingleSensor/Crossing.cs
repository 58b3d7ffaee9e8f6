using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>
/// Two lines of sight of different sensors taken to be of one object: a filter with a range, and the odds that they are, which grow as long as it foresees
/// the detections of both at least as well as each line does by itself.
/// </summary>
internal sealed class Crossing
{
    private int _firstHits;
    private int _secondHits;

    public CourseFilter Course;

    public SightLine First { get; private set; } = null!;

    public SightLine Second { get; private set; } = null!;

    public double LogOdds { get; private set; }

    /// <summary>Gets how many detections of the line that has fewer it has explained.</summary>
    public int Hits => Math.Min(_firstHits, _secondHits);

    public bool Joins(SightLine line) => ReferenceEquals(First, line) || ReferenceEquals(Second, line);

    /// <summary>Begins where a new detection's direction passes a line.</summary>
    /// <param name="first">A line.</param>
    /// <param name="second">One of another sensor, with a detection now.</param>
    /// <param name="linesPerSteradian">How thick lines are in the second sensor's view: one of an object that the first does not see.</param>
    /// <param name="options">The options.</param>
    /// <returns>False where they do not meet.</returns>
    public bool TryBegin(SightLine first, SightLine second, double linesPerSteradian, SingleSensorOptions options)
    {
        AngleFilter a = first.Angles;
        a.Predict(second.Newest, options.AngularAccelerationDensity);
        Vector3 u = a.Direction;
        Vector3 w = second.Angles.Direction;
        double cosine = Vector3.Dot(u, w);
        double squaredSine = 1 - (cosine * cosine);
        double leastSine = Math.Sin(options.LeastAngleRadians);
        Vector3 between = second.Sensor.Frame.Origin - first.Sensor.Frame.Origin;
        double rangeU = (Vector3.Dot(between, u) - (cosine * Vector3.Dot(between, w))) / squaredSine;
        double rangeW = ((cosine * Vector3.Dot(between, u)) - Vector3.Dot(between, w)) / squaredSine;
        if (!(squaredSine > leastSine * leastSine) || !(rangeU > 0) || !(rangeW > 0))
        {
            return false;
        }

        // How far they pass each other, in the direction across both.
        Vector3 normal = Vector3.Cross(u, w) / Math.Sqrt(squaredSine);
        double miss = Vector3.Dot(between, normal);
        double variance = (rangeU * rangeU * VarianceAlong(a, normal)) + (rangeW * rangeW * VarianceAlong(second.Angles, normal));
        double share = ShareOf(first.Bank, rangeU);
        if (miss * miss > options.GateSigmas * options.GateSigmas * variance || share <= 0)
        {
            return false;
        }

        // The density of w, 1/sr, if it is of the object of u: of its angle across both lines, and of that along u, as its range is distributed.
        double logDensity = (-0.5 * ((miss * miss / variance) + Math.Log(Math.Tau * variance))) + Math.Log(share * rangeW * rangeW / Math.Sqrt(squaredSine));
        (First, Second, _firstHits, _secondHits) = (first, second, 0, 0);
        LogOdds = logDensity - Math.Log(linesPerSteradian);
        return TryPlace(a, second, rangeU, rangeW, options);
    }

    /// <summary>Takes the newest detection of one of its lines.</summary>
    public void Take(SightLine line, in Detection detection, SingleSensorOptions options)
    {
        double range = (Course.Position - line.Sensor.Frame.Origin).Length;
        Course.Predict(line.Newest, options.AngularAccelerationDensity * range * range);
        double log = Course.Update(line.Sensor, detection, 2 * options.GateSigmas);
        bool isBearing = double.IsNaN(detection.ElevationRadians);
        double alone = isBearing ? line.LogExpected + (0.5 * Math.Log(Math.Tau * options.LevelSigmaRadians * options.LevelSigmaRadians)) : line.LogExpected;

        // What a line by itself foresees badly is no merit of the crossing.
        LogOdds += Math.Min(log - alone, 0.5);
        if (ReferenceEquals(line, First))
        {
            _firstHits++;
        }
        else
        {
            _secondHits++;
        }
    }

    /// <summary>Makes it the same as another, whose lines are <paramref name="first"/> and <paramref name="second"/> here.</summary>
    public void CopyFrom(Crossing other, SightLine first, SightLine second)
    {
        (First, Second, Course, LogOdds) = (first, second, other.Course, other.LogOdds);
        (_firstHits, _secondHits) = (other._firstHits, other._secondHits);
    }

    private static double VarianceAlong(in AngleFilter angles, Vector3 normal)
    {
        double a = Vector3.Dot(normal, angles.First);
        double b = Vector3.Dot(normal, angles.Second);
        return (a * a * angles.AlongFirst.Angle) + (b * b * angles.AlongSecond.Angle);
    }

    /// <summary>The density of a range, 1/m.</summary>
    private static double ShareOf(RangeBank bank, double range)
    {
        for (int k = 0; k < bank.Weights.Length; k++)
        {
            if (range >= bank.From(k) && range < bank.To(k))
            {
                return bank.Weights[k] / (bank.To(k) - bank.From(k));
            }
        }

        return 0;
    }

    /// <summary>Sets the filter: along the first line as far as the second one says, with the velocity that the turning of both gives, of sensors that stand still or nearly so.</summary>
    private bool TryPlace(in AngleFilter a, SightLine second, double rangeU, double rangeW, SingleSensorOptions options)
    {
        Vector3 w = second.Angles.Direction;
        double squaredSine = 1 - (Vector3.Dot(a.Direction, w) * Vector3.Dot(a.Direction, w));
        double across = Math.Max(second.Angles.AlongFirst.Angle, second.Angles.AlongSecond.Angle);
        double own = Math.Max(a.AlongFirst.Angle, a.AlongSecond.Angle);
        double rangeVariance = ((rangeW * rangeW * across) + (rangeU * rangeU * own)) / squaredSine;

        Course = CourseFilter.Along(a, First.Sensor.Frame.Origin, rangeU, rangeVariance, options.MaxSpeed * options.MaxSpeed / 9, Vector3.Zero);

        // How fast the object moves along the first line shows in how the second one turns.
        AngleFilter b = second.Angles;
        Vector3 velocity = rangeW * b.Turning;
        Course.UpdateVelocity(velocity, b.First, rangeW * rangeW * b.AlongFirst.Rate);
        Course.UpdateVelocity(velocity, b.Second, rangeW * rangeW * b.AlongSecond.Rate);
        return double.IsFinite(rangeVariance);
    }
}
