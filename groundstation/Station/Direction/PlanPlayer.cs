using JointWatch.Exercises;
using JointWatch.Tracking;

namespace JointWatch.Station.Direction;

/// <summary>Lets an exercise's plan go on with the wall's clock.</summary>
internal static class PlanPlayer
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    /// <summary>Fires what is due, until it is cancelled.</summary>
    public static async Task PlayAsync(ExerciseDirection direction, TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            direction.AdvanceTo(UtcMicroseconds.From(time.GetUtcNow()));
        }
    }
}
