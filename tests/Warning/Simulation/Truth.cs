using JointWatch.Exercises;
using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warning.Tests.Simulation;

/// <summary>
/// A flight as it really was. The rockets are flown by the exercise's own integrator, air and Earth, which share no code with
/// the warning stage: what the stage predicts is held against another implementation.
/// </summary>
internal sealed record Truth(IObjectPath Path, Geodetic Launch, double AzimuthRadians, double BurnoutSeconds, double ApogeeMeters, Geodetic? Impact)
{
    public static readonly UtcMicroseconds Epoch = UtcMicroseconds.From(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));

    private static readonly MissileOptions Body = new(400_000, 20, 6_000);

    public double ImpactSeconds => Path.EndSeconds;

    public static Truth Missile(double rangeKilometers, double latitude = 69.95, double longitude = 14.3, double azimuthDegrees = 318)
    {
        RocketDesign design = RocketCatalogue.Missile(rangeKilometers * 1000, Body);
        Geodetic pad = Geodetic.FromDegrees(latitude, longitude, 0);
        double azimuth = double.DegreesToRadians(azimuthDegrees);
        return Of(RocketAim.ForRange(design, pad, azimuth, rangeKilometers * 1000)!, pad, azimuth);
    }

    public static Truth SoundingRocket(double apogeeKilometers)
    {
        RocketDesign design = RocketCatalogue.SoundingRocket(double.DegreesToRadians(82), Body);
        Geodetic pad = Geodetic.FromDegrees(69.294, 16.02, 0);
        double azimuth = double.DegreesToRadians(335);
        return Of(RocketAim.ForApogee(design, pad, azimuth, apogeeKilometers * 1000)!, pad, azimuth);
    }

    /// <summary>An aircraft on a route of its own; there is no launch and no impact.</summary>
    public static Truth Of(IObjectPath path) => new(path, default, 0, double.NaN, double.NaN, null);

    /// <summary>A recorded flight; where it comes down the recording does not say.</summary>
    public static Truth Of(RecordedFlight flight)
    {
        ExerciseObject target = flight.ToObject(flight.Site.Mission, 0, RecordedFlight.CrossSectionDbsm);
        return new Truth(target.Path, flight.Site.Place, flight.Site.AzimuthRadians, double.NaN, double.NaN, target.Impact?.Place);
    }

    private static Truth Of(RocketFlightResult flight, Geodetic pad, double azimuth) =>
        new(new SampledPath(flight.Samples), pad, azimuth, flight.BurnoutSeconds, flight.ApogeeMeters, flight.Impact);
}
