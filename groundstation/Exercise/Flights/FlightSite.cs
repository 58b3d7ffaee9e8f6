using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Flights;

/// <summary>What the file beside a recorded flight says of it.</summary>
public sealed record FlightSite(string Mission, Geodetic Place, double AzimuthRadians);
