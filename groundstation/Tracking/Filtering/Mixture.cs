using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The Gaussian with the mean and covariance of a weighted sum of Gaussians (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan, "Estimation with
/// Applications to Tracking and Navigation", 2001, section 1.4.16), where the components are estimates by any models and the sum is one by a
/// certain model. A component by another model has its position and velocity; its parameters are those that an object has as it enters the certain
/// model, uncorrelated with the rest (K. Granström, P. Willett, Y. Bar-Shalom, "Systematic approach to IMM mixing for unequal dimension
/// states", IEEE Trans. AES 51(4), 2015).
/// </summary>
internal static class Mixture
{
    private const int Common = StateLayout.Common;
    private const int Models = Switching.Models;

    /// <summary>A component of a smaller share is left out: its part in the mean is below a millimetre at a thousand kilometres.</summary>
    private const double LeastShare = 1e-9;

    /// <param name="weights">Of each model of each bank, bank after bank; of models that sleep, 0.</param>
    /// <param name="banks">The components.</param>
    /// <param name="accelerations">The accelerations by each model of the only bank; or none, where the target has no parameters to enter with.</param>
    /// <param name="target">The model of the sum.</param>
    /// <param name="mean">Gets its state, padded; must not be a component's.</param>
    /// <param name="covariance">Gets its covariance.</param>
    /// <returns>The sum of the weights.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Set(
        ReadOnlySpan<double> weights,
        ReadOnlySpan<ModelBank> banks,
        ReadOnlySpan<Vector3> accelerations,
        int target,
        Span<double> mean,
        Span<double> covariance)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        IMotionModel model = banks[0].Models[target];
        int n = model.Length;
        int stride = StateLayout.Stride(n);
        Span<double> state = stackalloc double[StateLayout.MaxStride];
        Span<double> variances = stackalloc double[StateLayout.MaxLength - Common];
        mean.Clear();
        covariance.Clear();
        for (int c = 0; c < weights.Length; c++)
        {
            double weight = weights[c] / total;
            if (weight > LeastShare)
            {
                See(banks[c / Models], c % Models, accelerations, target, state, variances);
                for (int k = 0; k < n; k++)
                {
                    mean[k] += weight * state[k];
                }
            }
        }

        for (int c = 0; c < weights.Length; c++)
        {
            double weight = weights[c] / total;
            if (!(weight > LeastShare))
            {
                continue;
            }

            ModelBank bank = banks[c / Models];
            int source = c % Models;
            See(bank, source, accelerations, target, state, variances);
            for (int k = 0; k < n; k++)
            {
                state[k] -= mean[k];
            }

            if (source == target)
            {
                DenseRows.AddSpread(weight, bank.Covariance(source), state, n, stride, covariance);
                continue;
            }

            AddCommon(weight, bank.Covariance(source), StateLayout.Stride(bank.Models[source].Length), covariance, stride);
            DenseRows.AddSquare(weight, state, n, stride, covariance);
            for (int i = Common; i < n; i++)
            {
                covariance[(i * stride) + i] += weight * variances[i - Common];
            }
        }

        return total;
    }

    /// <summary>A component's state as the target sees it, padded, and the variances of the parameters it enters with.</summary>
    private static void See(
        ModelBank bank, int source, ReadOnlySpan<Vector3> accelerations, int target, Span<double> state, Span<double> variances)
    {
        state.Clear();
        if (source == target)
        {
            bank.State(source).CopyTo(state);
            return;
        }

        bank.State(source)[..Common].CopyTo(state);
        bank.Models[target].Enter(accelerations.IsEmpty ? Vector3.Zero : accelerations[source], state, variances);
    }

    /// <summary>p += weight source, for what all states have in common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddCommon(double weight, ReadOnlySpan<double> source, int sourceStride, Span<double> p, int stride)
    {
        DenseRows.CheckLength(source, Common, sourceStride);
        DenseRows.CheckLength(p, Common, stride);
        ref double rs = ref MemoryMarshal.GetReference(source);
        ref double rp = ref MemoryMarshal.GetReference(p);
        for (int i = 0; i < Common; i++)
        {
            nuint from = (nuint)(i * sourceStride);
            nuint to = (nuint)(i * stride);
            (Vector256.LoadUnsafe(ref rp, to) + (weight * Vector256.LoadUnsafe(ref rs, from))).StoreUnsafe(ref rp, to);
            (Vector128.LoadUnsafe(ref rp, to + 4) + (weight * Vector128.LoadUnsafe(ref rs, from + 4))).StoreUnsafe(ref rp, to + 4);
        }
    }
}
