using JointWatch.Tracking;

namespace JointWatch.Warnings;

/// <summary>
/// Turns tracks into warnings. It keeps no clock and does no I/O: the same calls give the same warnings, bit for bit.
/// </summary>
public interface IWarningStage
{
    /// <summary>Gets every warning raised, as it stands now, in order of number. Those past their life stay.</summary>
    IReadOnlyList<LaunchWarning> Warnings { get; }

    /// <summary>
    /// Looks at the tracks as they stand at <paramref name="now"/> (the time of the sensors' clock, that of the exercise if there is one)
    /// and at those that ended since the last call.
    /// </summary>
    /// <returns>The warnings that are new or changed, as they stand after it, in order of number.</returns>
    IReadOnlyList<LaunchWarning> Update(IReadOnlyList<TrackEstimate> tracks, IReadOnlyList<TrackEstimate> ended, UtcMicroseconds now);
}
