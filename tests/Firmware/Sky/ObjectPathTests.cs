using CsCheck;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Sky;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sky;

public sealed class ObjectPathTests
{
    [Fact]
    public void A_way_that_is_a_cubic_is_followed_exactly()
    {
        // x(t) = a + b t + c t² + d t³ with t in seconds; knots where positions and velocities are whole in the wire's units.
        Gen.Select(Gen.Int[-1000, 1000], Gen.Int[-500, 500], Gen.Int[-20, 20], Gen.Int[-2, 2], Gen.Double[0, 30]).Sample((a, b, c, d, t) =>
        {
            ScenarioMessage message = new(4);
            for (int i = 0; i < 4; i++)
            {
                int at = i * 10;
                message.TimeMs[i] = (uint)(at * 1000);
                message.XDm[i] = 10L * (a + (b * at) + (c * at * at) + (d * at * at * at));
                message.VelocityXCmps[i] = 100 * (b + (2 * c * at) + (3 * d * at * at));
            }

            SkyBody body = new();
            long us = (long)(t * 1e6);
            double s = us * 1e-6;

            Assert.True(new ObjectPath(message).TryAt(us, body));
            Assert.Equal(a + (b * s) + (c * s * s) + (d * s * s * s), body.X, 1e-6);
            Assert.Equal(b + (2 * c * s) + (3 * d * s * s), body.VelocityX, 1e-6);
        });
    }

    [Fact]
    public void An_object_exists_from_its_first_knot_to_its_last()
    {
        ScenarioMessage message = new(2);
        message.TimeMs[0] = 1_000;
        message.TimeMs[1] = 3_000;
        ObjectPath path = new(message);
        SkyBody body = new();

        Assert.False(path.TryAt(999_999, body));
        Assert.True(path.TryAt(1_000_000, body));
        Assert.True(path.TryAt(3_000_000, body));
        Assert.False(path.TryAt(3_000_001, body));
    }

    [Fact]
    public void An_engine_burns_from_its_knot_until_the_next()
    {
        ScenarioMessage message = new(3);
        uint[] intensities = [100, 500_000, 0];
        for (int i = 0; i < 3; i++)
        {
            message.TimeMs[i] = (uint)(i * 1000);
            message.IntensityWpsr[i] = intensities[i];
        }

        ObjectPath path = new(message);
        SkyBody body = new();
        double At(long us) => path.TryAt(us, body) ? body.Intensity : -1;

        Assert.Equal(100, At(999_999));
        Assert.Equal(500_000, At(1_000_000));
        Assert.Equal(500_000, At(1_999_999));
    }

    [Fact]
    public void Cross_sections_come_as_hundredths_of_a_decibel()
    {
        SkyBody body = new();
        ScenarioMessage message = Some.Still(1000, crossSectionDecibels: -20);

        Assert.True(new ObjectPath(message).TryAt(0, body));

        Assert.Equal(0.01, body.CrossSection, 1e-12);
    }
}
