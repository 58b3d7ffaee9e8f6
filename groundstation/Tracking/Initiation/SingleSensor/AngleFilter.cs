using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>
/// A line of sight that turns at a nearly constant rate: a direction, two axes across it that are carried along without turning about it, and for each a
/// Kalman filter of the angle and its rate.
/// </summary>
internal struct AngleFilter
{
    public Vector3 Direction;
    public Vector3 First;
    public Vector3 Second;
    public Axis AlongFirst;
    public Axis AlongSecond;
    public UtcMicroseconds Time;

    public static AngleFilter Begin(in Sight sight, UtcMicroseconds time, double rateSigma) => new()
    {
        Direction = sight.Direction,
        First = sight.Across,
        Second = sight.Above,
        AlongFirst = new Axis { Angle = sight.AcrossVariance, Rate = rateSigma * rateSigma },
        AlongSecond = new Axis { Angle = sight.AboveVariance, Rate = rateSigma * rateSigma },
        Time = time,
    };

    /// <summary>How the direction turns, rad/s: a vector across it.</summary>
    public readonly Vector3 Turning => (AlongFirst.Mean * First) + (AlongSecond.Mean * Second);

    public void Predict(UtcMicroseconds time, double density)
    {
        double t = time.SecondsSince(Time);
        Time = time;
        if (t <= 0)
        {
            return;
        }

        Turn(t * Turning);
        AlongFirst.Predict(t, density);
        AlongSecond.Predict(t, density);
    }

    /// <summary>A quick test that lets through all that <see cref="Fit"/> finds within so many sigma, and little else.</summary>
    public readonly bool IsNear(in Sight sight, double squaredSigmas)
    {
        double x = Vector3.Dot(sight.Direction, First);
        double y = Vector3.Dot(sight.Direction, Second);
        double most = AlongFirst.Angle + AlongSecond.Angle + sight.AcrossVariance + sight.AboveVariance;
        return (x * x) + (y * y) < squaredSigmas * most;
    }

    /// <summary>The squared distance of a measured direction in sigma, and the logarithm of its density, 1/sr; infinite behind the sensor.</summary>
    public readonly (double Squared, double LogDensity) Fit(in Sight sight)
    {
        if (Vector3.Dot(sight.Direction, Direction) <= 0)
        {
            return (double.PositiveInfinity, double.NegativeInfinity);
        }

        double x = Vector3.Dot(sight.Direction, First);
        double y = Vector3.Dot(sight.Direction, Second);
        double s = AlongFirst.Angle + sight.Along(First);
        double r = AlongSecond.Angle + sight.Along(Second);
        double squared = (x * x / s) + (y * y / r);
        return (squared, (-0.5 * (squared + Math.Log(s * r))) - Math.Log(Math.Tau));
    }

    public void Update(in Sight sight)
    {
        double x = AlongFirst.Update(Vector3.Dot(sight.Direction, First), sight.Along(First));
        double y = AlongSecond.Update(Vector3.Dot(sight.Direction, Second), sight.Along(Second));
        Turn((x * First) + (y * Second));
    }

    private void Turn(Vector3 by)
    {
        Direction = (Direction + by).Unit;
        First = (First - (Vector3.Dot(First, Direction) * Direction)).Unit;
        Second = (Second - (Vector3.Dot(Second, Direction) * Direction) - (Vector3.Dot(Second, First) * First)).Unit;
    }

    /// <summary>The rate about one axis, rad/s, and the covariance of angle and rate; the angle itself is in the direction.</summary>
    public struct Axis
    {
        public double Mean;
        public double Angle;
        public double Cross;
        public double Rate;

        public void Predict(double t, double density)
        {
            Angle += (2 * t * Cross) + (t * t * Rate) + (density * t * t * t / 3);
            Cross += (t * Rate) + (density * t * t / 2);
            Rate += density * t;
        }

        /// <summary>Takes a measured angle; gives the angle by which the direction has to turn.</summary>
        public double Update(double measured, double variance)
        {
            double s = Angle + variance;
            double turn = Angle / s * measured;
            Mean += Cross / s * measured;
            Rate -= Cross * Cross / s;
            Cross -= Angle * Cross / s;
            Angle -= Angle * Angle / s;
            return turn;
        }
    }
}
