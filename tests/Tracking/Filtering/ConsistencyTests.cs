using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;
using JointWatch.Tracking.Tests.Numerics;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

/// <summary>
/// The normalised estimation error squared, averaged over runs, of a consistent filter is a chi-square variable of as many degrees of freedom as runs
/// times states, over the number of runs (Bar-Shalom, Li and Kirubarajan, 2001, section 5.4.2). Each model flies in its own world, where its noise is the truth's.
/// </summary>
public sealed class ConsistencyTests
{
    private const int Runs = 200;
    private const int Steps = 25;

    /// <summary>Far enough apart to be independent of each other.</summary>
    private static readonly int[] Looks = [8, 16, 24];

    private static readonly MotionOptions Options = new();
    private static readonly LocalFrame Frame = LocalFrame.At(Geodetic.FromDegrees(30, -80, 10));
    private static readonly Surroundings Earth = Surroundings.Of(Frame);

    public static TheoryData<string, FilterForm> All
    {
        get
        {
            TheoryData<string, FilterForm> data = [];
            foreach (string name in (string[])["straight", "turn", "boost", "ballistic", "manoeuvre"])
            {
                foreach (FilterForm form in SomeFlights.Forms)
                {
                    data.Add(name, form);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Errors_are_as_large_as_the_covariance_says(string name, FilterForm form)
    {
        IMotionModel model = Model(name);
        double[] sums = new double[Steps];
        SplitMix random = new(42);
        for (int run = 0; run < Runs; run++)
        {
            Fly(model, SomeFlights.Form(form), random, sums);
        }

        (double low, double high) = Bounds(model.Length, 1.959964);
        (double least, double greatest) = Bounds(model.Length, 3.890592);
        double[] averages = [.. Looks.Select(k => sums[k] / Runs)];

        // One of three looks is outside its 95 per cent bounds once in seven times; two are once in 140.
        string told = $"{string.Join(", ", averages)}; 95 per cent from {low} to {high}";
        Assert.True(averages.Count(a => a >= low && a <= high) >= 2, told);
        Assert.All(averages, a => Assert.InRange(a, least, greatest));
    }

    /// <summary>The quantiles of the average by the approximation of E. Wilson and M. Hilferty (1931), at so many sigmas of a normal variable.</summary>
    private static (double Low, double High) Bounds(int n, double sigmas)
    {
        double share = 2 / (9.0 * Runs * n);
        return (n * Math.Pow(1 - share - (sigmas * Math.Sqrt(share)), 3), n * Math.Pow(1 - share + (sigmas * Math.Sqrt(share)), 3));
    }

    private static void Fly(IMotionModel model, IFilterForm form, Random random, double[] sums)
    {
        int n = model.Length;
        int stride = StateLayout.Stride(n);
        double[] truth = Start(model);
        double[] state = (double[])truth.Clone();
        double[] p = new double[n * stride];
        for (int i = 0; i < n; i++)
        {
            double sigma = i < 3 ? 50 : i < 6 ? 10 : ParameterSigma(model);
            p[(i * stride) + i] = sigma * sigma;
            state[i] += sigma * Some.Gaussian(random);
        }

        Sensor radar = Some.Radar("R", Frame) with { Noise = new MeasurementNoise(20, 0.0005, 0.0005, 0) };
        for (int k = 0; k < Steps; k++)
        {
            Disturb(model, 1, truth, random);
            form.Predict(model, 1, state, p);
            Detection seen = Some.Measured(radar, StateLayout.Position(truth), StateLayout.Velocity(truth), random);
            Assert.True(form.TryUpdate(Observation.Of(radar, seen), n, state, p, out _));
            double[] error = [.. Enumerable.Range(0, n).Select(i => truth[i] - state[i])];
            sums[k] += Dense.Multiply(Dense.Multiply(error, Dense.Invert(Dense.Packed(p, n), n), 1, n, n), error, 1, n, 1)[0];
        }
    }

    /// <summary>Moves the truth: the model, and a sample of its noise.</summary>
    private static void Disturb(IMotionModel model, double seconds, double[] truth, Random random)
    {
        int n = model.Length;
        double[] noise = new double[n * StateLayout.Stride(n)];
        model.Move(seconds, truth);
        model.AddNoise(seconds, truth, noise);
        double[] factor = Dense.Packed(noise, n);
        Assert.True(SpdMatrix.TryFactor(factor, n));
        double[] sample = [.. Enumerable.Range(0, n).Select(_ => Some.Gaussian(random))];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                truth[i] += factor[(i * n) + j] * sample[j];
            }
        }
    }

    private static IMotionModel Model(string name) => name switch
    {
        "straight" => new NearlyConstantVelocity(Options.StraightAccelerationPsd),
        "turn" => new CoordinatedTurn(Options, Earth),
        "boost" => new BoostedFlight(Options, Earth),
        "ballistic" => new BallisticFlight(Options, Earth),
        _ => new NearlyConstantAcceleration(Options.ManoeuvreJerkPsd, Options.ManoeuvreAccelerationSigma),
    };

    private static double ParameterSigma(IMotionModel model) => model switch
    {
        CoordinatedTurn => 0.02,
        BallisticFlight => 0.3,
        _ => 5,
    };

    /// <summary>30 to 40 km from the radar; what falls does so at 35 km height, where the air begins to be felt.</summary>
    private static double[] Start(IMotionModel model)
    {
        bool high = model is BallisticFlight or BoostedFlight;
        double[] state = new double[StateLayout.Stride(model.Length)];
        StateLayout.Set(
            state,
            Frame.ToCommon(new Enu(20_000, 30_000, high ? 35_000 : 8_000)),
            Frame.DirectionToCommon(high ? new Enu(500, 300, model is BoostedFlight ? 400 : -900) : new Enu(200, -100, 5)));
        double[] parameters = model switch
        {
            CoordinatedTurn => [0.03],
            BoostedFlight => [25],
            BallisticFlight => [Math.Log(5e-4)],
            NearlyConstantAcceleration => [3, -4, 5],
            _ => [],
        };
        parameters.CopyTo(state, 6);
        return state;
    }
}
