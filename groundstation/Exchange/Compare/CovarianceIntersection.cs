using MathNet.Numerics.LinearAlgebra;

namespace JointWatch.Exchange.Compare;

/// <summary>
/// Covariance intersection (S. Julier and J. Uhlmann, "A non-divergent estimation algorithm in the presence of unknown correlations", American Control Conference 1997): for
/// estimates whose errors may be correlated in any way, as those of parties that watch the same object are. P⁻¹ = Σ wᵢ Pᵢ⁻¹ and x = P Σ wᵢ Pᵢ⁻¹ xᵢ with weights from 0 to 1
/// that together are 1; if each Pᵢ is no smaller than the true covariance of its error, so is P, whatever the correlations. Of more than two at once: "batch" form (J. Uhlmann 1996).
/// </summary>
public static class CovarianceIntersection
{
    private const int MostSweeps = 200;
    private const double Settled = 1e-13;

    /// <summary>Fuses two estimates or more.</summary>
    /// <exception cref="ArgumentException">There is none, their lengths differ, or a covariance is not positive definite.</exception>
    public static FusedEstimate Fuse(IReadOnlyList<Estimate> estimates, FusionCriterion criterion = FusionCriterion.Trace)
    {
        if (estimates.Count == 0 || estimates.Any(e => e.Mean.Count != estimates[0].Mean.Count || e.Covariance.GetLength(0) != e.Mean.Count || e.Covariance.GetLength(1) != e.Mean.Count))
        {
            throw new ArgumentException("estimates of one length, each with its covariance", nameof(estimates));
        }

        Matrix<double>[] informations = [.. estimates.Select(e => Inverse(Matrix<double>.Build.DenseOfArray(e.Covariance)))];
        double[] weights = Weigh(informations, criterion);
        Matrix<double> covariance = Inverse(Sum(informations, weights));
        Vector<double> mean = Vector<double>.Build.Dense(estimates[0].Mean.Count);
        for (int i = 0; i < estimates.Count; i++)
        {
            mean += weights[i] * (informations[i] * Vector<double>.Build.DenseOfEnumerable(estimates[i].Mean));
        }

        return new FusedEstimate((covariance * mean).ToArray(), covariance.ToArray(), weights);
    }

    /// <summary>
    /// The weights that make the criterion least. Both criteria are convex in them, so moving weight between two at a time until nothing gains comes to the least of all.
    /// </summary>
    private static double[] Weigh(Matrix<double>[] informations, FusionCriterion criterion)
    {
        double[] weights = [.. informations.Select(_ => 1.0 / informations.Length)];
        double before = double.PositiveInfinity;
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                for (int j = i + 1; j < weights.Length; j++)
                {
                    Share(informations, criterion, weights, i, j);
                }
            }

            double now = Cost(informations, criterion, weights);
            if (weights.Length <= 2 || before - now <= Settled * Math.Abs(now))
            {
                break;
            }

            before = now;
        }

        return weights;
    }

    /// <summary>Shares the weight of two between them, by golden section.</summary>
    private static void Share(Matrix<double>[] informations, FusionCriterion criterion, double[] weights, int i, int j)
    {
        const double Golden = 0.6180339887498949;
        const int Steps = 60;
        double whole = weights[i] + weights[j];
        double low = 0;
        double high = 1;
        (double left, double right) = (1 - Golden, Golden);
        (double costLeft, double costRight) = (At(left), At(right));
        for (int step = 0; step < Steps; step++)
        {
            if (costLeft <= costRight)
            {
                (high, right, costRight) = (right, left, costLeft);
                costLeft = At(left = high - (Golden * (high - low)));
            }
            else
            {
                (low, left, costLeft) = (left, right, costRight);
                costRight = At(right = low + (Golden * (high - low)));
            }
        }

        // Where one of them is best alone, it is alone.
        double best = new[] { 0, 1, (low + high) / 2 }.MinBy(At);
        At(best);

        double At(double share)
        {
            (weights[i], weights[j]) = (share * whole, (1 - share) * whole);
            return Cost(informations, criterion, weights);
        }
    }

    private static double Cost(Matrix<double>[] informations, FusionCriterion criterion, double[] weights)
    {
        Matrix<double> sum = Sum(informations, weights);
        return criterion == FusionCriterion.Trace ? sum.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(sum.RowCount)).Trace() : -sum.Cholesky().DeterminantLn;
    }

    private static Matrix<double> Sum(Matrix<double>[] informations, double[] weights)
    {
        Matrix<double> sum = weights[0] * informations[0];
        for (int i = 1; i < weights.Length; i++)
        {
            sum += weights[i] * informations[i];
        }

        return sum;
    }

    private static Matrix<double> Inverse(Matrix<double> covariance)
    {
        if (!covariance.ForAll(double.IsFinite) || !covariance.IsSymmetric())
        {
            covariance = covariance.ForAll(double.IsFinite) && (covariance - covariance.Transpose()).L2Norm() <= 1e-9 * covariance.L2Norm()
                ? (covariance + covariance.Transpose()) / 2
                : throw new ArgumentException("a covariance is finite and symmetric", nameof(covariance));
        }

        Matrix<double> inverse = covariance.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(covariance.RowCount));
        return (inverse + inverse.Transpose()) / 2;
    }
}
