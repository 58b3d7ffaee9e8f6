using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Core;

/// <summary>Makes the stages of a picture; each takes the number that its first track or warning gets, since numbers are never used again.</summary>
public sealed record StageFactory(Func<long, ITracker> Tracker, Func<int, IWarningStage> Warnings);
