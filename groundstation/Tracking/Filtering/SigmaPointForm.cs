using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// A filter that takes points on the axes of the covariance through model and measurement instead of their tangents. The measurement becomes the
/// regression line through its points with what the line leaves over as further noise (T. Lefebvre, H. Bruyninckx, J. De Schutter, comment on
/// "A new method for the nonlinear transformation of means and covariances", IEEE Trans. Automatic Control 47(8), 2002), so that the update ends in Joseph's
/// form as the extended filter's does. All weights are positive: the covariances are sums of squares.
/// </summary>
internal abstract class SigmaPointForm : IFilterForm
{
    private const int Common = StateLayout.Common;
    private const int MaxPoints = (2 * StateLayout.MaxLength) + 1;

    /// <inheritdoc/>
    public void Predict(IMotionModel model, double seconds, Span<double> state, Span<double> covariance)
    {
        int n = model.Length;
        int stride = StateLayout.Stride(n);
        PointRule rule = RuleOf(n);
        Span<double> factor = stackalloc double[n * n];
        Span<double> points = stackalloc double[MaxPoints * StateLayout.MaxStride];
        Factor(covariance, n, stride, factor);
        for (int k = 0; k <= 2 * n; k++)
        {
            Span<double> point = points.Slice(k * stride, stride);
            Place(rule.Distance, state, factor, n, k, point);
            model.Move(seconds, point);
        }

        state.Clear();
        for (int k = 0; k <= 2 * n; k++)
        {
            double weight = k == 0 ? rule.CentreMean : rule.Other;
            for (int i = 0; i < n; i++)
            {
                state[i] += weight * points[(k * stride) + i];
            }
        }

        covariance[..(n * stride)].Clear();
        for (int k = 0; k <= 2 * n; k++)
        {
            Span<double> point = points.Slice(k * stride, stride);
            for (int i = 0; i < n; i++)
            {
                point[i] -= state[i];
            }

            DenseRows.AddSquare(k == 0 ? rule.CentreCovariance : rule.Other, point, n, stride, covariance);
        }

        DenseRows.Settle(covariance, n, stride);
        model.AddNoise(seconds, state, covariance);
    }

    /// <inheritdoc/>
    /// <remarks>What is measured depends on position and velocity alone, so points on their own covariance do.</remarks>
    public bool TryUpdate(in Observation observation, int n, Span<double> state, Span<double> covariance, out Fit fit)
    {
        fit = new Fit(double.NegativeInfinity, double.PositiveInfinity);
        int rows = observation.Rows;
        PointRule rule = RuleOf(Common);
        Span<double> factor = stackalloc double[Common * Common];
        Span<double> residuals = stackalloc double[((2 * Common) + 1) * Observation.MaxRows];
        Span<double> point = stackalloc double[StateLayout.Stride(Common)];
        Factor(covariance, Common, StateLayout.Stride(n), factor);
        for (int k = 0; k <= 2 * Common; k++)
        {
            Place(rule.Distance, state, factor, Common, k, point);
            if (!observation.TryCompare(StateLayout.Position(point), StateLayout.Velocity(point), residuals.Slice(k * rows, rows)))
            {
                return false;
            }
        }

        Span<double> mean = stackalloc double[Observation.MaxRows];
        Span<double> jacobian = stackalloc double[Observation.MaxRows * Common];
        Span<double> noise = stackalloc double[Observation.MaxRows * Observation.MaxRows];
        Regress(rule, residuals, rows, factor, mean[..rows], jacobian, noise);
        AddVariances(observation, rows, noise);
        if (!TryWhiten(noise, rows, mean, jacobian, out double logDeterminant))
        {
            return false;
        }

        Span<double> ones = [1, 1, 1, 1];
        fit = RowUpdates.Apply(mean[..rows], jacobian, ones, Common, observation.Soft(StateLayout.Position(state)), n, state, covariance);
        fit = fit with { LogLikelihood = fit.LogLikelihood - (0.5 * logDeterminant) };
        return true;
    }

    /// <summary>Where the points lie in n dimensions, and what they weigh.</summary>
    protected abstract PointRule RuleOf(int n);

    /// <summary>
    /// The line through the points: with D the slopes along the axes of the covariance L Lᵀ, H L = D; and the covariance of what the points are off it.
    /// </summary>
    private static void Regress(
        in PointRule rule, ReadOnlySpan<double> residuals, int rows, ReadOnlySpan<double> factor, Span<double> mean, Span<double> jacobian, Span<double> noise)
    {
        mean.Clear();
        for (int k = 0; k <= 2 * Common; k++)
        {
            for (int m = 0; m < rows; m++)
            {
                mean[m] += (k == 0 ? rule.CentreMean : rule.Other) * residuals[(k * rows) + m];
            }
        }

        noise.Clear();
        for (int m = 0; m < rows; m++)
        {
            for (int l = 0; l <= m; l++)
            {
                double sum = rule.CentreCovariance * (residuals[m] - mean[m]) * (residuals[l] - mean[l]);
                for (int axis = 0; axis < Common; axis++)
                {
                    // Half of what a pair of points differs by is on the line, since 2 w d² = 1. What their middle is off the mean is not.
                    int plus = ((2 * axis) + 1) * rows;
                    int minus = plus + rows;
                    double offM = ((residuals[plus + m] + residuals[minus + m]) / 2) - mean[m];
                    double offL = ((residuals[plus + l] + residuals[minus + l]) / 2) - mean[l];
                    sum += 2 * rule.Other * offM * offL;
                }

                noise[(m * rows) + l] = sum;
                noise[(l * rows) + m] = sum;
            }

            Span<double> row = jacobian.Slice(m * Common, Common);
            for (int axis = 0; axis < Common; axis++)
            {
                int plus = ((2 * axis) + 1) * rows;
                row[axis] = rule.Other * rule.Distance * (residuals[plus + rows + m] - residuals[plus + m]);
            }

            // H L = D, so Lᵀ Hᵀ = Dᵀ. Residuals fall where the measured number grows: the signs are turned above.
            SpdMatrix.SolveUpper(factor, Common, row);
        }
    }

    private static void AddVariances(in Observation observation, int rows, Span<double> noise)
    {
        Span<double> variances = stackalloc double[Observation.MaxRows];
        observation.Variances(variances);
        for (int m = 0; m < rows; m++)
        {
            noise[(m * rows) + m] += variances[m];
        }
    }

    /// <summary>Combines the rows so that their errors are uncorrelated and of variance 1.</summary>
    private static bool TryWhiten(Span<double> noise, int rows, Span<double> residual, Span<double> jacobian, out double logDeterminant)
    {
        logDeterminant = 0;
        if (!SpdMatrix.TryFactor(noise, rows))
        {
            return false;
        }

        logDeterminant = SpdMatrix.LogDeterminant(noise, rows);
        SpdMatrix.SolveLower(noise, rows, residual);
        Span<double> column = stackalloc double[Observation.MaxRows];
        for (int k = 0; k < Common; k++)
        {
            for (int m = 0; m < rows; m++)
            {
                column[m] = jacobian[(m * Common) + k];
            }

            SpdMatrix.SolveLower(noise, rows, column);
            for (int m = 0; m < rows; m++)
            {
                jacobian[(m * Common) + k] = column[m];
            }
        }

        return true;
    }

    /// <summary>The k-th point: the mean, then a pair on each axis.</summary>
    private static void Place(double distance, ReadOnlySpan<double> state, ReadOnlySpan<double> factor, int n, int k, Span<double> point)
    {
        point.Clear();
        state[..n].CopyTo(point);
        if (k == 0)
        {
            return;
        }

        int axis = (k - 1) / 2;
        double along = k % 2 == 1 ? distance : -distance;
        for (int i = axis; i < n; i++)
        {
            point[i] += along * factor[(i * n) + axis];
        }
    }

    /// <summary>
    /// The Cholesky factor of the upper left n by n of a covariance. Rounding may spoil the smallest eigenvalue of one that is almost singular: then its
    /// diagonal is lifted by as little as helps.
    /// </summary>
    private static void Factor(ReadOnlySpan<double> covariance, int n, int stride, Span<double> factor)
    {
        for (double lift = 0; lift < 1; lift = Math.Max(10 * lift, 1e-14))
        {
            for (int i = 0; i < n; i++)
            {
                covariance.Slice(i * stride, n).CopyTo(factor[(i * n)..]);
                factor[(i * n) + i] *= 1 + lift;
            }

            if (SpdMatrix.TryFactor(factor, n))
            {
                return;
            }
        }

        throw new ArithmeticException("a covariance is not positive definite");
    }

    /// <summary>
    /// Points at the mean and at a distance of so many sigmas from it both ways on each axis: the weights of the centre for means and for covariances, and
    /// that of each other point, w, with 2 w d² = 1 for the distance d.
    /// </summary>
    protected readonly record struct PointRule(double Distance, double CentreMean, double CentreCovariance, double Other);
}
