namespace JointWatch.Station.Hosting;

/// <summary>The command line listens for Ctrl-C and stops everything in order; the web host must not stop itself beside it.</summary>
internal sealed class OwnLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
