using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Station.Broker;
using JointWatch.Tracking;

namespace JointWatch.Station.Alarm;

/// <summary>
/// Tells the boards how many warnings are in force: at the start, whenever the number changes, and silence at the end, so that no buzzer goes on
/// for a station that is gone.
/// </summary>
internal sealed class AlarmPublisher : IAsyncDisposable
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);

    private readonly WarningsInForce _warnings;
    private readonly IBrokerLink _broker;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private int? _told;

    public AlarmPublisher(WarningsInForce warnings, IBrokerLink broker, TimeProvider time)
    {
        _warnings = warnings;
        _broker = broker;
        _time = time;
        _work = Task.Run(WorkAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var limit = new CancellationTokenSource(GoodbyeTime, _time);
        await TellAsync(0, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        using var timer = new PeriodicTimer(LookPeriod, _time);
        do
        {
            await TellAsync(_warnings.Count, _stop.Token);
        }
        while (await timer.WaitForNextTickAsync(_stop.Token));
    }

    private async Task TellAsync(int count, CancellationToken cancellation)
    {
        if (count == _told)
        {
            return;
        }

        byte[] buffer = new byte[MessageEncoder.MaxSmallBytes];
        var message = new AlarmMessage { UtcUs = (ulong)UtcMicroseconds.From(_time.GetUtcNow()).Value, Warnings = (uint)count };
        if (await _broker.PublishAsync(Topics.Alarm, buffer[..StationEncoder.Write(message, buffer)], retain: true, cancellation))
        {
            _told = count;
        }
    }
}
