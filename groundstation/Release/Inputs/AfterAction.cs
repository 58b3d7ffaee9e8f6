using JointWatch.Tracking;

namespace JointWatch.Releases.Inputs;

/// <summary>What came of an exercise, or of a time: how many warnings there were, how many were of nothing, and how many launches had none.</summary>
public sealed record AfterAction(string Id, UtcMicroseconds From, UtcMicroseconds Until, int Warnings, int FalseAlarms, int Missed);
