using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Releases.Inputs;

/// <summary>Whether a node of the party works or is out, and since when. <paramref name="Place"/> is null where it is not known.</summary>
public sealed record NodeStanding(SensorId Sensor, Geodetic? Place, bool IsOut, UtcMicroseconds Since);
