using CsCheck;
using JointWatch.Exchange.Compare;
using MathNet.Numerics.LinearAlgebra;

namespace JointWatch.Exchange.Tests.Compare;

public sealed class CovarianceIntersectionTests
{
    private static readonly Gen<double> Entry = Gen.Double[-2, 2];

    /// <summary>Any covariance of two axes, well conditioned.</summary>
    private static readonly Gen<double[,]> Covariance = Gen.Select(Entry, Entry, Entry, (a, b, c) =>
    {
        Matrix<double> root = Matrix<double>.Build.DenseOfArray(new[,] { { a, 0 }, { b, c } });
        return ((root * root.Transpose()) + (0.05 * Matrix<double>.Build.DenseIdentity(2))).ToArray();
    });

    private static Estimate At(double[,] covariance, params double[] mean) => new(mean, covariance);

    /// <summary>By symmetry the weights are one half each, and P = (½ diag(1/100, 1/5) + ½ diag(1/5, 1/100))⁻¹ = 200/21 I.</summary>
    [Theory]
    [InlineData(FusionCriterion.Trace)]
    [InlineData(FusionCriterion.Determinant)]
    public void Crossed_ellipses_meet_in_a_circle(FusionCriterion criterion)
    {
        FusedEstimate fused = CovarianceIntersection.Fuse([At(new double[,] { { 100, 0 }, { 0, 5 } }, 0, 0), At(new double[,] { { 5, 0 }, { 0, 100 } }, 21, 21)], criterion);

        Assert.Equal(0.5, fused.Weights[0], 6);
        Assert.Equal(200.0 / 21, fused.Covariance[0, 0], 1e-5);
        Assert.Equal(200.0 / 21, fused.Covariance[1, 1], 1e-5);
        Assert.Equal(0, fused.Covariance[0, 1], 1e-5);
        Assert.Equal([20, 1], fused.Mean.Select(m => Math.Round(m, 4)));
    }

    /// <summary>
    /// J. Uhlmann (1996) and Julier and Uhlmann (1997): of one axis there is nothing to intersect, and the better estimate is taken as it is. The same where one ellipse lies in the other.
    /// </summary>
    [Fact]
    public void The_smaller_of_two_nested_ellipses_is_taken_alone()
    {
        FusedEstimate line = CovarianceIntersection.Fuse([At(new[,] { { 4.0 } }, 1), At(new[,] { { 9.0 } }, 5)]);
        Assert.Equal((1, 4, 1), (Math.Round(line.Mean[0], 9), Math.Round(line.Covariance[0, 0], 9), line.Weights[0]));

        FusedEstimate plane = CovarianceIntersection.Fuse([At(new[,] { { 9.0, 1 }, { 1, 8 } }, 7, 7), At(new[,] { { 2.0, 0 }, { 0, 3 } }, 1, 2)]);
        Assert.Equal(1, plane.Weights[1]);
        Assert.Equal([1, 2], plane.Mean.Select(m => Math.Round(m, 9)));
    }

    /// <summary>
    /// The inputs of the example in the documentation of MATLAB's fusecovint (Sensor Fusion and Tracking Toolbox); the least by trying all weights in steps of a hundredth here.
    /// </summary>
    [Theory]
    [InlineData(FusionCriterion.Trace)]
    [InlineData(FusionCriterion.Determinant)]
    public void Three_at_once_come_to_the_least_of_all_weights(FusionCriterion criterion)
    {
        Estimate[] three =
        [
            At(new double[,] { { 10, 5, 0 }, { 5, 10, 0 }, { 0, 0, 1 } }, 1, 2, 0),
            At(new double[,] { { 10, -5, 0 }, { -5, 10, 0 }, { 0, 0, 1 } }, 2, 2, 0),
            At(new double[,] { { 12, 9, 0 }, { 9, 12, 0 }, { 0, 0, 1 } }, 2, 3, 0),
        ];
        Matrix<double>[] inverse = [.. three.Select(e => Matrix<double>.Build.DenseOfArray(e.Covariance).Inverse())];
        double least = double.MaxValue;
        for (int i = 0; i <= 100; i++)
        {
            for (int j = 0; j <= 100 - i; j++)
            {
                Matrix<double> p = ((i / 100.0 * inverse[0]) + (j / 100.0 * inverse[1]) + ((100 - i - j) / 100.0 * inverse[2])).Inverse();
                least = Math.Min(least, criterion == FusionCriterion.Trace ? p.Trace() : p.Determinant());
            }
        }

        FusedEstimate fused = CovarianceIntersection.Fuse(three, criterion);
        Matrix<double> found = Matrix<double>.Build.DenseOfArray(fused.Covariance);
        double cost = criterion == FusionCriterion.Trace ? found.Trace() : found.Determinant();
        Assert.InRange(cost, least * 0.99, least * (1 + 1e-9));
        Assert.Equal(1, fused.Weights.Sum(), 9);
        Assert.All(fused.Weights, w => Assert.InRange(w, 0, 1));
    }

    /// <summary>
    /// Errors a and b with any cross-covariance C that makes their joint covariance one: C = A^½ K B^½ with |K| at most 1. The fused error is W a + V b, and the stated covariance
    /// less its true one must have no negative eigenvalue.
    /// </summary>
    [Fact]
    public void The_fused_covariance_is_no_smaller_than_the_true_one_for_every_correlation() =>
        Gen.Select(Covariance, Covariance, Gen.Double[0, Math.Tau], Gen.Double[0, Math.Tau], Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Bool).Sample(
            (a, b, turn, back, one, other, isTrace) =>
            {
                FusedEstimate fused = CovarianceIntersection.Fuse([At(a, 0, 0), At(b, 0, 0)], isTrace ? FusionCriterion.Trace : FusionCriterion.Determinant);
                Matrix<double> pa = Matrix<double>.Build.DenseOfArray(a);
                Matrix<double> pb = Matrix<double>.Build.DenseOfArray(b);
                Matrix<double> p = Matrix<double>.Build.DenseOfArray(fused.Covariance);
                Matrix<double> w = fused.Weights[0] * p * pa.Inverse();
                Matrix<double> v = fused.Weights[1] * p * pb.Inverse();
                Matrix<double> k = Rotation(turn) * Matrix<double>.Build.DenseOfDiagonalArray([one, other]) * Rotation(back);
                Matrix<double> c = pa.Cholesky().Factor * k * pb.Cholesky().Factor.Transpose();
                Matrix<double> true_ = (w * pa * w.Transpose()) + (v * pb * v.Transpose()) + (w * c * v.Transpose()) + (v * c.Transpose() * w.Transpose());

                Assert.True((p - true_).Evd(Symmetricity.Symmetric).EigenValues.All(e => e.Real >= -1e-9 * p.Trace()));
                Assert.True(p.Trace() <= Math.Max(pa.Trace(), pb.Trace()) + 1e-9);
            },
            iter: 5000,
            threads: 1);

    [Fact]
    public void The_order_of_the_estimates_does_not_matter() => Covariance.Array[2, 4].Sample(
        covariances =>
        {
            Estimate[] estimates = [.. covariances.Select((c, i) => At(c, i, -i))];
            FusedEstimate one = CovarianceIntersection.Fuse(estimates);
            FusedEstimate other = CovarianceIntersection.Fuse([.. estimates.Reverse()]);
            Assert.Equal(one.Covariance[0, 0] + one.Covariance[1, 1], other.Covariance[0, 0] + other.Covariance[1, 1], 6);
        },
        iter: 300,
        threads: 1);

    [Fact]
    public void What_is_no_covariance_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CovarianceIntersection.Fuse([]));
        Assert.Throws<ArgumentException>(() => CovarianceIntersection.Fuse([At(new double[,] { { 1, 0 }, { 0, -1 } }, 0, 0)]));
        Assert.Throws<ArgumentException>(() => CovarianceIntersection.Fuse([At(new double[,] { { 1, 2 }, { 0, 1 } }, 0, 0)]));
        Assert.Throws<ArgumentException>(() => CovarianceIntersection.Fuse([At(new double[,] { { 1 } }, 0), At(new double[,] { { 1, 0 }, { 0, 1 } }, 0, 0)]));
    }

    private static Matrix<double> Rotation(double angle) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { Math.Cos(angle), -Math.Sin(angle) }, { Math.Sin(angle), Math.Cos(angle) } });
}
