using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises;

/// <summary>A launch that a party announces at the start of an exercise. Whether it is flown as announced, or at all, is the objects' affair.</summary>
/// <param name="Class">In the words of a notification.</param>
/// <param name="FromSeconds">The beginning of the planned window, from the start of the exercise.</param>
/// <param name="UntilSeconds">Its end.</param>
/// <param name="Azimuth">The planned launch azimuth, degrees clockwise from true north, over north where the first is larger; or null.</param>
/// <param name="ImpactArea">Where it is planned to come down, or null.</param>
public sealed record AnnouncementSpec(
    string Party,
    string Id,
    string Class,
    double FromSeconds,
    double UntilSeconds,
    CircleSpec LaunchArea,
    (double FromDegrees, double ToDegrees)? Azimuth,
    CircleSpec? ImpactArea,
    string Note)
{
    /// <summary>Gets who has it from the start: names of parties, or <see cref="PartySpec.Centre"/>; empty for a note that reached nobody.</summary>
    public IReadOnlyList<string> KnownTo { get; init; } = [];
}

/// <summary>A circle on the ground.</summary>
public sealed record CircleSpec(Geodetic Middle, double RadiusMeters);
