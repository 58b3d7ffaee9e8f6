using JointWatch.Contract.Messages;

namespace JointWatch.Station.Core;

/// <summary>The exercise in force: its clock, and its name where the station started it itself.</summary>
public sealed record ExerciseStatus(ExerciseNote? Note, ClockMessage Clock);
