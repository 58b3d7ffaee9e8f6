using JointWatch.Emulation;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Boards;

/// <summary>An emulated board that runs until it is stopped, impatient enough for tests.</summary>
internal sealed class RunningBoard : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public RunningBoard(int port, NodeSetup? setup = null, uint boot = 7)
    {
        Setup = setup ?? Fast(Some.Radar());
        Board = new EmulatedBoard(
            Setup, "127.0.0.1", port, boot, TimeProvider.System, new NodeOptions { BackoffMinMs = 20, BackoffMaxMs = 100 });
        _running = Task.Run(() => Board.RunAsync(_stop.Token));
    }

    public NodeSetup Setup { get; }

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
