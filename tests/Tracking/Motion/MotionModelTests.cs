using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Numerics;

namespace JointWatch.Tracking.Tests.Motion;

/// <summary>What holds for every motion model.</summary>
public sealed class MotionModelTests
{
    private static readonly MotionOptions Options = new();

    /// <summary>Gets the models by name, on the Earth and in a flat world.</summary>
    public static TheoryData<string, bool> All
    {
        get
        {
            TheoryData<string, bool> data = [];
            foreach (string name in (string[])["straight", "turn", "boost", "ballistic", "manoeuvre"])
            {
                data.Add(name, true);
                data.Add(name, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_transition_is_the_slope_of_the_move(string name, bool earth)
    {
        IMotionModel model = Some(name, earth);
        double[] scale = [10, 10, 10, 0.5, 0.5, 0.5, 0.001, 0.001, 0.001];
        double[] start = Start(model, earth);
        int stride = StateLayout.Stride(model.Length);
        double[] transition = new double[model.Length * stride];
        foreach (double seconds in (double[])[0.3, 1.5, 5])
        {
            model.Move(seconds, (double[])start.Clone(), transition);
            for (int column = 0; column < model.Length; column++)
            {
                double[] more = (double[])start.Clone();
                double[] less = (double[])start.Clone();
                more[column] += scale[column];
                less[column] -= scale[column];
                model.Move(seconds, more);
                model.Move(seconds, less);
                for (int row = 0; row < model.Length; row++)
                {
                    // Relative to what an error of the same share of every number would do: a thousandth of that is nothing to a filter.
                    double slope = (more[row] - less[row]) / 2;
                    double size = scale[column] * (column >= 6 ? 300 : row < 3 && column >= 3 ? seconds : row >= 3 && column < 3 ? 0.1 : 1);
                    Assert.Equal(slope, scale[column] * transition[(row * stride) + column], 2e-3 * size);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_time_changes_nothing(string name, bool earth)
    {
        IMotionModel model = Some(name, earth);
        double[] state = Start(model, earth);
        int stride = StateLayout.Stride(model.Length);
        double[] transition = new double[model.Length * stride];
        double[] noise = new double[model.Length * stride];

        model.Move(0, state, transition);
        model.AddNoise(0, state, noise);

        Assert.Equal(Start(model, earth), state);
        Assert.All(noise, value => Assert.Equal(0, value));
        for (int i = 0; i < transition.Length; i++)
        {
            Assert.Equal(i / stride == i % stride ? 1 : 0, transition[i]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Noise_is_positive_definite(string name, bool earth)
    {
        IMotionModel model = Some(name, earth);
        double[] noise = new double[model.Length * StateLayout.Stride(model.Length)];

        model.AddNoise(0.5, Start(model, earth), noise);

        Assert.True(Dense.IsPositiveDefinite(noise, model.Length));
    }

    private static IMotionModel Some(string name, bool earth)
    {
        Surroundings surroundings = earth ? new EarthSurroundings() : new FlatSurroundings();
        return name switch
        {
            "straight" => new NearlyConstantVelocity(0.1),
            "turn" => new CoordinatedTurn(Options, surroundings),
            "boost" => new BoostedFlight(Options, surroundings),
            "ballistic" => new BallisticFlight(Options, surroundings),
            _ => new NearlyConstantAcceleration(10, 15),
        };
    }

    /// <summary>Fast and low enough for drag to matter, with parameters that are not at rest.</summary>
    private static double[] Start(IMotionModel model, bool earth)
    {
        LocalFrame frame = earth ? LocalFrame.At(Geodetic.FromDegrees(-33, 151, 25_000)) : LocalFrame.Flat(new Vector3(3_000, -8_000, 25_000));
        double[] state = new double[StateLayout.Stride(model.Length)];
        StateLayout.Set(state, frame.Origin, frame.DirectionToCommon(new Enu(600, -300, 400)));
        double[] parameters = model switch
        {
            CoordinatedTurn => [0.04],
            BoostedFlight => [22],
            BallisticFlight => [Math.Log(6e-4)],
            NearlyConstantAcceleration => [3, -4, 5],
            _ => [],
        };
        parameters.CopyTo(state, 6);
        return state;
    }
}
