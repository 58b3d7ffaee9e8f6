using JointWatch.Exercises.Rockets;

namespace JointWatch.Exercises.Flights;

/// <summary>Tells from a smoothed flight when an engine burned: where the specific force is more than the air explains.</summary>
public static class BurnFinder
{
    /// <summary>Forwards, as an upper stage at its ignition: 5 to 8 m/s². Backwards only strong engines push, and readings waver more.</summary>
    private const double LeastForwardForce = 4;
    private const double LeastForce = 7;
    private const double ShortestSeconds = 5;

    /// <summary>
    /// Of an empty stage, falling engines first; the air slows any body of such a flight by no more than with this, kg/m².
    /// A stage of 25 t, 3.7 m across, with a drag coefficient of one has 2,300.
    /// </summary>
    private const double LeastBallisticCoefficient = 1_500;

    /// <summary>For each point whether an engine burns from it to the next; neither a burn nor a pause is shorter than 5 s.</summary>
    public static bool[] Find(IReadOnlyList<FlightPoint> points, double siteHeightMeters)
    {
        bool[] burns = [.. points.Select(p => IsBurning(p, siteHeightMeters))];
        for (int begin = 0; begin < burns.Length;)
        {
            int end = begin;
            while (end < burns.Length && burns[end] == burns[begin])
            {
                end++;
            }

            bool isInside = begin > 0 && end < burns.Length;
            if (isInside && points[end].Seconds - points[begin].Seconds < ShortestSeconds)
            {
                Array.Fill(burns, !burns[begin], begin, end - begin);
            }

            begin = end;
        }

        return burns;
    }

    private static bool IsBurning(FlightPoint point, double siteHeightMeters)
    {
        (double along, double up) = (point.Downrange.Velocity, point.Altitude.Velocity);
        double speed = Math.Sqrt((along * along) + (up * up));
        double forward = speed < 1
            ? point.SpecificForce
            : ((point.Downrange.SpecificForce * along) + (point.Altitude.SpecificForce * up)) / speed;
        double density = Atmosphere1976.DensityKilogramsPerCubicMeter(point.Altitude.Position + siteHeightMeters);
        double drag = density * speed * speed / (2 * LeastBallisticCoefficient);
        return forward > LeastForwardForce || point.SpecificForce > LeastForce + drag;
    }
}
