using JointWatch.Contract.Messages;
using JointWatch.Tracking;

namespace JointWatch.Station.Core;

/// <summary>
/// The clock that reports are held against: UTC, or, while an exercise runs, the clock that its director publishes. A pure function of the
/// clock messages that came and of the station's wall clock at the entry in hand.
/// </summary>
internal sealed class StationClock
{
    private ClockMessage? _exercise;

    /// <summary>Gets the exercise in force, or null. One that has ended is not in force.</summary>
    public ClockMessage? Exercise => _exercise is { State: not ExerciseState.Ended } ? _exercise : null;

    /// <summary>Gets the run of the newest exercise, in force or ended; 0 before the first.</summary>
    public uint LastRun => _exercise?.Run ?? 0;

    /// <summary>Gets clock seconds a second: 1 without an exercise.</summary>
    public double Rate => Exercise is { } exercise ? exercise.RateMilli * 1e-3 : 1;

    /// <summary>Gets whether the clock in force is UTC, or an exercise's that keeps pace with it.</summary>
    public bool IsUtc => Exercise is not { } exercise || (exercise.RateMilli == 1_000 && exercise.ExerciseUs == exercise.UtcUs);

    /// <summary>Takes a clock message.</summary>
    /// <returns>Whether another clock is in force now: an exercise began or ended.</returns>
    public bool Take(ClockMessage message)
    {
        uint? before = Exercise?.Run;
        _exercise = message;
        return before != Exercise?.Run;
    }

    /// <summary>Gives up an exercise whose director has not been heard of for too long.</summary>
    /// <returns>Whether another clock is in force now.</returns>
    public bool GiveUpLost(UtcMicroseconds wall, double patienceSeconds)
    {
        if (Exercise is not { } exercise || (wall.Value - (long)exercise.UtcUs) * 1e-6 <= patienceSeconds)
        {
            return false;
        }

        exercise.State = ExerciseState.Ended;
        return true;
    }

    /// <summary>The clock's time at an instant of the wall clock.</summary>
    public UtcMicroseconds At(UtcMicroseconds wall)
    {
        if (Exercise is not { } exercise)
        {
            return wall;
        }

        double elapsed = exercise.State == ExerciseState.Running ? (wall.Value - (long)exercise.UtcUs) * 1e-6 * Rate : 0;
        return new UtcMicroseconds((long)exercise.ExerciseUs).AddSeconds(elapsed);
    }
}
