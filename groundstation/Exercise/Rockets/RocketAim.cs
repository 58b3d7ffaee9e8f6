using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Rockets;

/// <summary>Finds how long a rocket must burn to fly as far, or as high, as a scenario asks.</summary>
public static class RocketAim
{
    /// <summary>Burn times are whole milliseconds, because knots on the wire are.</summary>
    private const double ResolutionSeconds = 0.001;

    /// <summary>The flight whose range over the ground comes nearest to what is asked, from below; null if the rocket cannot fly so far.</summary>
    public static RocketFlightResult? ForRange(RocketDesign design, Geodetic pad, double azimuthRadians, double rangeMeters) =>
        Find(design, pad, azimuthRadians, rangeMeters, flight => flight.RangeMeters(pad));

    /// <summary>The flight whose apogee comes nearest to what is asked, from below; null if the rocket cannot fly so high.</summary>
    public static RocketFlightResult? ForApogee(RocketDesign design, Geodetic pad, double azimuthRadians, double apogeeMeters) =>
        Find(design, pad, azimuthRadians, apogeeMeters, flight => flight.ApogeeMeters);

    /// <summary>Range and apogee rise with the burn time, so halving the interval finds the one that is asked for.</summary>
    private static RocketFlightResult? Find(
        RocketDesign design, Geodetic pad, double azimuthRadians, double wanted, Func<RocketFlightResult, double> reached)
    {
        long low = 1;
        long high = (long)(design.LongestBurnSeconds / ResolutionSeconds);
        if (reached(Fly(high)) < wanted)
        {
            return null;
        }

        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = reached(Fly(middle)) <= wanted ? (middle, high) : (low, middle);
        }

        return Fly(low);

        RocketFlightResult Fly(long milliseconds) =>
            RocketFlight.Launch(design, pad, azimuthRadians, milliseconds * ResolutionSeconds, EarthModel.Real);
    }
}
