using JointWatch.Firmware;

namespace JointWatch.Emulation.Tests.RealTime;

/// <summary>An emulated board in real time that runs until it is stopped.</summary>
internal sealed class RunningBoard : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public RunningBoard(int port, NodeSetup? setup = null, uint boot = 7)
    {
        Board = new EmulatedBoard(setup ?? Fast(Some.Radar()), "127.0.0.1", port, boot, TimeProvider.System);
        _running = Board.RunAsync(_stop.Token);
    }

    public EmulatedBoard Board { get; }

    public static NodeSetup Fast(NodeSetup setup)
    {
        setup.ScanPeriodUs = 20_000;
        return setup;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }
}
