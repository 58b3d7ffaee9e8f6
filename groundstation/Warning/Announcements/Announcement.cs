using JointWatch.Tracking;

namespace JointWatch.Warnings.Announcements;

/// <summary>
/// A launch as a party announces it, with the fields of the notifications of 1988 (ballistic missile launch notification agreement: date, launch area,
/// impact area), of the Hague Code of Conduct (class, planned window, launch area, azimuth) and of the memorandum on notifications of 2000.
/// </summary>
/// <param name="Id">The party's name for it: 1 to 32 of a-z, 0-9 and '-'.</param>
/// <param name="Revision">Counts the party's notifications of it, from 1.</param>
/// <param name="Class">What is launched; <see cref="ObjectClass.Unknown"/> where it is not said.</param>
/// <param name="From">The earliest planned launch.</param>
/// <param name="Until">The latest.</param>
/// <param name="Azimuth">The planned launch azimuth, or null.</param>
/// <param name="ImpactArea">Where it, or its stages, are planned to come down; null for a space launch or where it is not said.</param>
/// <param name="ValidUntil">When the announcement ends to count, if it was neither flown nor taken back.</param>
/// <param name="Note">What people should know, or "".</param>
public sealed record Announcement(
    string Party,
    string Id,
    int Revision,
    ObjectClass Class,
    UtcMicroseconds From,
    UtcMicroseconds Until,
    GroundArea LaunchArea,
    AzimuthSector? Azimuth,
    GroundArea? ImpactArea,
    UtcMicroseconds ValidUntil,
    string Note)
{
    /// <summary>Gets the name that no other announcement has: <c>party/id</c>.</summary>
    public string Name => $"{Party}/{Id}";
}
