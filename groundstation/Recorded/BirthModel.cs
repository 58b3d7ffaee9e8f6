using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded;

/// <summary>
/// Where new objects of a set appear, where the set tells: a Gaussian of position and velocity, its axes independent, in the set's common frame.
/// </summary>
/// <param name="ExpectedPerScan">New objects expected between two scans: the Gaussian's weight.</param>
/// <param name="ExpectedAtStart">Objects expected to be there already at the first scan.</param>
/// <param name="Position">Mean position, metres.</param>
/// <param name="Velocity">Mean velocity, m/s.</param>
/// <param name="PositionSigma">Standard deviation of the position along each axis, metres.</param>
/// <param name="VelocitySigma">Standard deviation of the velocity along each axis, m/s.</param>
public sealed record BirthModel(
    double ExpectedPerScan,
    double ExpectedAtStart,
    Vector3 Position,
    Vector3 Velocity,
    Vector3 PositionSigma,
    Vector3 VelocitySigma);
