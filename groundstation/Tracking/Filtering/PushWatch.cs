using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// Watches the corrections that measurements make to a velocity. The innovations of a filter whose model is right are white (Y. Bar-Shalom, X.-R. Li,
/// T. Kirubarajan, "Estimation with Applications to Tracking and Navigation", 2001, section 5.4.2): the corrections come from all sides,
/// with a covariance equal to what the update takes off that of the velocity. In a turn too slow to surprise at any one look they all push one way.
/// </summary>
internal sealed class PushWatch
{
    /// <summary>Gets the fading sum of the corrections, m/s.</summary>
    public Vector3 Sum { get; private set; }

    /// <summary>Gets the trace of its covariance, m²/s².</summary>
    public double Variance { get; private set; }

    /// <summary>Gets the sum's square over what is to be expected.</summary>
    public double Ratio => Variance > 0 ? Vector3.Dot(Sum, Sum) / Variance : 0;

    public void Clear()
    {
        Sum = Vector3.Zero;
        Variance = 0;
    }

    /// <summary>Takes a correction into account.</summary>
    /// <param name="fading">What is left of the sum until now, 0 to 1.</param>
    /// <param name="correction">How the velocity was changed, m/s.</param>
    /// <param name="variance">By how much the trace of its covariance shrank, m²/s².</param>
    public void Add(double fading, Vector3 correction, double variance)
    {
        Sum = (fading * Sum) + correction;
        Variance = (fading * fading * Variance) + Math.Max(variance, 0);
    }

    public void CopyFrom(PushWatch other)
    {
        Sum = other.Sum;
        Variance = other.Variance;
    }
}
