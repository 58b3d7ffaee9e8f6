namespace JointWatch.EndToEnd.Tests.Support;

/// <summary>Waits for what another program is to do. The limits say when to give a run up, not how fast it must be.</summary>
internal static class Patience
{
    /// <summary>Long enough for the slowest machine that is still of use.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(240);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks again and again until there is something to see.</summary>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="look">Returns null while it is not there.</param>
    /// <param name="background">What was happening meanwhile, for the message.</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> look, Func<string>? background = null)
        where T : class
    {
        TimeProvider time = TimeProvider.System;
        using PeriodicTimer pause = new(Pause, time);
        long start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < Limit)
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No {what} within {Limit.TotalSeconds} s.\n{background?.Invoke()}");
    }

    /// <summary>Looks again and again until something is true.</summary>
    public static Task UntilAsync(string what, Func<Task<bool>> look, Func<string>? background = null) =>
        UntilAsync(what, async () => await look() ? "" : null, background);
}
