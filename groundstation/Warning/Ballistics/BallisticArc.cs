using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Ballistics;

/// <summary>Where an arc meets the ground, when, and how high it went.</summary>
internal readonly record struct GroundMeeting(BodyState State, double Seconds, double ApogeeMeters);

/// <summary>Follows a body in free fall, with steps whose error is held to a bound.</summary>
internal static class BallisticArc
{
    /// <summary>What a step may err by, metres: the tens of steps of an arc stay below any track's own error.</summary>
    private const double StepErrorMeters = 1;

    private const double FirstStepSeconds = 1;
    private const double LongestStepSeconds = 120;
    private const double ShortestStepSeconds = 1e-3;
    private const int MostSteps = 20_000;
    private const int MostRefinements = 60;

    /// <summary>The state after <paramref name="seconds"/> of either sign; null if the way is too long to follow.</summary>
    public static BodyState? After(in BodyState from, double seconds, double ballisticCoefficient)
    {
        Stepper stepper = new(from, Math.Sign(seconds), ballisticCoefficient);
        double left = Math.Abs(seconds);
        for (int i = 0; i < MostSteps && left > 0; i++)
        {
            left -= stepper.Advance(left);
        }

        return left > 0 ? null : stepper.State;
    }

    /// <summary>
    /// Follows the arc until it comes down to height zero, or, with <paramref name="direction"/> -1, back to where it would have risen from it.
    /// </summary>
    /// <returns>Null if it does not within <paramref name="mostSeconds"/>.</returns>
    public static GroundMeeting? ToGround(in BodyState from, double ballisticCoefficient, double mostSeconds, int direction = 1)
    {
        double height = EarthShape.HeightMeters(from.Position);
        double apogee = height;
        if (height <= 0)
        {
            return new GroundMeeting(from, 0, apogee);
        }

        Stepper stepper = new(from, direction, ballisticCoefficient);
        double elapsed = 0;
        for (int i = 0; i < MostSteps && elapsed < mostSeconds; i++)
        {
            Stepper before = stepper;
            double step = stepper.Advance(LongestStepSeconds);
            height = EarthShape.HeightMeters(stepper.State.Position);
            apogee = Math.Max(apogee, Highest(before.State, stepper.State, direction * step));
            if (height <= 0)
            {
                return Refine(before, step, elapsed, apogee, direction);
            }

            elapsed += step;
        }

        return null;
    }

    /// <summary>The top of the cubic through heights and climbs at both ends of a step, or the higher end.</summary>
    private static double Highest(in BodyState from, in BodyState to, double seconds)
    {
        double start = EarthShape.HeightMeters(from.Position);
        double end = EarthShape.HeightMeters(to.Position);
        double rise = seconds * Vector3.Dot(from.Velocity, EarthShape.Up(from.Position));
        double fall = seconds * Vector3.Dot(to.Velocity, EarthShape.Up(to.Position));
        double top = Math.Max(start, end);
        if (!(rise > 0 && fall < 0))
        {
            return top;
        }

        // The derivative of the cubic is rise + 2 b s + 3 c s², which falls from rise to fall as s goes from 0 to 1.
        double b = (3 * (end - start)) - (2 * rise) - fall;
        double c = rise + fall - (2 * (end - start));
        double s = rise / (-b + Math.Sqrt(Math.Max(0, (b * b) - (3 * c * rise))));
        return Math.Max(top, start + (s * (rise + (s * (b + (s * c))))));
    }

    /// <summary>Halves the last step until its end lies on the ground to within a millisecond's way.</summary>
    private static GroundMeeting Refine(Stepper before, double step, double elapsed, double apogee, int direction)
    {
        (double low, double high) = (0, step);
        BodyState state = before.State;
        for (int i = 0; i < MostRefinements && high - low > ShortestStepSeconds; i++)
        {
            double middle = (low + high) / 2;
            state = before.Peek(middle);
            (low, high) = EarthShape.HeightMeters(state.Position) > 0 ? (middle, high) : (low, middle);
        }

        return new GroundMeeting(state, direction * (elapsed + ((low + high) / 2)), apogee);
    }

    /// <summary>A value, so that a copy is a place to go back to.</summary>
    private struct Stepper(BodyState state, int direction, double ballisticCoefficient)
    {
        private BodyState _rate = FreeFall.Rate(state, ballisticCoefficient);
        private double _next = FirstStepSeconds;

        public BodyState State { get; private set; } = state;

        /// <summary>Goes on by one step, at most <paramref name="mostSeconds"/>, and returns how far.</summary>
        public double Advance(double mostSeconds)
        {
            while (true)
            {
                double step = Math.Min(_next, mostSeconds);
                BodyState rateAfter = _rate;
                BodyState to = DormandPrince.Step(State, ref rateAfter, direction * step, ballisticCoefficient, out double error);

                // The error of a step goes with its fifth power; the bounds keep one odd step from spoiling the next.
                double scale = Math.Clamp(0.9 * Math.Pow(StepErrorMeters / Math.Max(error, 1e-12), 0.2), 0.2, 4);
                if (error <= StepErrorMeters || step <= ShortestStepSeconds)
                {
                    _next = step < _next && scale >= 1 ? _next : Math.Clamp(step * scale, ShortestStepSeconds, LongestStepSeconds);
                    State = to;
                    _rate = rateAfter;
                    return step;
                }

                _next = Math.Max(step * Math.Min(scale, 0.9), ShortestStepSeconds);
            }
        }

        public readonly BodyState Peek(double seconds)
        {
            BodyState rateAfter = _rate;
            return DormandPrince.Step(State, ref rateAfter, direction * seconds, ballisticCoefficient, out _);
        }
    }
}
