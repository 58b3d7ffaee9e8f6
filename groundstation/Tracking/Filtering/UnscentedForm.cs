namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The unscented Kalman filter (E. Wan and R. van der Merwe, "The unscented Kalman filter for nonlinear estimation", IEEE AS-SPCC 2000) with
/// alpha 1, kappa 1 and beta 2: points at √(n+1) sigmas, all weights positive for any n.
/// </summary>
internal sealed class UnscentedForm : SigmaPointForm
{
    private const double Kappa = 1;
    private const double Beta = 2;

    /// <inheritdoc/>
    protected override PointRule RuleOf(int n) => new(
        Distance: Math.Sqrt(n + Kappa),
        CentreMean: Kappa / (n + Kappa),
        CentreCovariance: (Kappa / (n + Kappa)) + Beta,
        Other: 0.5 / (n + Kappa));
}
