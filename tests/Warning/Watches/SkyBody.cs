using JointWatch.Exercises.Paths;

namespace JointWatch.Warning.Tests.Watches;

/// <summary>What crosses the sky of a watch.</summary>
internal enum BodyKind
{
    Airliner = 0,
    Fighter = 1,
    FastHighFlyer = 2,
    Balloon = 3,
    Satellite = 4,
    Meteor = 5,
    Fireball = 6,
    Rocket = 7,

    /// <summary>A missile that only the lying sensor sees.</summary>
    InventedMissile = 8,
}

/// <summary>A body, how far off radars detect it, and how far off infra-red sensors do; metres, 0: not at all.</summary>
internal sealed record SkyBody(BodyKind Kind, IObjectPath Path, double RadarRangeMeters, double InfraredRangeMeters)
{
    public bool ExistsAt(double seconds) => seconds >= Path.StartSeconds && seconds <= Path.EndSeconds;
}
