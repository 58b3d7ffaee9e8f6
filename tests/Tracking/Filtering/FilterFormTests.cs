using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Numerics;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

public sealed class FilterFormTests
{
    private static readonly LocalFrame Frame = LocalFrame.At(Geodetic.FromDegrees(48, 12, 300));

    /// <summary>The textbook's equations, K = P Hᵀ S⁻¹ and P := (I - K H) P, with plain matrices and Gauss-Jordan elimination.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(9)]
    public void An_extended_update_is_that_of_the_textbook(int n)
    {
        Random random = new(7 + n);
        Enu place = Enu.FromSpherical(80_000, 4, 0.3);
        double[] state = [.. SomeFlights.Vector(Frame.ToCommon(place)), 900, -400, 1_500, 5, -7, 9, 0, 0, 0];
        double[] scale = [200, 200, 200, 50, 50, 50, 5, 5, 5];
        double[] p = Dense.RandomSpd(random, n);
        int stride = (n + 3) & ~3;
        double[] padded = new double[n * stride];
        for (int i = 0; i < n * n; i++)
        {
            p[i] *= scale[i / n] * scale[i % n];
            padded[(i / n * stride) + (i % n)] = p[i];
        }

        Sensor radar = Some.Radar("R", Frame) with { Noise = new MeasurementNoise(30, 0.0015, 0.0015, 2) };
        Observation seen = Observation.Of(radar, new Detection(80_020, 4.001, 0.299, -100, double.NaN));
        double[] residual = new double[4];
        double[] half = new double[24];
        double[] variances = new double[4];
        Assert.True(seen.TryLinearise(StateLayout.Position(state), StateLayout.Velocity(state), residual, half));
        seen.Variances(variances);
        double[] h = new double[4 * n];
        double[] r = new double[16];
        for (int row = 0; row < 4; row++)
        {
            Array.Copy(half, row * 6, h, row * n, 6);
            r[row * 5] = variances[row];
        }

        double[] ht = Dense.Transpose(h, 4, n);
        double[] s = Dense.Add(Dense.Multiply(Dense.Multiply(h, p, 4, n, n), ht, 4, n, 4), r);
        double[] inverse = Dense.Invert(s, 4);
        double[] gain = Dense.Multiply(Dense.Multiply(p, ht, n, n, 4), inverse, n, 4, 4);
        double[] expected = Dense.Add(state[..n], Dense.Multiply(gain, residual, n, 4, 1));
        double[] khp = Dense.Multiply(Dense.Multiply(gain, h, n, 4, n), p, n, n, n);
        double distance = Dense.Multiply(Dense.Multiply(residual, inverse, 1, 4, 4), residual, 1, 4, 1)[0];

        Assert.True(new ExtendedForm().TryUpdate(seen, n, state, padded, out Fit fit));

        Assert.Equal(distance, fit.SquaredDistance, 1e-6 * distance);
        double[] packed = Dense.Packed(padded, n);
        for (int i = 0; i < n; i++)
        {
            Assert.Equal(expected[i], state[i], 1e-6 * scale[i]);
            for (int j = 0; j < n; j++)
            {
                Assert.Equal(p[(i * n) + j] - khp[(i * n) + j], packed[(i * n) + j], 1e-8 * scale[i] * scale[j]);
            }
        }
    }

    [Theory]
    [InlineData(FilterForm.Extended)]
    [InlineData(FilterForm.Unscented)]
    [InlineData(FilterForm.Cubature)]
    public void Where_all_is_linear_every_form_is_the_Kalman_filter(FilterForm name)
    {
        IFilterForm reference = new ExtendedForm();
        IFilterForm form = SomeFlights.Form(name);
        Sensor sensor = SomeFlights.Place(3, 2);
        foreach (IMotionModel model in (IMotionModel[])[new NearlyConstantVelocity(0.2), new NearlyConstantAcceleration(2, 5)])
        {
            (double[] x, double[] p) = Start(model.Length);
            (double[] y, double[] q) = Start(model.Length);
            Random random = new(3);
            for (int k = 0; k < 30; k++)
            {
                Observation seen = Observation.Of(sensor, Detection.AtPlace(20 * random.NextDouble(), 20 * random.NextDouble()));
                reference.Predict(model, 0.7, x, p);
                form.Predict(model, 0.7, y, q);
                Assert.True(reference.TryUpdate(seen, model.Length, x, p, out Fit expected));
                Assert.True(form.TryUpdate(seen, model.Length, y, q, out Fit fit));
                Assert.Equal(expected.LogLikelihood, fit.LogLikelihood, 1e-8);
                Assert.All(x.Zip(y), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
                Assert.All(p.Zip(q), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
            }
        }
    }

    /// <summary>
    /// The covariance that a filter settles at, from scipy.linalg.solve_discrete_are of SciPy 1.10. Velocity: q = 0.1, T = 2, R = 25. Acceleration: q = 10,
    /// T = 1, R = 100.
    /// </summary>
    [Theory]
    [InlineData(FilterForm.Extended)]
    [InlineData(FilterForm.Unscented)]
    [InlineData(FilterForm.Cubature)]
    public void The_covariance_settles_at_the_solution_of_the_Riccati_equation(FilterForm name)
    {
        IFilterForm form = SomeFlights.Form(name);
        (double[] x, double[] p) = Start(6);
        (double[] y, double[] q) = Start(9);
        for (int k = 0; k < 200; k++)
        {
            form.Predict(new NearlyConstantVelocity(0.1), 2, x, p);
            form.TryUpdate(Observation.Of(SomeFlights.Place(5, 1), Detection.AtPlace(0, 0)), 6, x, p, out _);
            form.Predict(new NearlyConstantAcceleration(10, 1), 1, y, q);
            form.TryUpdate(Observation.Of(SomeFlights.Place(10, 1), Detection.AtPlace(0, 0)), 9, y, q, out _);
        }

        Assert.Equal(11.25406373, p[0], 1e-6);
        Assert.Equal(1.65806733, p[3], 1e-6);
        Assert.Equal(0.57874588, p[27], 1e-6);
        Assert.Equal(74.40013949, q[0], 1e-5);
        Assert.Equal(48.79342146, q[3], 1e-5);
        Assert.Equal(63.68063532, q[39], 1e-5);
        Assert.Equal(15.99995641, q[6], 1e-5);
        Assert.Equal(25.49597149, q[78], 1e-5);
    }

    [Fact]
    public void What_cannot_be_compared_changes_nothing()
    {
        Sensor radar = Some.Radar("R", Frame);
        double[] state = [.. SomeFlights.Vector(Frame.ToCommon(Enu.FromSpherical(10_000, 1, 0.2))), 0, 0, 0, 0, 0];
        double[] p = new double[48];
        for (int i = 0; i < 6; i++)
        {
            p[i * 9] = 100;
        }

        double[] before = (double[])state.Clone();

        Assert.False(new ExtendedForm().TryUpdate(
            Observation.Of(radar, new Detection(10_000, 1 + Math.PI, 0.2, double.NaN, double.NaN)), 6, state, p, out Fit fit));

        Assert.Equal(before, state);
        Assert.Equal(100, p[0]);
        Assert.Equal(double.NegativeInfinity, fit.LogLikelihood);
    }

    private static (double[] State, double[] P) Start(int n)
    {
        int stride = (n + 3) & ~3;
        double[] p = new double[n * stride];
        for (int i = 0; i < n; i++)
        {
            p[(i * stride) + i] = 50;
        }

        return (new double[stride], p);
    }
}
