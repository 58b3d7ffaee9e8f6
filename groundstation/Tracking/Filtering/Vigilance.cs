using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// Decides when an object in straight flight is to be looked at with all models, and when one will do again (X.-R. Li, "Multiple-model estimation
/// with variable structure. Part II: Model-set adaptation", IEEE Trans. Automatic Control 45(11), 2000).
/// </summary>
internal sealed class Vigilance
{
    public const int OnlyStraight = 1 << Straight;
    public const int All = (1 << N) - 1;
    private const int N = Switching.Models;
    private const int Straight = Switching.Straight;

    private readonly FilterOptions _options;
    private readonly Surroundings _surroundings;
    private readonly double[] _surprise;

    public Vigilance(FilterOptions options, Surroundings surroundings)
    {
        _options = options;
        _surroundings = surroundings;
        _surprise = [.. Enumerable.Range(1, Observation.MaxRows).Select(rows => ChiSquare.Quantile(1 - options.SurpriseProbability, rows))];
    }

    /// <summary>The trace of the velocity's covariance in straight flight, m²/s².</summary>
    public static double VelocityVariance(ReadOnlySpan<double> covariance)
    {
        int stride = StateLayout.Stride(StateLayout.Common);
        return covariance[(3 * stride) + 3] + covariance[(4 * stride) + 4] + covariance[(5 * stride) + 5];
    }

    /// <summary>Whether a new object may be an aircraft, by its speed and its climb.</summary>
    public bool MayFlyStraight(Vector3 position, Vector3 velocity)
    {
        double speed = velocity.Length;
        return speed < _options.GreatestSpeed && Math.Abs(Vector3.Dot(_surroundings.Up(position), velocity)) <= _options.SteepestClimb * speed;
    }

    /// <summary>Whether a measurement does not go with straight flight: by itself, or as the last of several that push one way.</summary>
    /// <param name="bank">The estimate, updated.</param>
    /// <param name="fit">How well the measurement fitted.</param>
    /// <param name="rows">How many numbers were measured.</param>
    /// <param name="velocity">The velocity before the update, m/s.</param>
    /// <param name="variance">The trace of its covariance before the update, m²/s².</param>
    public bool IsSurprised(ModelBank bank, in Fit fit, int rows, Vector3 velocity, double variance)
    {
        double fading = _options.PushSeconds / (_options.PushSeconds + bank.SecondsBefore);
        bank.Push.Add(fading, StateLayout.Velocity(bank.State(Straight)) - velocity, variance - VelocityVariance(bank.Covariance(Straight)));
        return fit.SquaredDistance > _surprise[rows - 1] || bank.Push.Ratio > _options.PushLimit;
    }

    /// <summary>Wakes all models: each sets out from the estimate of straight flight before the latest prediction.</summary>
    public void Wake(ModelBank bank)
    {
        bank.Set(All);
        bank.CalmSeconds = 0;
        Switching.AfterStraight(_options.WakeProbability, bank.Probabilities);

        // A push that has gone on for a while has left the velocity behind by as much as it sums to.
        double lag = Vector3.Dot(bank.Push.Sum, bank.Push.Sum);
        bank.Push.Clear();
        int stride = StateLayout.Stride(StateLayout.Common);
        Span<double> covariance = bank.Covariance(Straight);
        bank.StateBefore.CopyTo(bank.State(Straight));
        bank.CovarianceBefore.CopyTo(covariance);
        for (int i = 3; i < StateLayout.Common; i++)
        {
            covariance[(i * stride) + i] += lag;
        }

        Spread(bank);
        bank.CovarianceBefore.CopyTo(covariance);
    }

    /// <summary>Lets the other models sleep when straight flight has been almost certain for a while.</summary>
    public void Settle(ModelBank bank)
    {
        bank.CalmSeconds = bank.Probabilities[Straight] > _options.SleepProbability ? bank.CalmSeconds + bank.SecondsBefore : 0;
        if (bank.CalmSeconds < _options.SleepSeconds)
        {
            return;
        }

        Span<double> mean = stackalloc double[StateLayout.Stride(StateLayout.Common)];
        Span<double> covariance = stackalloc double[StateLayout.Common * StateLayout.Stride(StateLayout.Common)];
        Mixture.Set(bank.Probabilities, new ReadOnlySpan<ModelBank>(in bank), default, Straight, mean, covariance);
        mean.CopyTo(bank.State(Straight));
        covariance.CopyTo(bank.Covariance(Straight));
        bank.Set(OnlyStraight);
        bank.Probabilities[Straight] = 1;
        bank.CalmSeconds = 0;
        bank.Push.Clear();
    }

    private static void Spread(ModelBank bank)
    {
        Span<double> weights = stackalloc double[N];
        Span<Vector3> accelerations = stackalloc Vector3[N];
        weights.Clear();
        accelerations.Clear();
        weights[Straight] = 1;
        for (int m = 0; m < N; m++)
        {
            if (m != Straight)
            {
                Mixture.Set(weights, new ReadOnlySpan<ModelBank>(in bank), accelerations, m, bank.State(m), bank.Covariance(m));
            }
        }
    }
}
