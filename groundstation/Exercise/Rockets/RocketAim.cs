using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Rockets;

/// <summary>Finds how long a rocket must burn to fly as far, or as high, as a scenario asks.</summary>
public static class RocketAim
{
    /// <summary>Burn times are whole milliseconds, because knots on the wire are.</summary>
    private const double ResolutionSeconds = 0.001;

    /// <summary>A flight that comes so near to what is asked will do.</summary>
    private const double CloseEnoughMeters = 50;

    /// <summary>So near to a target, at half the error that a range may have and as much across.</summary>
    private const double NearEnoughMeters = 100;
    private const int MostAims = 12;

    /// <summary>The flight with the range over the ground that is asked for; null if the rocket cannot fly so far.</summary>
    public static RocketFlightResult? ForRange(RocketDesign design, Geodetic pad, double azimuthRadians, double rangeMeters) =>
        Find(design, pad, azimuthRadians, rangeMeters, flight => flight.RangeMeters(pad));

    /// <summary>The flight with the apogee that is asked for; null if the rocket cannot fly so high.</summary>
    public static RocketFlightResult? ForApogee(RocketDesign design, Geodetic pad, double azimuthRadians, double apogeeMeters) =>
        Find(design, pad, azimuthRadians, apogeeMeters, flight => flight.ApogeeMeters);

    /// <summary>
    /// The flight that comes down at a target, within 100 m; null if the rocket cannot fly so far. The Earth turns under a flight, and drag and the
    /// wind of the turning air pull at it: each flight's miss corrects the aim of the next.
    /// </summary>
    public static RocketFlightResult? ForTarget(RocketDesign design, Geodetic pad, Geodetic target)
    {
        Geodetic aim = target;
        for (int i = 0; i < MostAims; i++)
        {
            (double range, double azimuth) = Geodesic.Inverse(pad, aim);
            if (ForRange(design, pad, azimuth, range) is not { Impact: { } impact } flight)
            {
                return null;
            }

            if (Geodesic.Inverse(impact, target).DistanceMeters <= NearEnoughMeters)
            {
                return flight;
            }

            // The range is met; what misses is the direction.
            (double met, double flown) = Geodesic.Inverse(pad, impact);
            (double wanted, double bearing) = Geodesic.Inverse(pad, target);
            aim = Geodesic.Direct(pad, azimuth + Math.IEEERemainder(bearing - flown, Math.Tau), range + wanted - met).Place;
        }

        return null;
    }

    /// <summary>
    /// Range and apogee rise with the burn time, so what is asked for lies between two burn times that close in on it: in turn by the
    /// chord and by the middle (the chord is quick, the middle cannot fail).
    /// </summary>
    private static RocketFlightResult? Find(
        RocketDesign design, Geodetic pad, double azimuthRadians, double wanted, Func<RocketFlightResult, double> reached)
    {
        long low = 1;
        long high = (long)(design.LongestBurnSeconds / ResolutionSeconds);
        RocketFlightResult best = Fly(low);
        double reachedLow = reached(best);
        double reachedHigh = reached(Fly(high));
        if (reachedHigh < wanted)
        {
            return null;
        }

        for (bool byChord = true; high - low > 1 && Math.Abs(reached(best) - wanted) > CloseEnoughMeters; byChord = !byChord)
        {
            double share = byChord && double.IsFinite(reachedHigh) ? (wanted - reachedLow) / (reachedHigh - reachedLow) : 0.5;
            long next = Math.Clamp(low + (long)(share * (high - low)), low + 1, high - 1);
            best = Fly(next);
            if (reached(best) <= wanted)
            {
                (low, reachedLow) = (next, reached(best));
            }
            else
            {
                (high, reachedHigh) = (next, reached(best));
            }
        }

        return best;

        RocketFlightResult Fly(long milliseconds) =>
            RocketFlight.Launch(design, pad, azimuthRadians, milliseconds * ResolutionSeconds, EarthModel.Real);
    }
}
