using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Numerics;

namespace JointWatch.Tracking.Tests.Filtering;

public sealed class AxisPredictionTests
{
    [Theory]
    [InlineData(6, 0.7)]
    [InlineData(9, 2.5)]
    public void A_prediction_is_that_of_the_whole_matrices(int n, double seconds)
    {
        IAxisModel model = n == 6 ? new NearlyConstantVelocity(0.3) : new NearlyConstantAcceleration(4, 1);
        int stride = StateLayout.Stride(n);
        double[] transition = new double[n * stride];
        double[] noise = new double[n * stride];
        double[] state = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0];
        double[] expected = (double[])state.Clone();
        double[] p = Dense.RandomSpd(new Random(3), n);
        double[] padded = new double[n * stride];
        for (int i = 0; i < n * n; i++)
        {
            padded[(i / n * stride) + (i % n)] = p[i];
        }

        model.Move(seconds, expected.AsSpan(0, n), transition);
        model.AddNoise(seconds, state, noise);
        double[] expectedP = Dense.Add(Dense.Sandwich(Dense.Packed(transition, n), p, n), Dense.Packed(noise, n));

        AxisPrediction.Apply(model.Over(seconds), n, state, padded);

        Assert.All(expected.Zip(state).Take(n), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        Assert.All(expectedP.Zip(Dense.Packed(padded, n)), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }
}
