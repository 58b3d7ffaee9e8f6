namespace JointWatch.Warnings.Ballistics;

/// <summary>
/// The Runge-Kutta pair of orders 5 and 4 of J. R. Dormand and P. J. Prince, "A family of embedded Runge-Kutta formulae", Journal of
/// Computational and Applied Mathematics 6 (1980), for a body in free fall. Nothing is allocated.
/// </summary>
internal static class DormandPrince
{
    /// <summary>One step of <paramref name="seconds"/>, of either sign.</summary>
    /// <param name="rate">The rate at <paramref name="from"/>; afterwards that at the end of the step, for the next one.</param>
    /// <param name="errorMeters">How far the two orders differ: the greater of the place and of the velocity over 100 s.</param>
    public static BodyState Step(
        in BodyState from, ref BodyState rate, double seconds, double ballisticCoefficient, out double errorMeters)
    {
        double h = seconds;
        BodyState k1 = rate;
        BodyState k2 = FreeFall.Rate(from + (h / 5 * k1), ballisticCoefficient);
        BodyState k3 = FreeFall.Rate(from + (h * (((3.0 / 40) * k1) + ((9.0 / 40) * k2))), ballisticCoefficient);
        BodyState k4 = FreeFall.Rate(
            from + (h * (((44.0 / 45) * k1) + ((-56.0 / 15) * k2) + ((32.0 / 9) * k3))), ballisticCoefficient);
        BodyState k5 = FreeFall.Rate(
            from + (h * (((19372.0 / 6561) * k1) + ((-25360.0 / 2187) * k2) + ((64448.0 / 6561) * k3) + ((-212.0 / 729) * k4))),
            ballisticCoefficient);
        BodyState k6 = FreeFall.Rate(
            from + (h * (((9017.0 / 3168) * k1) + ((-355.0 / 33) * k2) + ((46732.0 / 5247) * k3) + ((49.0 / 176) * k4)
                + ((-5103.0 / 18656) * k5))),
            ballisticCoefficient);
        BodyState to = from + (h * (((35.0 / 384) * k1) + ((500.0 / 1113) * k3) + ((125.0 / 192) * k4) + ((-2187.0 / 6784) * k5)
            + ((11.0 / 84) * k6)));
        rate = FreeFall.Rate(to, ballisticCoefficient);
        BodyState error = h * (((71.0 / 57600) * k1) + ((-71.0 / 16695) * k3) + ((71.0 / 1920) * k4) + ((-17253.0 / 339200) * k5)
            + ((22.0 / 525) * k6) + ((-1.0 / 40) * rate));
        errorMeters = Math.Max(error.Position.Length, 100 * error.Velocity.Length);
        return to;
    }
}
