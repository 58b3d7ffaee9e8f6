using JointWatch.Station.Broker;
using JointWatch.Tracking;

namespace JointWatch.Station.Outputs.Mqtt;

/// <summary>
/// Publishes warnings over MQTT, QoS 1. One in force is retained, each revision in place of the one before, and published anew each minute, for a
/// broker may have forgotten it. When it ends, its last message goes out unretained and the topic is cleared (an empty retained message), and so
/// are all topics when the station stops: what nobody keeps up to date must not look like a warning in force.
/// </summary>
internal sealed class WarningPublisher : IAsyncDisposable
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RepeatPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);

    private readonly WarningList _warnings;
    private readonly string _party;
    private readonly IBrokerLink _broker;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly SortedDictionary<int, ListedWarning> _pending = [];
    private readonly SortedDictionary<int, (ListedWarning Warning, long At)> _retained = [];
    private readonly Task _work;

    public WarningPublisher(WarningList warnings, string party, IBrokerLink broker, TimeProvider time)
    {
        _warnings = warnings;
        _party = party;
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
        await ClearAllAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        using var timer = new PeriodicTimer(LookPeriod, _time);
        do
        {
            foreach (ListedWarning changed in _warnings.TakeChanged())
            {
                _pending[changed.Warning.Id] = changed;
            }

            foreach ((ListedWarning warning, _) in _retained.Values.Where(r => _time.GetElapsedTime(r.At) >= RepeatPeriod))
            {
                _ = _pending.TryAdd(warning.Warning.Id, warning);
            }

            // Where there is no broker at the moment they wait, each as it stands by then.
            foreach (ListedWarning warning in _pending.Values.ToList())
            {
                if (!await TellAsync(warning, _stop.Token))
                {
                    break;
                }

                _ = _pending.Remove(warning.Warning.Id);
            }
        }
        while (await timer.WaitForNextTickAsync(_stop.Token));
    }

    private async Task<bool> TellAsync(ListedWarning warning, CancellationToken cancellation)
    {
        int id = warning.Warning.Id;
        string topic = WarningTopics.Of(_party, id);
        byte[] message = WarningMessage.Write(warning, _party, UtcMicroseconds.From(_time.GetUtcNow()));
        if (warning.IsInForce)
        {
            bool isTold = await _broker.PublishAsync(topic, message, retain: true, cancellation);
            if (isTold)
            {
                _retained[id] = (warning, _time.GetTimestamp());
            }

            return isTold;
        }

        // What ended in an earlier life of the station is cleared without a word: it may have been retained when that was killed.
        bool isNews = _retained.ContainsKey(id);
        if ((isNews && !await _broker.PublishAsync(topic, message, retain: false, cancellation))
            || !await _broker.PublishAsync(topic, [], retain: true, cancellation))
        {
            return false;
        }

        _ = _retained.Remove(id);
        return true;
    }

    private async Task ClearAllAsync(CancellationToken cancellation)
    {
        foreach (int id in _retained.Keys.ToList())
        {
            _ = await _broker.PublishAsync(WarningTopics.Of(_party, id), [], retain: true, cancellation);
        }
    }
}
