using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Tests.Numerics;

public sealed class JosephUpdateTests
{
    /// <summary>The textbook's equations, k = P h / s and P := (I - k hᵀ) P, with plain matrices.</summary>
    [Theory]
    [InlineData(6, 3)]
    [InlineData(7, 6)]
    [InlineData(9, 6)]
    public void An_update_is_that_of_the_textbook(int n, int used)
    {
        int stride = (n + 3) & ~3;
        double[] p = Dense.RandomSpd(new Random(n), n);
        double[] padded = new double[n * stride];
        for (int i = 0; i < n; i++)
        {
            Array.Copy(p, i * n, padded, i * stride, n);
        }

        double[] h6 = [0.3, -0.5, 0.2, used > 3 ? 0.7 : 0, used > 3 ? -0.1 : 0, used > 3 ? 0.4 : 0];
        double[] h = [.. h6, .. new double[n - 6]];
        double[] ph = Dense.Multiply(p, h, n, n, 1);
        double s = Dense.Multiply(h, ph, 1, n, 1)[0] + 0.8;
        double[] gain = new double[12];

        Assert.Equal(s, JosephUpdate.Take(h6, used, 0.8, n, stride, padded, gain), 1e-10);

        for (int i = 0; i < n; i++)
        {
            Assert.Equal(ph[i] / s, gain[i], 1e-10);
            for (int j = 0; j < n; j++)
            {
                Assert.Equal(p[(i * n) + j] - (ph[i] * ph[j] / s), padded[(i * stride) + j], 1e-8);
            }
        }
    }

    [Fact]
    public void A_perfect_measurement_leaves_a_covariance_with_a_Cholesky_factor()
    {
        double[] p = new double[48];
        for (int i = 0; i < 6; i++)
        {
            p[(i * 8) + i] = 1e8;
        }

        double[] gain = new double[8];
        foreach (double[] h in (double[][])[[1, 0, 0, 0, 0, 0], [0.6, 0.8, 0, 0, 0, 0], [0.6, 0.8, 1e-9, 0, 0, 0], [1, 1, 1, 0, 0, 0]])
        {
            JosephUpdate.Take(h, 3, 0, 6, 8, p, gain);
            Assert.True(Dense.IsPositiveDefinite(p, 6));
        }
    }
}
