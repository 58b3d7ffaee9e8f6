using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Numerics;

namespace JointWatch.Tracking.Tests.Filtering;

public sealed class KalmanPredictionTests
{
    private const int N = ModelBank.N;

    [Theory]
    [InlineData(true, 0.7)]
    [InlineData(false, 2.5)]
    [InlineData(false, -1.5)]
    public void A_prediction_is_that_of_the_whole_matrices(bool straight, double seconds)
    {
        IMotionModel model = straight ? new NearlyConstantVelocity(0.3, 2) : new NearlyConstantAcceleration(4);
        AxisTransition t = model.Over(seconds);
        double[] axisF = [1, t.Pv, t.Pa, 0, 1, t.Va, 0, 0, t.Aa];
        double[] axisQ = [t.Qpp, t.Qpv, t.Qpa, t.Qpv, t.Qvv, t.Qva, t.Qpa, t.Qva, t.Qaa];
        double[] f = OnThreeAxes(axisF);
        double[] state = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        double[] p = Dense.RandomSpd(new Random(3), N);
        double[] expectedState = Dense.Multiply(f, state, N, N, 1);
        double[] expectedP = Dense.Add(Dense.Sandwich(f, p, N), OnThreeAxes(axisQ));

        KalmanPrediction.Apply(t, state, p);

        Assert.All(expectedState.Zip(state), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        Assert.All(expectedP.Zip(p), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    /// <summary>The Kronecker product of a 3 by 3 matrix and the unit matrix.</summary>
    private static double[] OnThreeAxes(double[] axis)
    {
        double[] whole = new double[N * N];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                whole[(i * N) + j] = i % 3 == j % 3 ? axis[(3 * (i / 3)) + (j / 3)] : 0;
            }
        }

        return whole;
    }
}
