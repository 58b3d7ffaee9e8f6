using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Rockets;

/// <summary>Finds how long a rocket must burn to fly as far, or as high, as a scenario asks.</summary>
public static class RocketAim
{
    /// <summary>Burn times are whole milliseconds, because knots on the wire are.</summary>
    private const double ResolutionSeconds = 0.001;

    /// <summary>A flight that comes so near to what is asked will do.</summary>
    private const double CloseEnoughMeters = 50;

    /// <summary>The flight with the range over the ground that is asked for; null if the rocket cannot fly so far.</summary>
    public static RocketFlightResult? ForRange(RocketDesign design, Geodetic pad, double azimuthRadians, double rangeMeters) =>
        Find(design, pad, azimuthRadians, rangeMeters, flight => flight.RangeMeters(pad));

    /// <summary>The flight with the apogee that is asked for; null if the rocket cannot fly so high.</summary>
    public static RocketFlightResult? ForApogee(RocketDesign design, Geodetic pad, double azimuthRadians, double apogeeMeters) =>
        Find(design, pad, azimuthRadians, apogeeMeters, flight => flight.ApogeeMeters);

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
