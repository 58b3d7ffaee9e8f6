using CsCheck;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Measurement;

/// <summary>Sensors that do not measure an elevation, and those that measure places.</summary>
public sealed class LevelObservationTests
{
    private static readonly LocalFrame Frame = LocalFrame.At(Geodetic.FromDegrees(63.4, 10.4, 40));

    private static readonly Gen<Enu> Places = Gen.Select(
        Gen.Double[50, 20_000], Gen.Double[0, Math.Tau], Gen.Double[-0.3, 1.2], Enu.FromSpherical);

    private enum Form
    {
        RangeAzimuth,
        Bearing,
        Place,
    }

    private static Gen<Form> Forms => Gen.Int[0, 2].Select(i => (Form)i);

    [Fact]
    public void What_is_measured_without_error_leaves_no_residual()
    {
        Gen.Select(Places, Forms).Sample((place, form) =>
        {
            double[] residual = new double[4];
            Observation seen = Seen(form, place, 0);
            return seen.TryLinearise(Frame.ToCommon(place), Vector3.Zero, residual, new double[24])
                && residual[..seen.Rows].All(r => Math.Abs(r) < 1e-6);
        });
    }

    [Fact]
    public void Jacobians_are_the_slopes_of_what_is_measured()
    {
        Gen.Select(Places, Forms, Gen.Double[-0.02, 0.02]).Sample((place, form, off) =>
        {
            Vector3 position = Frame.ToCommon(place);
            Observation seen = Seen(form, place, off);
            double[] jacobian = new double[24];
            double[] residual = new double[4];
            double level = Math.Sqrt((place.EastMeters * place.EastMeters) + (place.NorthMeters * place.NorthMeters));
            if (!seen.TryLinearise(position, Vector3.Zero, residual, jacobian))
            {
                return false;
            }

            foreach ((Vector3 axis, int column) in new[] { (new Vector3(0.1, 0, 0), 0), (new Vector3(0, 0.1, 0), 1), (new Vector3(0, 0, 0.1), 2) })
            {
                double[] more = new double[4];
                double[] less = new double[4];
                seen.TryCompare(position + axis, Vector3.Zero, more);
                seen.TryCompare(position - axis, Vector3.Zero, less);
                for (int row = 0; row < seen.Rows; row++)
                {
                    double scale = form == Form.Place || (form == Form.RangeAzimuth && row == 0) ? 1 : 1 / level;
                    if (Math.Abs(((less[row] - more[row]) / 0.2) - jacobian[(row * 6) + column]) > 1e-4 * scale)
                    {
                        return false;
                    }
                }
            }

            return true;
        });
    }

    [Fact]
    public void An_azimuth_is_compared_in_the_level_whatever_the_elevation()
    {
        Observation seen = Seen(Form.Bearing, Enu.FromSpherical(1_000, 2, 0), 0);
        double[] low = new double[4];
        double[] high = new double[4];

        Assert.True(seen.TryLinearise(Frame.ToCommon(Enu.FromSpherical(1_000, 2.01, 0)), Vector3.Zero, low, new double[24]));
        Assert.True(seen.TryLinearise(Frame.ToCommon(Enu.FromSpherical(1_000, 2.01, 1.2)), Vector3.Zero, high, new double[24]));

        Assert.Equal(-Math.Sin(0.01), low[0], 1e-12);
        Assert.Equal(low[0], high[0], 1e-12);
    }

    [Fact]
    public void An_object_behind_is_told_from_one_ahead_and_grows_no_nearer()
    {
        Observation seen = Seen(Form.Bearing, Enu.FromSpherical(1_000, 0, 0), 0);
        double before = 0;
        for (double azimuth = 0.1; azimuth < 3.1; azimuth += 0.1)
        {
            double[] residual = new double[4];
            Vector3 place = Frame.ToCommon(Enu.FromSpherical(1_000, azimuth, 0.1));

            Assert.True(seen.TryCompare(place, Vector3.Zero, residual));
            Assert.Equal(azimuth < Math.PI / 2, seen.TryLinearise(place, Vector3.Zero, new double[4], new double[24]));
            Assert.True(-residual[0] > before);
            before = -residual[0];
        }
    }

    [Fact]
    public void A_place_lies_in_the_plane_of_its_sensor_with_the_heights_spread()
    {
        Sensor sensor = Sensor(Form.Place);
        Observation seen = Observation.Of(sensor, Detection.AtPlace(300, -400));
        double[] covariance = new double[9];

        seen.PositionCovariance(covariance);

        Enu place = Frame.ToLocal(seen.Position);
        Assert.Equal(300, place.EastMeters, 1e-6);
        Assert.Equal(-400, place.NorthMeters, 1e-6);
        Assert.Equal(0, place.UpMeters, 1e-6);
        Assert.Equal(4, Along(covariance, Frame.East), 1e-9);
        Assert.Equal(4, Along(covariance, Frame.North), 1e-9);
        Assert.Equal(9, Along(covariance, Frame.Up), 1e-9);
    }

    /// <summary>The sine of an elevation uniform between 0 and sin(0.2) has the mean sin(0.2) / 2 and the variance sin²(0.2) / 12.</summary>
    [Fact]
    public void A_plot_without_elevation_lies_in_the_middle_of_the_beam()
    {
        Observation seen = Seen(Form.RangeAzimuth, Enu.FromSpherical(10_000, 0, 0), 0);
        double[] covariance = new double[9];

        seen.PositionCovariance(covariance);

        Enu place = Frame.ToLocal(seen.Position);
        Assert.Equal(10_000 * Math.Sin(0.2) / 2, place.UpMeters, 1e-6);
        Assert.Equal(0, place.EastMeters, 1e-6);
        Assert.Equal(10_000, place.RangeMeters, 1e-6);
        Assert.Equal(Math.Sin(0.2) * 10_000 / Math.Sqrt(12), Math.Sqrt(Along(covariance, Frame.Up)), 5.0);
        Assert.Equal(10_000 * 0.01, Math.Sqrt(Along(covariance, Frame.East)), 1.0);
    }

    private static double Along(double[] m, Vector3 u)
    {
        double[] v = [u.X, u.Y, u.Z];
        return Enumerable.Range(0, 9).Sum(i => m[i] * v[i / 3] * v[i % 3]);
    }

    private static Observation Seen(Form form, Enu place, double azimuthOff) => Observation.Of(Sensor(form), form switch
    {
        Form.Place => Detection.AtPlace(place.EastMeters, place.NorthMeters),
        Form.Bearing => new Detection(double.NaN, place.AzimuthRadians + azimuthOff, double.NaN, double.NaN, double.NaN),
        _ => new Detection(place.RangeMeters, place.AzimuthRadians + azimuthOff, double.NaN, double.NaN, double.NaN),
    });

    private static Sensor Sensor(Form form) => Some.Radar("S", Frame) with
    {
        Kind = form switch
        {
            Form.Place => SensorKind.Place,
            Form.Bearing => SensorKind.Infrared,
            _ => SensorKind.Radar,
        },
        FieldOfView = new FieldOfView(0, Math.Tau, 0, 0.2, 0, 20_000),
        Noise = new MeasurementNoise(5, 0.01, 0.01, 0) { PlaceSigmaMeters = 2, HeightSigmaMeters = 3 },
    };
}
