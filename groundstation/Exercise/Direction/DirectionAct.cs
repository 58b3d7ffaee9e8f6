using JointWatch.Tracking;

namespace JointWatch.Exercises;

/// <summary>Something that the directing staff did, or that happened by its plan.</summary>
/// <param name="Wall">The wall's time.</param>
/// <param name="ExerciseSeconds">From the start, by the exercise's clock.</param>
/// <param name="Act"><c>start</c>, <c>pause</c>, <c>resume</c>, <c>speed</c>, <c>inject</c>, <c>note</c>, <c>over</c> or <c>end</c>.</param>
/// <param name="Detail">In words.</param>
/// <param name="By"><c>plan</c> for what fires by itself, else who did it.</param>
public sealed record DirectionAct(UtcMicroseconds Wall, double ExerciseSeconds, string Act, string Detail, string By);

/// <summary>An inject, and when it was fired.</summary>
/// <param name="FiredAtSeconds">Exercise seconds; null: not yet. One that was fired may be fired again.</param>
public sealed record InjectStatus(InjectSpec Inject, double? FiredAtSeconds);
