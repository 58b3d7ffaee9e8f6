using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Initiation;

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
    Vector3 VelocitySigma)
{
    /// <summary>Told numbers of new objects count for so much more than what a scan tells of them.</summary>
    private const double KnownShare = 100;

    /// <summary>
    /// Options of a tracker that is told of it: place, speed and number of new objects. The tracker knows one sigma for all axes, and new objects
    /// at rest on the mean: a mean velocity is added to the sigma of the speed.
    /// </summary>
    /// <param name="options">All else.</param>
    /// <param name="set">The set, which must hold a scan.</param>
    public TrackerOptions Tell(TrackerOptions options, RecordedSet set) => options with
    {
        Initiation = options.Initiation with
        {
            Birth = new BirthPlace(Position, Greatest(PositionSigma)),
            SpeedSigmas = [Greatest(VelocitySigma) + Velocity.Length],
            SpeedShares = [1],
            PriorShare = KnownShare,
            ObjectsAtStart = ExpectedAtStart,
            NewObjectsPerSecond = ExpectedPerScan / set.Scans[0].Sensor.ScanPeriodSeconds,
        },
    };

    private static double Greatest(Vector3 sigma) => Math.Max(sigma.X, Math.Max(sigma.Y, sigma.Z));
}
