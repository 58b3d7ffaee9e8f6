using CsCheck;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Measurement;

public sealed class ObservationTests
{
    private static readonly LocalFrame Frame = LocalFrame.At(Geodetic.FromDegrees(48, 12, 300));

    private static readonly Gen<Enu> Places = Gen.Select(
        Gen.Double[2_000, 500_000], Gen.Double[0, Math.Tau], Gen.Double[0.001, 1.5607], Enu.FromSpherical);

    [Fact]
    public void Jacobians_are_the_slopes_of_what_is_measured()
    {
        Gen.Select(Places, Gen.Double[-0.02, 0.02], Gen.Double[-0.02, 0.02], Gen.Double[-4_000, 4_000]).Sample((place, azimuth, elevation, speed) =>
        {
            Vector3 position = Frame.ToCommon(place);
            Vector3 velocity = new(speed, 0.5 * speed, -0.25 * speed);
            Observation observation = Seen(place.RangeMeters, place.AzimuthRadians + azimuth, place.ElevationRadians + elevation, 100);
            double[] jacobian = new double[4 * 6];
            double[] residual = new double[4];
            if (!observation.TryLinearise(position, velocity, residual, jacobian))
            {
                return false;
            }

            for (int column = 0; column < 6; column++)
            {
                const double Step = 0.5;
                double[] more = Residual(observation, position, velocity, column, Step);
                double[] less = Residual(observation, position, velocity, column, -Step);
                for (int row = 0; row < 4; row++)
                {
                    double slope = -(more[row] - less[row]) / (2 * Step);
                    double scale = row is 0 or 3 ? 1 : 1 / place.RangeMeters;
                    if (Math.Abs(slope - jacobian[(row * 6) + column]) > 1e-4 * scale)
                    {
                        return false;
                    }
                }
            }

            return true;
        });
    }

    [Theory]
    [InlineData(0.001, 6.2821853)]
    [InlineData(6.2821853, 0.001)]
    public void An_azimuth_across_north_is_near(double measured, double actual)
    {
        Observation observation = Seen(50_000, measured, 0.2, double.NaN);
        double[] residual = new double[4];

        Assert.True(observation.TryLinearise(Frame.ToCommon(Enu.FromSpherical(50_000, actual, 0.2)), Vector3.Zero, residual, new double[24]));

        double across = Math.IEEERemainder(measured - actual, Math.Tau) * Math.Cos(0.2);
        Assert.Equal(across, residual[1], 1e-6);
    }

    [Fact]
    public void Near_the_zenith_an_azimuth_error_moves_the_place_little()
    {
        // Half a milliradian from the zenith, opposite azimuths are one milliradian apart.
        Observation observation = Seen(100_000, 0, (Math.PI / 2) - 0.0005, double.NaN);
        double[] residual = new double[4];

        Assert.True(observation.TryLinearise(
            Frame.ToCommon(Enu.FromSpherical(100_000, Math.PI, (Math.PI / 2) - 0.0005)), Vector3.Zero, residual, new double[24]));

        Assert.Equal(0.001, Math.Sqrt((residual[1] * residual[1]) + (residual[2] * residual[2])), 1e-6);
    }

    [Fact]
    public void An_object_behind_the_sensor_is_not_compared()
    {
        Observation observation = Seen(50_000, 1, 0.1, double.NaN);

        Assert.False(observation.TryLinearise(
            Frame.ToCommon(Enu.FromSpherical(50_000, 1 + Math.PI, 0.1)), Vector3.Zero, new double[4], new double[24]));
    }

    [Fact]
    public void The_covariance_of_a_place_has_the_errors_of_range_and_angles_on_its_axes()
    {
        Observation observation = Seen(100_000, 0, 0, double.NaN);
        double[] covariance = new double[9];

        observation.PositionCovariance(covariance);

        // Looking north along the horizon: range is north, across is east, above is up.
        Assert.Equal(30.0 * 30, Along(covariance, Frame.North), 1e-6);
        Assert.Equal(150.0 * 150, Along(covariance, Frame.East), 1e-2);
        Assert.Equal(200.0 * 200, Along(covariance, Frame.Up), 1e-2);
    }

    private static double Along(double[] m, Vector3 u)
    {
        double[] v = [u.X, u.Y, u.Z];
        return Enumerable.Range(0, 9).Sum(i => m[i] * v[i / 3] * v[i % 3]);
    }

    private static double[] Residual(in Observation observation, Vector3 position, Vector3 velocity, int column, double step)
    {
        Vector3 axis = new(column % 3 == 0 ? step : 0, column % 3 == 1 ? step : 0, column % 3 == 2 ? step : 0);
        double[] residual = new double[4];
        observation.TryLinearise(column < 3 ? position + axis : position, column < 3 ? velocity : velocity + axis, residual, new double[24]);
        return residual;
    }

    private static Observation Seen(double range, double azimuth, double elevation, double rangeRate)
    {
        Sensor radar = Some.Radar("R1", Frame) with { Noise = new MeasurementNoise(30, 0.0015, 0.002, 1) };
        return Observation.Of(radar, new Detection(range, azimuth, elevation, rangeRate, double.NaN));
    }
}
