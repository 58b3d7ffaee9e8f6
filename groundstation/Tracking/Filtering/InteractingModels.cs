using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The interacting multiple model estimator (H. Blom and Y. Bar-Shalom, "The interacting multiple model algorithm for systems with
/// Markovian switching coefficients", IEEE Trans. Automatic Control 33(8), 1988) over straight flight, turn, boost, ballistic flight and manoeuvre.
/// While an object flies straight the other models sleep (X.-R. Li, "Multiple-model estimation with variable structure. Part II: Model-set
/// adaptation", IEEE Trans. Automatic Control 45(11), 2000), and it costs as much as one Kalman filter. A surprise wakes them, and they begin
/// before it. Without memory of its own, so several threads may use one at once.
/// </summary>
internal sealed class InteractingModels
{
    private const int N = Switching.Models;
    private const int Straight = Switching.Straight;
    private const int OnlyStraight = Vigilance.OnlyStraight;
    private const int All = Vigilance.All;
    private const double LeastProbability = 1e-6;

    /// <summary>A model that comes out less probable than this has lost the object: it begins anew from the others.</summary>
    private const double HopelessProbability = 1e-20;

    private readonly Vigilance _vigilance;
    private readonly ModelRooms _rooms;
    private readonly IMotionModel[] _models;
    private readonly IFilterForm _form;
    private readonly Switching _switching;

    public InteractingModels(MotionOptions motion, FilterOptions filter, Surroundings surroundings)
    {
        _vigilance = new Vigilance(filter, surroundings);
        _models =
        [
            new NearlyConstantVelocity(motion.StraightAccelerationPsd),
            new CoordinatedTurn(motion, surroundings),
            new BoostedFlight(motion, surroundings),
            new BallisticFlight(motion, surroundings),
            new NearlyConstantAcceleration(motion.ManoeuvreJerkPsd, motion.ManoeuvreAccelerationSigma),
        ];
        _rooms = new ModelRooms(_models);
        _form = filter.Form switch
        {
            FilterForm.Unscented => new UnscentedForm(),
            FilterForm.Cubature => new CubatureForm(),
            _ => new ExtendedForm(),
        };
        _switching = new Switching(motion);
    }

    public ModelBank NewBank() => new(_models, _rooms);

    /// <summary>Sets a bank to a new object: straight flight, until something else shows, unless it climbs or flies as no aircraft does.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="positionAndVelocity">6 numbers, m and m/s.</param>
    /// <param name="covariance">6 by 6, row by row.</param>
    public void Initialise(ModelBank bank, ReadOnlySpan<double> positionAndVelocity, ReadOnlySpan<double> covariance)
    {
        bank.Set(OnlyStraight);
        bank.Probabilities[Straight] = 1;
        bank.CalmSeconds = 0;
        bank.Push.Clear();
        positionAndVelocity[..StateLayout.Common].CopyTo(bank.State(Straight));
        int stride = StateLayout.Stride(StateLayout.Common);
        for (int i = 0; i < StateLayout.Common; i++)
        {
            covariance.Slice(i * StateLayout.Common, StateLayout.Common).CopyTo(bank.Covariance(Straight)[(i * stride)..]);
        }

        bank.KeepBefore(bank, 0);
        if (!_vigilance.MayFlyStraight(StateLayout.Position(positionAndVelocity), StateLayout.Velocity(positionAndVelocity)))
        {
            Wake(bank);
        }
    }

    /// <summary>Takes an estimate forward in time: mixing, then prediction by each model that is awake.</summary>
    /// <param name="from">The estimate, not changed.</param>
    /// <param name="seconds">How far, at least 0.</param>
    /// <param name="to">Gets the later estimate; another bank.</param>
    public void Predict(ModelBank from, double seconds, ModelBank to)
    {
        if (seconds <= 0)
        {
            to.CopyFrom(from);
            to.KeepBefore(from, 0);
            return;
        }

        if (from.Awake == OnlyStraight)
        {
            to.Set(OnlyStraight);
            to.Probabilities[Straight] = 1;
            to.CopyMemory(from);
            from.State(Straight).CopyTo(to.State(Straight));
            from.Covariance(Straight).CopyTo(to.Covariance(Straight));
            to.KeepBefore(from, seconds);
            _form.Predict(_models[Straight], seconds, to.State(Straight), to.Covariance(Straight));
            return;
        }

        Mix(from, seconds, to);
        to.CopyMemory(from);
        to.SecondsBefore = seconds;
        PredictAll(to, seconds);
    }

    /// <summary>Updates an estimate in place.</summary>
    /// <param name="bank">The estimate at the time of the observation, as <see cref="Predict"/> left it.</param>
    /// <param name="observation">What was measured.</param>
    /// <param name="logLikelihood">Gets the logarithm of the density of what was measured, under the mixture of all models.</param>
    /// <param name="mayWake">Whether a surprise is to wake sleeping models: not where the observation is hardly the object's.</param>
    /// <returns>False, with nothing changed, if the observation cannot be compared with the estimate under any model.</returns>
    public bool TryUpdate(ModelBank bank, in Observation observation, out double logLikelihood, bool mayWake = true)
    {
        if (bank.Awake != OnlyStraight)
        {
            return TryUpdateAll(bank, observation, out logLikelihood);
        }

        Span<double> state = bank.State(Straight);
        Span<double> covariance = bank.Covariance(Straight);
        Vector3 velocity = StateLayout.Velocity(state);
        double variance = Vigilance.VelocityVariance(covariance);
        bool compared = _form.TryUpdate(observation, StateLayout.Common, state, covariance, out Fit fit);
        logLikelihood = fit.LogLikelihood;
        if (!compared)
        {
            return false;
        }

        bool surprised = _vigilance.IsSurprised(bank, fit, observation.Rows, velocity, variance);
        if (!surprised || !mayWake)
        {
            return true;
        }

        Wake(bank);
        return TryUpdateAll(bank, observation, out logLikelihood);
    }

    /// <summary>
    /// The posterior of one object over several explanations of what was seen, as one bank: model by model the Gaussian with the mixture's mean and
    /// covariance. Where the models sleep in most of it, they sleep in the result.
    /// </summary>
    /// <param name="weights">The probabilities of the explanations; they sum to 1.</param>
    /// <param name="banks">The estimate under each.</param>
    /// <param name="into">Gets the mixture; none of <paramref name="banks"/>.</param>
    public void Merge(ReadOnlySpan<double> weights, ReadOnlySpan<ModelBank> banks, ModelBank into)
    {
        int awake = 0;
        int heaviest = 0;
        double asleep = 0;
        for (int k = 0; k < banks.Length; k++)
        {
            awake |= banks[k].Awake;
            asleep += banks[k].Awake == OnlyStraight ? weights[k] : 0;
            heaviest = weights[k] > weights[heaviest] ? k : heaviest;
        }

        into.CopyMemory(banks[heaviest]);
        bool sleeps = asleep > 0.5;
        into.Set(sleeps ? OnlyStraight : awake);
        Span<double> shares = stackalloc double[N * banks.Length];
        for (int m = 0; m < N; m++)
        {
            if (!into.IsAwake(m))
            {
                continue;
            }

            for (int c = 0; c < shares.Length; c++)
            {
                shares[c] = sleeps || c % N == m ? weights[c / N] * banks[c / N].Probabilities[c % N] : 0;
            }

            into.Probabilities[m] = Mixture.Set(shares, banks, default, m, into.State(m), into.Covariance(m));
        }

        Normalise(into.Probabilities);
    }

    /// <summary>Wakes all models where the estimate is now.</summary>
    public void WakeAll(ModelBank bank)
    {
        if (bank.Awake == OnlyStraight)
        {
            bank.KeepBefore(bank, 0);
            Wake(bank);
        }
    }

    /// <summary>Sets every model out from the estimate before the latest prediction, and predicts again.</summary>
    private void Wake(ModelBank bank)
    {
        _vigilance.Wake(bank);
        if (bank.SecondsBefore > 0)
        {
            PredictAll(bank, bank.SecondsBefore);
        }
    }

    private void PredictAll(ModelBank bank, double seconds)
    {
        for (int m = 0; m < N; m++)
        {
            if (bank.IsAwake(m))
            {
                _form.Predict(_models[m], seconds, bank.State(m), bank.Covariance(m));
            }
        }
    }

    private bool TryUpdateAll(ModelBank bank, in Observation observation, out double logLikelihood)
    {
        Span<double> logs = stackalloc double[N];
        logLikelihood = double.NegativeInfinity;
        for (int m = 0; m < N; m++)
        {
            logs[m] = double.NegativeInfinity;
            if (bank.IsAwake(m))
            {
                _form.TryUpdate(observation, _models[m].Length, bank.State(m), bank.Covariance(m), out Fit fit);
                logs[m] = double.IsFinite(fit.LogLikelihood) ? fit.LogLikelihood : double.NegativeInfinity;
                logLikelihood = Math.Max(logLikelihood, logs[m]);
            }
        }

        if (double.IsNegativeInfinity(logLikelihood))
        {
            return false;
        }

        Span<double> probabilities = bank.Probabilities;
        double likelihood = 0;
        double sum = 0;
        for (int m = 0; m < N; m++)
        {
            double share = probabilities[m] * Math.Exp(logs[m] - logLikelihood);
            likelihood += share;
            probabilities[m] = share > HopelessProbability ? Math.Max(share, LeastProbability) : 0;
            sum += probabilities[m];
        }

        for (int m = 0; m < N; m++)
        {
            probabilities[m] /= sum;
        }

        logLikelihood += Math.Log(likelihood);
        _vigilance.Settle(bank);
        return true;
    }

    /// <summary>The mixing step: what each model sets out from, given that it holds after the step.</summary>
    private void Mix(ModelBank from, double seconds, ModelBank to)
    {
        Span<double> switching = stackalloc double[N * N];
        Span<double> weights = stackalloc double[N];
        Span<Vector3> accelerations = stackalloc Vector3[N];
        _switching.Over(seconds, switching);
        to.Set(All);
        for (int i = 0; i < N; i++)
        {
            accelerations[i] = from.Probabilities[i] > 0 ? _models[i].Acceleration(from.State(i)) : Vector3.Zero;
        }

        for (int j = 0; j < N; j++)
        {
            for (int i = 0; i < N; i++)
            {
                weights[i] = switching[(i * N) + j] * from.Probabilities[i];
            }

            to.Probabilities[j] = Mixture.Set(weights, new ReadOnlySpan<ModelBank>(in from), accelerations, j, to.State(j), to.Covariance(j));
        }

        Normalise(to.Probabilities);
    }

    private static void Normalise(Span<double> probabilities)
    {
        double sum = 0;
        foreach (double p in probabilities)
        {
            sum += p;
        }

        for (int m = 0; m < probabilities.Length; m++)
        {
            probabilities[m] /= sum;
        }
    }
}
