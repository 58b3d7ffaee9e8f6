namespace JointWatch.Warnings.Launch;

/// <summary>
/// What is known of any boost before it is seen: mean and one sigma of each parameter of <see cref="BoostArc"/>. Sigma infinite: nothing.
/// They stand for the unseen first part, so their spread is what the launch estimate's sigma mostly consists of.
/// </summary>
internal static class LaunchPriors
{
    private const double Degree = Math.PI / 180;

    /// <summary>
    /// Lean: rails lean by up to a dozen degrees, pads not at all; it grows by half to one and a half degrees a second. Thrust over weight from 1.2
    /// (large, liquid) to 6 (small, solid): f₀ = 26 m/s² within a factor of 2. Exhaust velocity 2,500 m/s within a quarter.
    /// Ballistic coefficient at lift-off 15,000 kg/m² within a factor of 2.2.
    /// </summary>
    public static ReadOnlySpan<double> Mean => [0, 0, 0, 0, 0, 0.6 * Degree, 0, 3.25, 7.824, 9.616];

    public static ReadOnlySpan<double> Sigma =>
        [double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 2, 5 * Degree, 0.7 * Degree, 0.03 * Degree, 0.7, 0.25, 0.8];
}
