using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The extended Kalman filter: model and measurement are replaced by their tangents at the estimate (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan,
/// "Estimation with Applications to Tracking and Navigation", 2001, section 10.3).
/// </summary>
internal sealed class ExtendedForm : IFilterForm
{
    /// <inheritdoc/>
    public void Predict(IMotionModel model, double seconds, Span<double> state, Span<double> covariance)
    {
        if (model is IAxisModel axes)
        {
            AxisPrediction.Apply(axes.Over(seconds), model.Length, state, covariance);
            return;
        }

        int n = model.Length;
        int stride = StateLayout.Stride(n);
        Span<double> transition = stackalloc double[n * stride];
        model.Move(seconds, state, transition);
        DenseRows.Sandwich(transition, n, stride, covariance);
        model.AddNoise(seconds, state, covariance);
    }

    /// <inheritdoc/>
    public bool TryUpdate(in Observation observation, int n, Span<double> state, Span<double> covariance, out Fit fit)
    {
        int rows = observation.Rows;
        Span<double> residual = stackalloc double[Observation.MaxRows];
        Span<double> jacobian = stackalloc double[Observation.MaxRows * JosephUpdate.Measured];
        Span<double> variances = stackalloc double[Observation.MaxRows];
        if (!observation.TryLinearise(StateLayout.Position(state), StateLayout.Velocity(state), residual, jacobian))
        {
            fit = new Fit(double.NegativeInfinity, double.PositiveInfinity);
            return false;
        }

        observation.Variances(variances);
        fit = RowUpdates.Apply(
            residual[..rows], jacobian, variances, observation.HasRangeRate ? 6 : 3, observation.Soft(StateLayout.Position(state)), n, state, covariance);
        return true;
    }
}
