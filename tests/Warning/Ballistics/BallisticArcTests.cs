using CsCheck;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Ballistics;

namespace JointWatch.Warning.Tests.Ballistics;

public sealed class BallisticArcTests
{
    private static readonly Gen<BodyState> Aloft =
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-180, 180], Gen.Double[150_000, 800_000], Gen.Double[-4_000, 4_000], Gen.Double[-4_000, 4_000],
            Gen.Double[-1_000, 2_500], (latitude, longitude, height, east, north, up) =>
            {
                Geodetic place = Geodetic.FromDegrees(latitude, longitude, height);
                return new BodyState(place.ToEcef().Vector, LocalFrame.At(place).DirectionToCommon(new Enu(east, north, up)));
            });

    [Fact]
    public void The_way_back_in_time_leads_to_where_it_began() =>
        Gen.Select(Aloft, Gen.Double[1, 90]).Sample((state, seconds) =>
        {
            BodyState there = BallisticArc.After(state, seconds, 5_000)!.Value;
            BodyState back = BallisticArc.After(there, -seconds, 5_000)!.Value;
            Assert.InRange((back.Position - state.Position).Length, 0, 5);
        });

    [Fact]
    public void What_comes_down_does_so_on_the_ground_and_below_its_apogee() =>
        Aloft.Sample(state =>
        {
            GroundMeeting meeting = BallisticArc.ToGround(state, 5_000, 7_200)!.Value;
            Assert.InRange(EarthShape.HeightMeters(meeting.State.Position), -20, 20);
            Assert.True(meeting.ApogeeMeters >= EarthShape.HeightMeters(state.Position));
        });

    /// <summary>The energy of a body in a rotating field without air, v²/2 - ω²ρ²/2 + V, is constant (the Jacobi integral).</summary>
    [Fact]
    public void Without_air_the_Jacobi_integral_stays() =>
        Gen.Select(Aloft, Gen.Double[1, 400]).Sample((state, seconds) =>
        {
            BodyState there = BallisticArc.After(state, seconds, 1e15)!.Value;
            Assert.InRange(Jacobi(there) - Jacobi(state), -50, 50);
        });

    [Fact]
    public void An_orbit_does_not_come_down()
    {
        BodyState state = new(new(Wgs84.SemiMajorAxisMeters + 400_000, 0, 0), new(0, 7_200, 0));

        Assert.Null(BallisticArc.ToGround(state, 5_000, 7_200));
        Assert.InRange(Orbit.Of(state).PerigeeMeters, 390_000, 410_000);
    }

    private static double Jacobi(BodyState s)
    {
        const double W = Wgs84.RotationRateRadiansPerSecond;
        double r = s.Position.Length;
        double sin = s.Position.Z / r;
        double ratio = Wgs84.SemiMajorAxisMeters / r;
        double potential = -Wgs84.GravitationalConstant / r * (1 - (Wgs84.J2 * ratio * ratio * ((1.5 * sin * sin) - 0.5)));
        double axis2 = (s.Position.X * s.Position.X) + (s.Position.Y * s.Position.Y);
        return (Vector3.Dot(s.Velocity, s.Velocity) / 2) - (W * W * axis2 / 2) + potential;
    }
}
