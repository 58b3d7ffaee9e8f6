using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Files;

/// <summary>What a reader of objects must know of the scenario around them.</summary>
/// <param name="Source">The scenario's file: a flight's file is named relative to it.</param>
/// <param name="Sites">The places that the scenario has named.</param>
internal sealed record ObjectContext(double DurationSeconds, string Source, IReadOnlyDictionary<string, Geodetic> Sites);
