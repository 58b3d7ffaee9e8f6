using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Tests.Numerics;

public sealed class SpdMatrixTests
{
    /// <summary>G. Golub and C. Van Loan's definition worked by hand: [4 2; 2 5] = L Lᵀ with L = [2 0; 1 2].</summary>
    [Fact]
    public void The_factor_of_a_known_matrix_is_found()
    {
        double[] a = [4, 2, 2, 5];

        Assert.True(SpdMatrix.TryFactor(a, 2));

        Assert.Equal(2, a[0], 1e-15);
        Assert.Equal(1, a[2], 1e-15);
        Assert.Equal(2, a[3], 1e-15);
        Assert.Equal(Math.Log(16), SpdMatrix.LogDeterminant(a, 2), 1e-14);
    }

    [Fact]
    public void An_inverse_times_its_matrix_is_the_unit_matrix()
    {
        Random random = new(5);
        for (int round = 0; round < 50; round++)
        {
            const int N = 6;
            double[] a = Dense.RandomSpd(random, N);
            double[] inverse = (double[])a.Clone();

            Assert.True(SpdMatrix.TryInvert(inverse, N));

            double[] unit = Dense.Multiply(a, inverse, N, N, N);
            for (int i = 0; i < N * N; i++)
            {
                Assert.Equal(i % (N + 1) == 0 ? 1 : 0, unit[i], 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(1.0, 2.0, 1.0)]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(double.NaN, 0.0, 1.0)]
    [InlineData(double.PositiveInfinity, 0.0, 1.0)]
    public void A_matrix_that_is_not_positive_definite_is_refused(double a11, double a21, double a22)
    {
        Assert.False(SpdMatrix.TryFactor([a11, a21, a21, a22], 2));
    }
}
