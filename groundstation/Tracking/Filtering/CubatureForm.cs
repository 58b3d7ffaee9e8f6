namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The cubature Kalman filter (I. Arasaratnam and S. Haykin, "Cubature Kalman filters", IEEE Trans. Automatic Control 54(6), 2009): points at √n
/// sigmas, all of the same weight, none in the middle.
/// </summary>
internal sealed class CubatureForm : SigmaPointForm
{
    /// <inheritdoc/>
    protected override PointRule RuleOf(int n) => new(Distance: Math.Sqrt(n), CentreMean: 0, CentreCovariance: 0, Other: 0.5 / n);
}
