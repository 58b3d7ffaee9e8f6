using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

/// <summary>What a sensor bounds without measuring it.</summary>
public sealed class SoftRowTests
{
    private static readonly LocalFrame Frame = LocalFrame.Flat(new Vector3(100, -200, 5));

    [Fact]
    public void A_plane_leaves_the_height_just_its_own_spread_however_often_one_looks()
    {
        (double[] state, double[] p) = Start(new Vector3(150, -180, 300), 1_000);
        Sensor sensor = SomeFlights.Place(2, 3, Frame);
        for (int k = 0; k < 50; k++)
        {
            Assert.True(new ExtendedForm().TryUpdate(Observation.Of(sensor, Detection.AtPlace(50, 20)), 6, state, p, out _));

            Assert.Equal(9, p[18], 1e-6);
        }

        // East and north become surer by the root of the number of looks; the height settles in the plane.
        Assert.Equal(2 * 2 / 50.0, p[0], 1e-3);
        Assert.Equal(150, state[0], 0.1);
        Assert.Equal(5, state[2], 0.01);
    }

    [Fact]
    public void A_fan_beam_leaves_the_elevation_just_its_width()
    {
        (double[] state, double[] p) = Start(new Vector3(100, 9_750, 1_000), 5_000);
        Sensor radar = Some.Radar("R", Frame) with { FieldOfView = new FieldOfView(0, Math.Tau, 0, 0.2, 0, 20_000) };
        for (int k = 0; k < 20; k++)
        {
            Assert.True(new ExtendedForm().TryUpdate(
                Observation.Of(radar, new Detection(10_000, 0, double.NaN, double.NaN, double.NaN)), 6, state, p, out _));
        }

        // The middle of 0 and sin(0.2), and its width over the root of 12, at 10 km.
        Enu place = Frame.ToLocal(StateLayout.Position(state));
        Assert.Equal(Math.Sin(0.2) / 2, place.UpMeters / place.RangeMeters, 0.01);
        Assert.Equal(Math.Sin(0.2) / Math.Sqrt(12) * 10_000, Math.Sqrt(p[18]), 60.0);
        Assert.Equal(10_000, place.RangeMeters, 5.0);
    }

    [Fact]
    public void A_height_better_known_than_the_bound_stays_as_it_is()
    {
        (double[] state, double[] p) = Start(new Vector3(150, -180, 11), 1_000);
        p[18] = 0.25;

        Assert.True(new ExtendedForm().TryUpdate(Observation.Of(SomeFlights.Place(2, 3, Frame), Detection.AtPlace(50, 20)), 6, state, p, out _));

        Assert.Equal(0.25, p[18], 1e-9);
        Assert.Equal(11, state[2], 1e-12);
    }

    [Theory]
    [InlineData(FilterForm.Extended)]
    [InlineData(FilterForm.Unscented)]
    [InlineData(FilterForm.Cubature)]
    public void A_bound_has_no_part_in_the_likelihood(FilterForm form)
    {
        (double[] near, double[] p) = Start(new Vector3(150, -180, 5), 10);
        (double[] far, double[] q) = Start(new Vector3(150, -180, 900), 10);
        Observation seen = Observation.Of(SomeFlights.Place(2, 3, Frame), Detection.AtPlace(48, 23));

        Assert.True(SomeFlights.Form(form).TryUpdate(seen, 6, near, p, out Fit first));
        Assert.True(SomeFlights.Form(form).TryUpdate(seen, 6, far, q, out Fit second));

        // Two rows of variance 100 + 4: the density of a Gaussian at (-2, 3).
        Assert.Equal(-0.5 * ((13 / 104.0) + (2 * Math.Log(104 * Math.Tau))), first.LogLikelihood, 1e-9);
        Assert.Equal(first.LogLikelihood, second.LogLikelihood, 1e-9);
    }

    private static (double[] State, double[] P) Start(Vector3 position, double sigma)
    {
        double[] p = new double[48];
        for (int i = 0; i < 6; i++)
        {
            p[i * 9] = i < 3 ? sigma * sigma : 100;
        }

        return ([position.X, position.Y, position.Z, 0, 0, 0, 0, 0], p);
    }
}
