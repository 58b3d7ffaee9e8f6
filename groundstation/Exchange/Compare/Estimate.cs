namespace JointWatch.Exchange.Compare;

/// <summary>A mean with its covariance, of the same length and order.</summary>
public sealed record Estimate(IReadOnlyList<double> Mean, double[,] Covariance);

/// <summary>What several estimates say together.</summary>
/// <param name="Weights">How much each of them counted: from 0 to 1, together 1.</param>
public sealed record FusedEstimate(IReadOnlyList<double> Mean, double[,] Covariance, IReadOnlyList<double> Weights);

/// <summary>What is made as small as can be.</summary>
public enum FusionCriterion
{
    /// <summary>The sum of the variances.</summary>
    Trace = 0,

    /// <summary>The volume.</summary>
    Determinant = 1,
}
