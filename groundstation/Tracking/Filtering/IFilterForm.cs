using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// A way of taking a Gaussian estimate through a motion model and a measurement that are not linear. States and covariances as in
/// <see cref="IMotionModel"/>, changed in place. Without memory, so several threads may use one at once.
/// </summary>
internal interface IFilterForm
{
    /// <summary>Takes an estimate forward in time.</summary>
    void Predict(IMotionModel model, double seconds, Span<double> state, Span<double> covariance);

    /// <summary>Takes a measurement into an estimate.</summary>
    /// <param name="observation">What was measured.</param>
    /// <param name="n">The length of the state.</param>
    /// <param name="state">The estimate at the time of the measurement.</param>
    /// <param name="covariance">Its covariance.</param>
    /// <param name="fit">Gets how well the measurement fits.</param>
    /// <returns>False, with nothing changed, where the measurement cannot be compared with the estimate.</returns>
    bool TryUpdate(in Observation observation, int n, Span<double> state, Span<double> covariance, out Fit fit);
}
