using CsCheck;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;
using JointWatch.Tracking.Tests.Numerics;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

public sealed class KalmanUpdateTests
{
    private const int N = ModelBank.N;
    private static readonly LocalFrame Frame = LocalFrame.At(Geodetic.FromDegrees(48, 12, 300));
    private static readonly NearlyConstantAcceleration Model = new(2);

    /// <summary>The textbook's equations, K = P Hᵀ S⁻¹ and P := (I - K H) P, with plain matrices and Gauss-Jordan elimination.</summary>
    [Fact]
    public void An_update_is_that_of_the_textbook()
    {
        (double[] state, double[] p) = Start(7);
        Observation observation = Seen(state, 0.001, -0.001, 20);
        double[] residual = new double[4];
        double[] half = new double[24];
        observation.TryLinearise(ModelBank.Position(state), ModelBank.Velocity(state), residual, half);
        double[] h = new double[4 * N];
        double[] r = new double[16];
        for (int row = 0; row < 4; row++)
        {
            Array.Copy(half, row * 6, h, row * N, 6);
            r[(row * 4) + row] = observation.Variance(row);
        }

        double[] ht = Dense.Transpose(h, 4, N);
        double[] s = Dense.Add(Dense.Multiply(Dense.Multiply(h, p, 4, N, N), ht, 4, N, 4), r);
        double[] gain = Dense.Multiply(Dense.Multiply(p, ht, N, N, 4), Dense.Invert(s, 4), N, 4, 4);
        double[] expectedState = Dense.Add(state, Dense.Multiply(gain, residual, N, 4, 1));
        double[] khp = Dense.Multiply(Dense.Multiply(gain, h, N, 4, N), p, N, N, N);
        double[] expectedP = [.. p.Zip(khp, (a, b) => a - b)];

        Assert.True(KalmanUpdate.TryApply(Model, observation, 0, state, p, out _));

        Assert.All(expectedState.Zip(state), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.All(expectedP.Zip(p), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void The_covariance_stays_positive_definite_under_any_geometry()
    {
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Double[-0.01, 0.01], Gen.Double[-2, 0.0], Gen.Bool).Sample((seed, off, offset, now) =>
        {
            (double[] state, double[] p) = Start(seed);
            double before = Trace(p);
            for (int i = 0; i < 20; i++)
            {
                if (!KalmanUpdate.TryApply(Model, Seen(state, off, -off, 5), now ? 0 : offset, state, p, out double logLikelihood)
                    || !double.IsFinite(logLikelihood))
                {
                    return false;
                }
            }

            return SpdMatrix.TryFactor((double[])p.Clone(), N) && Trace(p) < before;
        });
    }

    [Fact]
    public void A_late_observation_of_a_steady_object_helps_as_much_as_one_in_time()
    {
        // With next to no process noise, the state taken back is exact, and the order of two updates does not matter.
        NearlyConstantAcceleration quiet = new(1e-9);
        (double[] start, double[] p) = Start(11);
        Observation early = Seen(start, 0.0005, 0, 10);
        double[] inOrder = (double[])start.Clone();
        double[] pInOrder = (double[])p.Clone();
        KalmanUpdate.TryApply(quiet, early, 0, inOrder, pInOrder, out _);
        KalmanPrediction.Apply(quiet.Over(0.5), inOrder, pInOrder);
        double[] late = (double[])start.Clone();
        double[] pLate = (double[])p.Clone();
        KalmanPrediction.Apply(quiet.Over(0.5), late, pLate);

        Assert.True(KalmanUpdate.TryApply(quiet, early, -0.5, late, pLate, out _));

        Assert.All(inOrder.Zip(late), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
        Assert.All(pInOrder.Zip(pLate), pair => Assert.Equal(pair.First, pair.Second, 1e-2));
    }

    [Fact]
    public void A_late_observation_weighs_less_the_more_the_object_may_have_moved()
    {
        (double[] start, double[] p) = Start(13);
        double[] calm = (double[])p.Clone();
        double[] wild = (double[])p.Clone();

        KalmanUpdate.TryApply(new NearlyConstantAcceleration(0.01), Seen(start, 0, 0, 10), -2, (double[])start.Clone(), calm, out _);
        KalmanUpdate.TryApply(new NearlyConstantAcceleration(5_000), Seen(start, 0, 0, 10), -2, (double[])start.Clone(), wild, out _);

        Assert.True(Trace(calm) < Trace(wild));
    }

    /// <summary>
    /// The normalised estimation error squared of a consistent filter has the mean of a chi-square variable with 6 degrees of freedom
    /// (Bar-Shalom, Li and Kirubarajan, 2001, section 5.4.2): over 300 runs, 5.5 to 6.5 contains it with a probability of 98.8 per cent.
    /// </summary>
    [Fact]
    public void Errors_are_as_large_as_the_covariance_says()
    {
        const int Runs = 300;
        Random random = new(42);
        NearlyConstantVelocity model = new(1, 1);
        double sum = 0;
        for (int run = 0; run < Runs; run++)
        {
            sum += NormalisedError(model, random);
        }

        Assert.InRange(sum / Runs, 5.5, 6.5);
    }

    private static double NormalisedError(NearlyConstantVelocity model, Random random)
    {
        double[] truth = [.. Vector(Frame.ToCommon(Enu.FromSpherical(60_000, Math.Tau * random.NextDouble(), 0.2))), 200, -100, 50, 0, 0, 0];
        double[] state = (double[])truth.Clone();
        double[] p = new double[N * N];
        for (int i = 0; i < N; i++)
        {
            double sigma = i < 3 ? 100 : i < 6 ? 30 : 1;
            p[(i * N) + i] = sigma * sigma;
            state[i] += i < 6 ? sigma * Some.Gaussian(random) : 0;
        }

        AxisTransition step = model.Over(1);
        for (int k = 0; k < 20; k++)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                // A sample of the process noise of one second: its Cholesky factor times two independent numbers.
                double a = Math.Sqrt(step.Qpp);
                double b = step.Qpv / a;
                double first = Some.Gaussian(random);
                truth[axis] += truth[axis + 3] + (a * first);
                truth[axis + 3] += (b * first) + (Math.Sqrt(step.Qvv - (b * b)) * Some.Gaussian(random));
            }

            KalmanPrediction.Apply(step, state, p);
            Detection seen = Some.Measured(Some.Radar("R1", Frame), ModelBank.Position(truth), Vector3.Zero, random);
            KalmanUpdate.TryApply(model, Observation.Of(Some.Radar("R1", Frame), seen, 1e-5), 0, state, p, out _);
        }

        double[] p6 = [.. Enumerable.Range(0, 36).Select(i => p[(i / 6 * N) + (i % 6)])];
        double[] error = [.. Enumerable.Range(0, 6).Select(i => truth[i] - state[i])];
        double[] solved = Dense.Multiply(Dense.Invert(p6, 6), error, 6, 6, 1);
        return error.Zip(solved, (a, b) => a * b).Sum();
    }

    private static (double[] State, double[] P) Start(int seed)
    {
        Random random = new(seed);
        Enu place = Enu.FromSpherical(5_000 + (300_000 * random.NextDouble()), Math.Tau * random.NextDouble(), 0.01 + (1.55 * random.NextDouble()));
        double[] state = [.. Vector(Frame.ToCommon(place)), 900, -400, 1_500, 5, -7, 9];
        double[] p = Dense.RandomSpd(random, N);
        double[] scale = [200, 200, 200, 50, 50, 50, 5, 5, 5];
        for (int i = 0; i < N * N; i++)
        {
            p[i] *= scale[i / N] * scale[i % N];
        }

        return (state, p);
    }

    private static Observation Seen(double[] state, double azimuthOff, double elevationOff, double rangeOff)
    {
        Enu place = Frame.ToLocal(ModelBank.Position(state));
        Detection detection = new(
            place.RangeMeters + rangeOff, place.AzimuthRadians + azimuthOff, place.ElevationRadians + elevationOff, 0, double.NaN);
        Sensor radar = Some.Radar("R1", Frame) with { Noise = new MeasurementNoise(30, 0.0015, 0.0015, 2_000) };
        return Observation.Of(radar, detection, 1e-5);
    }

    private static double[] Vector(Vector3 v) => [v.X, v.Y, v.Z];

    private static double Trace(double[] p) => Enumerable.Range(0, 3).Sum(i => p[(i * N) + i]);
}
