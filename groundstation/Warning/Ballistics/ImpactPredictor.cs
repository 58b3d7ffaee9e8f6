using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Warnings.Ballistics;

/// <summary>Where a body comes down, and how high it goes before.</summary>
internal readonly record struct ImpactPrediction(ImpactEstimate Impact, double ApogeeMeters);

/// <summary>
/// Predicts where a body comes down if no engine burns from now on. The uncertainty of the state is carried to the ground by the 12 equally
/// weighted points of the third-degree spherical-radial rule in 6 dimensions (I. Arasaratnam and S. Haykin, "Cubature Kalman filters", IEEE
/// Transactions on Automatic Control 54 (6), 2009), that of the ballistic coefficient, which is independent of it, by two more at one sigma.
/// </summary>
internal static class ImpactPredictor
{
    private const int StateLength = 6;

    /// <summary>The ellipse means nothing if fewer of the 12 points than this come down.</summary>
    private const int LeastGrounded = 8;

    /// <returns>Null if the body, or most of the points around it, do not come down in time.</returns>
    public static ImpactPrediction? Predict(in BodyState state, ReadOnlySpan<double> covariance, UtcMicroseconds time, WarningOptions options)
    {
        double beta = options.BallisticCoefficient;
        if (BallisticArc.ToGround(state, beta, options.LongestFallSeconds) is not { } nominal)
        {
            return null;
        }

        LocalFrame ground = LocalFrame.At(EarthShape.Ground(nominal.State.Position));
        Moments moments = default;
        Span<double> factor = stackalloc double[StateLength * StateLength];
        if (!TryFactor(covariance, factor))
        {
            return null;
        }

        double reach = Math.Sqrt(StateLength);
        for (int axis = 0; axis < StateLength; axis++)
        {
            for (int sign = -1; sign <= 1; sign += 2)
            {
                BodyState point = state + (sign * reach * Column(factor, axis));
                if (BallisticArc.ToGround(point, beta, options.LongestFallSeconds) is { } meeting)
                {
                    moments.Add(ground.ToLocal(meeting.State.Position), meeting.Seconds - nominal.Seconds);
                }
            }
        }

        int grounded = moments.Count;
        moments.Normalise();
        for (int sign = -1; sign <= 1; sign += 2)
        {
            double coefficient = beta * Math.Exp(sign * options.BallisticCoefficientLogSigma);
            if (BallisticArc.ToGround(state, coefficient, options.LongestFallSeconds) is { } meeting)
            {
                moments.Add(ground.ToLocal(meeting.State.Position), meeting.Seconds - nominal.Seconds, 0.5);
            }
        }

        return grounded < LeastGrounded
            ? null
            : new ImpactPrediction(moments.Ellipse(time.AddSeconds(nominal.Seconds), ground, options), nominal.ApogeeMeters);
    }

    /// <summary>A tracker's covariance may have lost its definiteness to rounding: a little noise brings it back.</summary>
    private static bool TryFactor(ReadOnlySpan<double> covariance, Span<double> factor)
    {
        covariance.CopyTo(factor);
        if (SpdMatrix.TryFactor(factor, StateLength))
        {
            return true;
        }

        covariance.CopyTo(factor);
        for (int i = 0; i < StateLength; i++)
        {
            factor[i * (StateLength + 1)] += i < 3 ? 1 : 0.01;
        }

        return SpdMatrix.TryFactor(factor, StateLength);
    }

    private static BodyState Column(ReadOnlySpan<double> factor, int column)
    {
        return new BodyState(new Vector3(At(factor, 0), At(factor, 1), At(factor, 2)), new Vector3(At(factor, 3), At(factor, 4), At(factor, 5)));

        double At(ReadOnlySpan<double> lower, int row) => row >= column ? lower[(row * StateLength) + column] : 0;
    }

    /// <summary>Second moments about the nominal impact: what the points are off by on the whole counts as uncertainty too.</summary>
    private struct Moments
    {
        private double _eastEast;
        private double _eastNorth;
        private double _northNorth;
        private double _timeTime;

        public int Count { get; private set; }

        public void Add(Enu place, double seconds, double weight = 1)
        {
            _eastEast += weight * place.EastMeters * place.EastMeters;
            _eastNorth += weight * place.EastMeters * place.NorthMeters;
            _northNorth += weight * place.NorthMeters * place.NorthMeters;
            _timeTime += weight * seconds * seconds;
            Count++;
        }

        /// <summary>Makes means of the sums.</summary>
        public void Normalise()
        {
            double count = Math.Max(1, Count);
            (_eastEast, _eastNorth, _northNorth, _timeTime) = (_eastEast / count, _eastNorth / count, _northNorth / count, _timeTime / count);
        }

        /// <summary>The eigenvectors of a symmetric 2 by 2 matrix, in closed form.</summary>
        public readonly ImpactEstimate Ellipse(UtcMicroseconds time, LocalFrame ground, WarningOptions options)
        {
            double half = (_eastEast + _northNorth) / 2;
            double difference = (_northNorth - _eastEast) / 2;
            double radius = Math.Sqrt((difference * difference) + (_eastNorth * _eastNorth));
            double azimuth = Math.Atan2(_eastNorth, difference) / 2;
            return new ImpactEstimate(
                time,
                Math.Sqrt(_timeTime),
                EarthShape.Ground(ground.Origin),
                Math.Max(options.LeastImpactSigmaMeters, Math.Sqrt(half + radius)),
                Math.Max(options.LeastImpactSigmaMeters, Math.Sqrt(Math.Max(0, half - radius))),
                azimuth < 0 ? azimuth + Math.PI : azimuth);
        }
    }
}
