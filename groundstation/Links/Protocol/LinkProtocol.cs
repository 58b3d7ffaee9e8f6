using JointWatch.Links.Storage;

namespace JointWatch.Links.Protocol;

/// <summary>
/// One side of a link: greets, agrees on a version, sends what waits within the window and again where it is not taken, and passes each of the peer's messages on once. It
/// does no I/O but with its two files, and reads no clock: whoever drives it says what time it is. Not for several threads.
/// </summary>
/// <param name="peer">The other side's name, for messages.</param>
/// <param name="send">Hands a frame to the transport; it may be lost.</param>
internal sealed class LinkProtocol(string peer, string program, Outbox outbox, Inbox inbox, LinkLimits limits, Action<byte[]> send)
{
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(1);

    private long _sent;
    private Guid _peerStream;
    private long _expected;
    private DateTimeOffset _heardOrSaid;
    private bool _isConnected;
    private bool _isGreeter;
    private bool _isProbing;
    private TimeSpan _patience = limits.RetryAfter;

    /// <summary>Gets the version that is spoken; 0: none yet.</summary>
    public int Version { get; private set; }

    public bool IsOpen => Version > 0;

    /// <summary>Gets what is wrong, in words; null: nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>Gets how many messages the peer has sent again that were taken already.</summary>
    public long Repeats { get; private set; }

    /// <summary>The transport reaches the peer now.</summary>
    /// <param name="isGreeter">Whether this side speaks first.</param>
    public void Connected(bool isGreeter, DateTimeOffset now)
    {
        (_isConnected, _isGreeter, Version) = (true, isGreeter, 0);
        if (isGreeter)
        {
            Greet(isAnswer: false, now);
        }
    }

    public void Disconnected() => (_isConnected, Version) = (false, 0);

    /// <summary>Takes a frame.</summary>
    /// <returns>A message that is the peer's next: to be handled, and then told to <see cref="Took"/>; or null.</returns>
    /// <exception cref="FrameException">It is no frame, or none that fits.</exception>
    public MessageFrame? Take(ReadOnlyMemory<byte> bytes, DateTimeOffset now)
    {
        switch (FrameCodec.Read(bytes))
        {
            case HelloFrame hello:
                TakeHello(hello, now);
                return null;
            case TakenFrame taken when IsOpen:
                if (taken.Number >= outbox.Next)
                {
                    throw new FrameException($"taken is {taken.Number}; expected at most {outbox.Next - 1}, the last that was sent");
                }

                TakeTaken(taken.Number, now);
                return null;
            case MessageFrame message when IsOpen:
                return Next(message);
            case FaultFrame fault:
                Fault = $"{peer} says: {fault.Words}";
                Version = 0;
                return null;
            default:
                // Before the greeting, or behind the end of a version: the sender says it again.
                return null;
        }
    }

    /// <summary>A message was handled: it never comes again.</summary>
    public void Took(MessageFrame message)
    {
        inbox.Take(_peerStream, message.Number);
        _expected = message.Number + 1;
        send(FrameCodec.Write(new TakenFrame(message.Number)));
    }

    /// <summary>Sends what waits, as far as the window allows.</summary>
    public void Pump(DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return;
        }

        long first = outbox.Next - outbox.Count;
        foreach (MessageFrame frame in outbox.Waiting.Skip((int)Math.Max(0, _sent + 1 - first)).Take((int)Math.Max(0, first + limits.Window - Math.Max(_sent + 1, first))))
        {
            send(FrameCodec.Write(frame));
            _sent = frame.Number;
            _heardOrSaid = now;
        }
    }

    /// <summary>Time has passed: what was not answered is said again.</summary>
    public void Tick(DateTimeOffset now)
    {
        if (!_isConnected || now - _heardOrSaid < _patience)
        {
            return;
        }

        if (!IsOpen)
        {
            if (_isGreeter)
            {
                Greet(isAnswer: false, now);
            }
        }
        else if (outbox.Count > 0 && _sent >= outbox.Next - outbox.Count)
        {
            // The oldest alone, and ever less often: a peer that is slow must not be buried.
            send(FrameCodec.Write(outbox.Waiting.First()));
            (_isProbing, _heardOrSaid) = (true, now);
            _patience = _patience * 2 > LongestPatience ? LongestPatience : _patience * 2;
        }
    }

    private void TakeTaken(long number, DateTimeOffset now)
    {
        _heardOrSaid = now;
        if (number >= outbox.Next - outbox.Count)
        {
            outbox.Taken(number);
            _patience = limits.RetryAfter;
            if (_isProbing)
            {
                // What followed the oldest may not have been taken either.
                (_isProbing, _sent) = (false, number);
            }
        }

        Pump(now);
    }

    private void TakeHello(HelloFrame hello, DateTimeOffset now)
    {
        int version = Math.Min(hello.Highest, limits.HighestVersion);
        if (version < Math.Max(hello.Lowest, limits.LowestVersion))
        {
            string words = $"{peer} speaks versions {hello.Lowest} to {hello.Highest} ({hello.Program}), we speak {limits.LowestVersion} to {limits.HighestVersion} ({program}): one of the two must be updated";
            Fault = words;
            Version = 0;
            _heardOrSaid = now;
            send(FrameCodec.Write(new FaultFrame(words.Length > 400 ? words[..400] : words)));
            return;
        }

        if (hello.TakenStream == outbox.Stream && hello.Taken >= outbox.Next)
        {
            Fault = $"{peer} has taken {hello.Taken} messages, and only {outbox.Next - 1} were sent from here: this station's link folder is an old copy";
            throw new FrameException(Fault);
        }

        Fault = null;
        if (inbox.Stream != Guid.Empty && inbox.Stream != hello.Stream)
        {
            Fault = $"{peer} begins a new stream: its link folder was lost, and with it what it had not delivered after message {inbox.Taken}";
        }
        else if (hello.TakenStream != outbox.Stream && outbox.Next - outbox.Count > 1)
        {
            Fault = $"{peer} does not remember what it has taken from here: its link folder was lost. It gets what still waits, from message {outbox.Next - outbox.Count} on";
        }

        _peerStream = hello.Stream;
        _expected = inbox.Stream == hello.Stream ? inbox.Taken + 1 : hello.First;
        if (hello.First > _expected)
        {
            Fault = $"{peer} sends from message {hello.First} on, and {_expected - 1} was the last that came here: this station's link folder is an old copy";
            _expected = hello.First;
        }

        Version = version;
        if (hello.TakenStream == outbox.Stream)
        {
            outbox.Taken(hello.Taken);
        }

        (_sent, _isProbing, _patience) = (outbox.Next - outbox.Count - 1, false, limits.RetryAfter);
        if (!hello.IsAnswer)
        {
            Greet(isAnswer: true, now);
        }

        Pump(now);
    }

    private MessageFrame? Next(MessageFrame message)
    {
        if (message.Number < _expected)
        {
            Repeats++;
            send(FrameCodec.Write(new TakenFrame(_expected - 1)));
        }

        // One that comes too early is sent again: the one before it was not taken.
        return message.Number == _expected ? message : null;
    }

    private void Greet(bool isAnswer, DateTimeOffset now)
    {
        _heardOrSaid = now;
        send(FrameCodec.Write(new HelloFrame(isAnswer, limits.LowestVersion, limits.HighestVersion, program, outbox.Stream, outbox.Next - outbox.Count, inbox.Stream, inbox.Taken)));
    }
}
