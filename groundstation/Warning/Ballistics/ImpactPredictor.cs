using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Warnings.Ballistics;

/// <summary>Where a body comes down, and how high it goes before, with one sigma.</summary>
internal readonly record struct ImpactPrediction(ImpactEstimate Impact, double ApogeeMeters, double ApogeeSigmaMeters);

/// <summary>
/// What an engine may still do: it pushes on with <paramref name="Acceleration"/> for a time of which nothing but the mean is known, so that it has the
/// exponential distribution (the one of greatest entropy), whose mean square is twice the square of the mean.
/// </summary>
internal readonly record struct BoostRemainder(Vector3 Acceleration, double MeanSeconds)
{
    public static BoostRemainder None => default;

    public bool Exists => MeanSeconds > 0;
}

/// <summary>
/// Predicts where a body comes down if no engine burns from now on, and how far it may be off if one does. The uncertainty of the state is carried to the ground by the 12 equally
/// weighted points of the third-degree spherical-radial rule in 6 dimensions (I. Arasaratnam and S. Haykin, "Cubature Kalman filters", IEEE
/// Transactions on Automatic Control 54 (6), 2009), that of the ballistic coefficient, which is independent of it, by two points of its own, for it is anything but linear.
/// </summary>
internal static class ImpactPredictor
{
    private const int StateLength = 6;

    /// <summary>
    /// How many sigmas of the ballistic coefficient its two points lie off, and their weights, by which a straight line has its own variance. The Gauss-Hermite rule of
    /// order 3 takes √3; but what comes down short of the rest comes down far short of it, and the area grows for the few: at 1.45 it holds what it says (calibration benchmark).
    /// </summary>
    private const double BallisticReach = 1.45;
    private const double BallisticWeight = 1 / (2 * BallisticReach * BallisticReach);

    /// <summary>The ellipse means nothing if fewer of the 12 points than this come down.</summary>
    private const int LeastGrounded = 8;

    /// <returns>Null if the body, or most of the points around it, do not come down in time.</returns>
    public static ImpactPrediction? Predict(
        in BodyState state,
        ReadOnlySpan<double> covariance,
        UtcMicroseconds time,
        BallisticBody ballistic,
        BoostRemainder remainder,
        WarningOptions options)
    {
        double beta = ballistic.Coefficient;
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
                    moments.Add(ground.ToLocal(meeting.State.Position), meeting.Seconds - nominal.Seconds, meeting.ApogeeMeters - nominal.ApogeeMeters);
                }
            }
        }

        int grounded = moments.Count;
        moments.Normalise();
        for (int sign = -1; sign <= 1; sign += 2)
        {
            double coefficient = beta * Math.Exp(sign * BallisticReach * ballistic.LogSigma);
            if (BallisticArc.ToGround(state, coefficient, options.LongestFallSeconds) is { } meeting)
            {
                moments.Add(ground.ToLocal(meeting.State.Position), meeting.Seconds - nominal.Seconds, meeting.ApogeeMeters - nominal.ApogeeMeters, BallisticWeight);
            }
        }

        if (remainder.Exists)
        {
            BodyState pushed = new(
                state.Position + (remainder.MeanSeconds * remainder.MeanSeconds / 2 * remainder.Acceleration),
                state.Velocity + (remainder.MeanSeconds * remainder.Acceleration));
            if (BallisticArc.ToGround(pushed, beta, options.LongestFallSeconds) is { } meeting)
            {
                moments.Add(ground.ToLocal(meeting.State.Position), meeting.Seconds - nominal.Seconds, meeting.ApogeeMeters - nominal.ApogeeMeters, 2);
            }
        }

        return grounded < LeastGrounded
            ? null
            : new ImpactPrediction(moments.Estimate(time.AddSeconds(nominal.Seconds), ground, options), nominal.ApogeeMeters, moments.ApogeeSigmaMeters);
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
        private double _apogeeApogee;

        public readonly double ApogeeSigmaMeters => Math.Sqrt(_apogeeApogee);

        public int Count { get; private set; }

        public void Add(Enu place, double seconds, double apogeeMeters, double weight = 1)
        {
            _eastEast += weight * place.EastMeters * place.EastMeters;
            _eastNorth += weight * place.EastMeters * place.NorthMeters;
            _northNorth += weight * place.NorthMeters * place.NorthMeters;
            _timeTime += weight * seconds * seconds;
            _apogeeApogee += weight * apogeeMeters * apogeeMeters;
            Count++;
        }

        /// <summary>Makes means of the sums.</summary>
        public void Normalise()
        {
            double count = Math.Max(1, Count);
            (_eastEast, _eastNorth, _northNorth) = (_eastEast / count, _eastNorth / count, _northNorth / count);
            (_timeTime, _apogeeApogee) = (_timeTime / count, _apogeeApogee / count);
        }

        public readonly ImpactEstimate Estimate(UtcMicroseconds time, LocalFrame ground, WarningOptions options)
        {
            GroundEllipse spread = PlaneSpread.Ellipse(
                EarthShape.Ground(ground.Origin), _eastEast, _eastNorth, _northNorth, options.LeastImpactSigmaMeters);
            return new ImpactEstimate(
                time, Math.Sqrt(_timeTime), spread.Center, spread.SemiMajorMeters, spread.SemiMinorMeters, spread.MajorAxisAzimuthRadians);
        }
    }
}
