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
    private const int Parameters = StateLayout.MaxLength - Common;

    /// <summary>A component of a smaller share is left out: a kilometre away it would add ten square metres to a variance.</summary>
    private const double LeastShare = 1e-5;

    /// <param name="weights">Of each model of each bank, bank after bank; of models that sleep, 0.</param>
    /// <param name="banks">The components.</param>
    /// <param name="accelerations">The accelerations by each model of the only bank; or none, where the target has no parameters to enter with.</param>
    /// <param name="target">The model of the sum.</param>
    /// <param name="mean">Gets its state, padded; must not be a component's.</param>
    /// <param name="covariance">Gets its covariance.</param>
    /// <returns>The sum of the weights.</returns>
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

        double least = LeastShare * total;
        double kept = 0;
        foreach (double weight in weights)
        {
            kept += weight > least ? weight : 0;
        }

        IMotionModel model = banks[0].Models[target];
        int n = model.Length;
        int stride = StateLayout.Stride(n);
        Span<double> state = stackalloc double[StateLayout.MaxStride];
        Span<double> parameters = stackalloc double[Models * Parameters];
        Span<double> variances = stackalloc double[Parameters];
        if (n > Common)
        {
            Enter(weights, least, banks[0], accelerations, target, parameters, variances);
        }

        mean.Clear();
        covariance.Clear();
        for (int c = 0; c < weights.Length; c++)
        {
            if (weights[c] > least)
            {
                See(banks[c / Models], c % Models, target, parameters, state);
                for (int k = 0; k < n; k++)
                {
                    mean[k] += weights[c] / kept * state[k];
                }
            }
        }

        for (int c = 0; c < weights.Length; c++)
        {
            if (!(weights[c] > least))
            {
                continue;
            }

            double weight = weights[c] / kept;
            ModelBank bank = banks[c / Models];
            int source = c % Models;
            See(bank, source, target, parameters, state);
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

    /// <summary>
    /// The parameters with which the components of the first bank enter the target's model, and their variances, which are the same whatever is left.
    /// </summary>
    private static void Enter(
        ReadOnlySpan<double> weights,
        double least,
        ModelBank bank,
        ReadOnlySpan<Vector3> accelerations,
        int target,
        Span<double> parameters,
        Span<double> variances)
    {
        Span<double> state = stackalloc double[StateLayout.MaxStride];
        for (int source = 0; source < accelerations.Length; source++)
        {
            if (source != target && weights[source] > least)
            {
                bank.State(source)[..Common].CopyTo(state);
                bank.Models[target].Enter(accelerations[source], state, variances);
                state.Slice(Common, Parameters).CopyTo(parameters[(source * Parameters)..]);
            }
        }
    }

    /// <summary>A component's state as the target sees it.</summary>
    private static void See(ModelBank bank, int source, int target, ReadOnlySpan<double> parameters, Span<double> state)
    {
        if (source == target)
        {
            bank.State(source).CopyTo(state);
            return;
        }

        bank.State(source)[..Common].CopyTo(state);
        parameters.Slice(source * Parameters, Parameters).CopyTo(state[Common..]);
    }

    /// <summary>p += weight source, for what all states have in common.</summary>
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
