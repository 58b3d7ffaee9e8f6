using System.Runtime.CompilerServices;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The interacting multiple model estimator (H. Blom and Y. Bar-Shalom, "The interacting multiple model algorithm for systems with
/// Markovian switching coefficients", IEEE Trans. Automatic Control 33(8), 1988) over straight flight, steady acceleration and change.
/// Stays are exponential in time, so the switching probabilities follow from the length of the step.
/// </summary>
internal sealed class InteractingModels
{
    private const int N = ModelBank.N;
    private const int Straight = 0;
    private const int Steady = 1;
    private const int Change = 2;
    private const double LeastProbability = 1e-6;

    private readonly MotionOptions _options;
    private readonly IMotionModel[] _models;
    private readonly double[] _meanStaySeconds;

    /// <summary>Whither, when a model is left: row from, column to.</summary>
    private readonly double[] _successor =
    [
        0, 0.3, 0.7,
        0.2, 0, 0.8,
        0.3, 0.7, 0,
    ];

    public InteractingModels(MotionOptions options)
    {
        _options = options;
        _models =
        [
            new NearlyConstantVelocity(options.StraightAccelerationPsd, options.StraightAccelerationSigma),
            new NearlyConstantAcceleration(options.SteadyJerkPsd),
            new NearlyConstantAcceleration(options.ChangeJerkPsd),
        ];
        _meanStaySeconds = [options.StraightSeconds, options.SteadySeconds, options.ChangeSeconds];
    }

    public ModelBank NewBank() => new(_models.Length);

    /// <summary>Sets every model to one start: a state whose acceleration is unknown. <paramref name="p"/> is the 6 by 6 covariance of the rest.</summary>
    public void Initialise(ModelBank bank, ReadOnlySpan<double> positionAndVelocity, ReadOnlySpan<double> p)
    {
        for (int m = 0; m < _models.Length; m++)
        {
            Span<double> state = bank.State(m);
            state.Clear();
            positionAndVelocity.CopyTo(state);
            Span<double> covariance = bank.Covariance(m);
            covariance.Clear();
            for (int i = 0; i < StateMoments.N; i++)
            {
                p.Slice(i * StateMoments.N, StateMoments.N).CopyTo(covariance.Slice(i * N, N));
            }

            double sigma = m == Straight ? _options.StraightAccelerationSigma : _options.InitialAccelerationSigma;
            for (int i = StateMoments.N; i < N; i++)
            {
                covariance[(i * N) + i] = sigma * sigma;
            }
        }

        bank.Probabilities[Straight] = 0.5;
        bank.Probabilities[Steady] = 0.25;
        bank.Probabilities[Change] = 0.25;
    }

    /// <summary>
    /// Takes an estimate to another time. Forwards: mixing, then prediction by each model. Backwards: retrodiction by each model, the
    /// probabilities as they are.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Predict(ModelBank from, double seconds, ModelBank to)
    {
        if (seconds > 0)
        {
            Mix(from, seconds, to);
        }
        else
        {
            to.CopyFrom(from);
        }

        if (seconds != 0)
        {
            for (int m = 0; m < _models.Length; m++)
            {
                KalmanPrediction.Apply(_models[m].Over(seconds), to.State(m), to.Covariance(m));
            }
        }
    }

    /// <summary>
    /// Updates an estimate in place by an observation some time (at most 0) from the estimate's time.
    /// </summary>
    /// <returns>False, with nothing changed, if the observation cannot be compared with the estimate under any model.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryUpdate(ModelBank bank, in Observation observation, out double total)
    {
        total=0; double offsetSeconds = 0;
        Span<double> logLikelihood = stackalloc double[_models.Length];
        double best = double.NegativeInfinity;
        for (int m = 0; m < _models.Length; m++)
        {
            KalmanUpdate.TryApply(_models[m], observation, offsetSeconds, bank.State(m), bank.Covariance(m), out logLikelihood[m]);
            best = Math.Max(best, logLikelihood[m]);
        }

        if (double.IsNegativeInfinity(best))
        {
            return false;
        }

        double sum = 0;
        Span<double> probabilities = bank.Probabilities;
        for (int m = 0; m < _models.Length; m++)
        {
            probabilities[m] = Math.Max(probabilities[m] * Math.Exp(logLikelihood[m] - best), LeastProbability);
            sum += probabilities[m];
        }

        for (int m = 0; m < _models.Length; m++)
        {
            probabilities[m] /= sum;
        }

        return true;
    }

    public void Merge(ReadOnlySpan<double> w, ReadOnlySpan<ModelBank> banks, ModelBank into)
    {
        int n = _models.Length;
        Span<double> mean = stackalloc double[N];
        for (int m = 0; m < n; m++)
        {
            double pm = 0;
            for (int k = 0; k < w.Length; k++) pm += w[k] * banks[k].Probabilities[m];
            into.Probabilities[m] = pm;
            mean.Clear();
            var c = into.Covariance(m); c.Clear();
            for (int k = 0; k < w.Length; k++) { double a = w[k] * banks[k].Probabilities[m] / pm; for (int i = 0; i < N; i++) mean[i] += a * banks[k].State(m)[i]; }
            for (int k = 0; k < w.Length; k++) { double a = w[k] * banks[k].Probabilities[m] / pm; var st = banks[k].State(m); var p = banks[k].Covariance(m);
              for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) c[i*N+j] += a * (p[i*N+j] + (st[i]-mean[i])*(st[j]-mean[j])); }
            mean.CopyTo(into.State(m));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mix(ModelBank from, double seconds, ModelBank to)
    {
        int count = _models.Length;
        Span<double> weights = stackalloc double[count];
        Span<double> spread = stackalloc double[N];
        for (int j = 0; j < count; j++)
        {
            double total = 0;
            for (int i = 0; i < count; i++)
            {
                double stay = Math.Exp(-seconds / _meanStaySeconds[i]);
                double switching = i == j ? stay : (1 - stay) * _successor[(i * count) + j];
                weights[i] = switching * from.Probabilities[i];
                total += weights[i];
            }

            to.Probabilities[j] = total;
            Span<double> mean = to.State(j);
            Span<double> covariance = to.Covariance(j);
            mean.Clear();
            covariance.Clear();
            for (int i = 0; i < count; i++)
            {
                weights[i] /= total;
                ReadOnlySpan<double> state = from.State(i);
                for (int k = 0; k < N; k++)
                {
                    mean[k] += weights[i] * state[k];
                }
            }

            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<double> state = from.State(i);
                ReadOnlySpan<double> p = from.Covariance(i);
                for (int k = 0; k < N; k++)
                {
                    spread[k] = state[k] - mean[k];
                }

                for (int k = 0; k < N; k++)
                {
                    double scaled = weights[i] * spread[k];
                    for (int l = 0; l < N; l++)
                    {
                        covariance[(k * N) + l] += (weights[i] * p[(k * N) + l]) + (scaled * spread[l]);
                    }
                }
            }
        }
    }
}
