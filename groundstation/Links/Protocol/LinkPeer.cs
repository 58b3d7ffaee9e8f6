using System.Threading.Channels;
using JointWatch.Links.Storage;

namespace JointWatch.Links.Protocol;

/// <summary>A peer with its files and its loop: what comes from it is handled one after the other. For any number of threads.</summary>
internal sealed class LinkPeer : IAsyncDisposable
{
    /// <summary>Frames that may wait for the loop; a peer that sends more has to wait itself.</summary>
    private const int MostFrames = 256;

    private static readonly TimeSpan TickPeriod = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly string _name;
    private readonly Outbox _outbox;
    private readonly Inbox _inbox;
    private readonly LinkProtocol _protocol;
    private readonly LinkHandler _handler;
    private readonly TimeProvider _time;
    private readonly Action _changed;
    private readonly TokenBucket _messages;
    private readonly TokenBucket _bytes;
    private readonly Channel<ReadOnlyMemory<byte>> _frames = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MostFrames) { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private readonly Task _ticks;
    private DateTimeOffset? _since;
    private DateTimeOffset? _heard;
    private bool _wasOpen;
    private bool _isHeldBack;
    private string? _fault;

    /// <param name="folder">Where its two files are.</param>
    /// <param name="send">Hands a frame to the transport; it must not block and may lose it.</param>
    public LinkPeer(string name, string folder, LinkLimits limits, string program, LinkHandler handler, Action<byte[]> send, TimeProvider time, Action changed)
    {
        _name = name;
        _handler = handler;
        _time = time;
        _changed = changed;
        _inbox = Inbox.Open(Path.Combine(folder, $"from-{name}"));
        _outbox = Outbox.Open(Path.Combine(folder, $"to-{name}"), limits.MostWaitingBytes, Guid.NewGuid());
        _protocol = new LinkProtocol(name, program, _outbox, _inbox, limits, send);
        DateTimeOffset now = time.GetUtcNow();
        _messages = new TokenBucket(limits.MessagesPerSecond, limits.MessagesPerSecond * limits.BurstSeconds, now);
        _bytes = new TokenBucket(limits.BytesPerSecond, limits.BytesPerSecond * limits.BurstSeconds, now);
        _work = Task.Run(WorkAsync);
        _ticks = Task.Run(TickAsync);
    }

    public LinkState State
    {
        get
        {
            lock (_gate)
            {
                return new LinkState(_name, _protocol.IsOpen, _since, _heard, _outbox.Count, _inbox.Taken, _protocol.Version, _isHeldBack, _fault ?? _protocol.Fault);
            }
        }
    }

    /// <exception cref="IOException">Too much waits, or the disk is full.</exception>
    public long Send(string kind, ReadOnlyMemory<byte> payload)
    {
        long number;
        lock (_gate)
        {
            number = _outbox.Add(kind, payload).Number;
            _protocol.Pump(_time.GetUtcNow());
        }

        _changed();
        return number;
    }

    public void Connected(bool isGreeter) => Do(() => _protocol.Connected(isGreeter, _time.GetUtcNow()));

    public void Disconnected() => Do(_protocol.Disconnected);

    /// <summary>Takes a frame from the transport. It waits while the peer is held back.</summary>
    public ValueTask TakeAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation) => _frames.Writer.WriteAsync(frame, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _frames.Writer.TryComplete();
        await _work;
        await _ticks;
        _outbox.Dispose();
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (ReadOnlyMemory<byte> frame in _frames.Reader.ReadAllAsync(_stop.Token))
            {
                await HoldBackAsync(frame.Length);
                await TakeAsync(frame);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: what waits comes again.
        }
    }

    private async Task HoldBackAsync(int length)
    {
        DateTimeOffset now = _time.GetUtcNow();
        TimeSpan wait = TimeSpan.FromTicks(Math.Max(_messages.Take(1, now).Ticks, _bytes.Take(length, now).Ticks));
        bool isHeldBack = wait > TimeSpan.Zero;
        if (isHeldBack != _isHeldBack)
        {
            Do(() => _isHeldBack = isHeldBack);
        }

        if (isHeldBack)
        {
            await Task.Delay(wait, _time, _stop.Token);
        }
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        MessageFrame? message = null;
        Do(() =>
        {
            _heard = _time.GetUtcNow();
            try
            {
                message = _protocol.Take(bytes, _heard.Value);
            }
            catch (FrameException e)
            {
                _fault = $"{_name} sent what cannot be used: {e.Message}";
            }
        });
        if (message is null)
        {
            return;
        }

        try
        {
            await _handler(new LinkMessage(_name, message.Number, message.Kind, message.Payload), _stop.Token);
            Do(() =>
            {
                _protocol.Took(message);
                _fault = null;
            });
        }
#pragma warning disable CA1031 // Whatever the handler throws: the message was not taken, is sent again, and the reason is shown.
        catch (Exception e) when (e is not OperationCanceledException || !_stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Do(() => _fault = $"message {message.Number} of {_name} could not be taken, and comes again: {e.Message}");
        }
    }

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(TickPeriod, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                lock (_gate)
                {
                    _protocol.Tick(_time.GetUtcNow());
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private void Do(Action action)
    {
        lock (_gate)
        {
            action();
            if (_protocol.IsOpen != _wasOpen)
            {
                _wasOpen = _protocol.IsOpen;
                _since = _time.GetUtcNow();
            }
        }

        _changed();
    }
}
