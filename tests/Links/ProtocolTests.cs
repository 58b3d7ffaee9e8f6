using System.Globalization;
using System.Text;
using JointWatch.Links.Protocol;
using JointWatch.Links.Storage;

namespace JointWatch.Links.Tests;

/// <summary>Two ends over a transport that loses, repeats and delays, which are killed at any step: a seeded simulation in virtual time.</summary>
public sealed class ProtocolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-link-").FullName;
    private readonly End[] _ends;
    private DateTimeOffset _now = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    public ProtocolTests() => _ends = [new End(this, 0), new End(this, 1)];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 200)];

    public void Dispose()
    {
        foreach (End end in _ends)
        {
            end.Stop();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_is_lost_nothing_comes_twice_and_the_order_holds(int seed)
    {
        var random = new Random(seed);
        int[] sent = new int[2];
        Connect();
        for (int step = 0; step < 400; step++)
        {
            int who = random.Next(2);
            _now += TimeSpan.FromSeconds(random.NextDouble());
            switch (random.Next(20))
            {
                case 0:
                    _ends[who].Stop();
                    _ends[who].Open();
                    Disconnect();
                    break;
                case 1:
                    Disconnect();
                    break;
                case 2 or 3:
                    Connect();
                    break;
                case 4 or 5 or 6 or 7:
                    _ends[who].Send($"{sent[who]++}");
                    break;
                case 8:
                    // A frame is lost, as when a connection breaks after the transport has taken it.
                    _ = _ends[who].In.Count > 0 ? _ends[who].In.Dequeue() : null;
                    break;
                case 9:
                    _ends[who].HandlerFails = !_ends[who].HandlerFails;
                    break;
                default:
                    _ends[who].Step();
                    break;
            }

            _ends[who].Tick();
        }

        _ends[0].HandlerFails = _ends[1].HandlerFails = false;
        Settle();

        for (int i = 0; i < 2; i++)
        {
            Assert.Equal([.. Enumerable.Range(0, sent[1 - i]).Select(n => n.ToString(CultureInfo.InvariantCulture))], _ends[i].Handled);
            Assert.Equal(0, _ends[i].Waiting);
            Assert.Null(_ends[i].Fault);
        }
    }

    [Fact]
    public void An_hour_without_a_link_loses_nothing()
    {
        Connect();
        Settle();
        Disconnect();
        for (int second = 0; second < 3600; second++)
        {
            _now += TimeSpan.FromSeconds(1);
            _ends[second % 2].Send($"{second / 2}");
            _ends[0].Tick();
            _ends[1].Tick();
        }

        Settle();

        Assert.All(_ends, end => Assert.Equal(1800, end.Handled.Count));
        Assert.Equal([.. Enumerable.Range(0, 1800).Select(n => n.ToString(CultureInfo.InvariantCulture))], _ends[0].Handled);
    }

    [Fact]
    public void No_more_is_under_way_than_the_window()
    {
        Connect();
        Settle();
        for (int i = 0; i < 500; i++)
        {
            _ends[0].Send($"{i}");
        }

        Assert.Equal(new LinkLimits().Window, _ends[1].In.Count);
    }

    [Fact]
    public void The_highest_version_that_both_speak_is_spoken()
    {
        _ends[0].Reopen(new LinkLimits { LowestVersion = 1, HighestVersion = 3 });
        _ends[1].Reopen(new LinkLimits { LowestVersion = 2, HighestVersion = 5 });
        Connect();
        Settle();

        Assert.Equal([3, 3], _ends.Select(e => e.Version));
    }

    [Fact]
    public void Without_a_common_version_both_say_so_and_nothing_is_lost()
    {
        _ends[0].Reopen(new LinkLimits { LowestVersion = 1, HighestVersion = 1 });
        _ends[1].Reopen(new LinkLimits { LowestVersion = 2, HighestVersion = 2 });
        _ends[0].Send("kept");
        Connect();
        for (int i = 0; i < 10; i++)
        {
            _ends[0].Step();
            _ends[1].Step();
        }

        Assert.Contains("peer 0 speaks versions 1 to 1 (test), we speak 2 to 2 (test): one of the two must be updated", _ends[1].Fault, StringComparison.Ordinal);
        Assert.Contains("must be updated", _ends[0].Fault, StringComparison.Ordinal);

        _ends[0].Reopen(new LinkLimits { LowestVersion = 1, HighestVersion = 2 });
        Settle();
        Assert.Equal(["kept"], _ends[1].Handled);
    }

    [Fact]
    public void A_peer_that_has_lost_its_folder_is_named_and_gets_what_still_waits()
    {
        Connect();
        _ends[0].Send("0");
        Settle();
        _ends[1].Lose();
        _ends[0].Send("1");
        Disconnect();
        Settle();

        Assert.Equal(["0", "1"], _ends[1].Handled);
        Assert.Contains("its link folder was lost", _ends[0].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_copy_of_a_folder_is_named()
    {
        Connect();
        Settle();
        string copy = Path.Combine(_folder, "copy");
        File.Copy(_ends[0].OutboxPath, copy);
        _ends[0].Send("0");
        Settle();
        _ends[0].Stop();
        File.Copy(copy, _ends[0].OutboxPath, overwrite: true);
        _ends[0].Open();
        Disconnect();
        Connect();
        _ends[1].Step();
        _ends[0].Step();

        Assert.Contains("this station's link folder is an old copy", _ends[0].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_torn_end_of_the_file_is_cut_off_wherever_it_is_torn()
    {
        using (Outbox outbox = Outbox.Open(Path.Combine(_folder, "torn"), 1000, Guid.NewGuid()))
        {
            outbox.Add("a", "one"u8.ToArray());
            outbox.Add("a", "two"u8.ToArray());
        }

        byte[] whole = File.ReadAllBytes(Path.Combine(_folder, "torn"));
        for (int length = 0; length <= whole.Length; length++)
        {
            string path = Path.Combine(_folder, $"torn-{length}");
            File.WriteAllBytes(path, whole[..length]);
            using Outbox outbox = Outbox.Open(path, 1000, Guid.NewGuid());
            outbox.Add("a", "next"u8.ToArray());

            string[] texts = [.. outbox.Waiting.Select(w => Encoding.UTF8.GetString(w.Payload.Span))];
            Assert.Equal([.. new[] { "one", "two" }.Take(texts.Length - 1), "next"], texts);
            Assert.Equal(Enumerable.Range(1, texts.Length).Select(n => (long)n), outbox.Waiting.Select(w => w.Number));
        }
    }

    [Fact]
    public void An_outbox_that_is_full_says_so()
    {
        using Outbox outbox = Outbox.Open(Path.Combine(_folder, "full"), 200, Guid.NewGuid());
        outbox.Add("a", new byte[100]);

        IOException e = Assert.Throws<IOException>(() => outbox.Add("a", new byte[100]));

        Assert.StartsWith("1 messages with ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_taken_leaves_the_file_in_time()
    {
        string path = Path.Combine(_folder, "compacted");
        using (Outbox outbox = Outbox.Open(path, 1L << 30, Guid.NewGuid()))
        {
            for (int i = 1; i <= 40; i++)
            {
                outbox.Add("a", new byte[100_000]);
                outbox.Taken(i - 1);
            }

            Assert.InRange(new FileInfo(path).Length, 1, 1_500_000);
        }

        using Outbox again = Outbox.Open(path, 1L << 30, Guid.NewGuid());
        Assert.Equal(41, again.Next);
    }

    private void Connect()
    {
        foreach (End end in _ends)
        {
            end.In.Clear();
        }

        _ends[1].Connected(isGreeter: false);
        _ends[0].Connected(isGreeter: true);
    }

    private void Disconnect()
    {
        foreach (End end in _ends)
        {
            end.In.Clear();
            end.Disconnected();
        }
    }

    private void Settle()
    {
        Connect();
        for (int i = 0; i < 20_000 && (i < 50 || _ends.Any(e => e.In.Count > 0 || e.Waiting > 0)); i++)
        {
            _now += TimeSpan.FromSeconds(0.1);
            _ends[i % 2].Step();
            _ends[i % 2].Tick();
        }
    }

    private sealed class End(ProtocolTests world, int number)
    {
        private LinkLimits _limits = new();
        private Outbox? _outbox;
        private Inbox? _inbox;
        private LinkProtocol? _protocol;

        public Queue<byte[]> In { get; } = new();

        public List<string> Handled { get; } = [];

        public bool HandlerFails { get; set; }

        public int Waiting => Live.Count;

        public string? Fault => Protocol.Fault;

        public int Version => Protocol.Version;

        public string OutboxPath => Path.Combine(Folder, "to");

        private string Folder => Path.Combine(world._folder, $"end{number}");

        private Outbox Live => _outbox ?? Started()._outbox!;

        private LinkProtocol Protocol => _protocol ?? Started()._protocol!;

        public void Open() => Started();

        public void Stop()
        {
            _outbox?.Dispose();
            (_outbox, _inbox, _protocol) = (null, null, null);
        }

        public void Reopen(LinkLimits limits)
        {
            Stop();
            _limits = limits;
        }

        public void Lose()
        {
            Stop();
            Directory.Delete(Folder, recursive: true);
        }

        public void Send(string text)
        {
            Live.Add("text", Encoding.UTF8.GetBytes(text));
            Protocol.Pump(world._now);
        }

        public void Connected(bool isGreeter) => Protocol.Connected(isGreeter, world._now);

        public void Disconnected() => Protocol.Disconnected();

        public void Tick() => Protocol.Tick(world._now);

        public void Step()
        {
            if (!In.TryDequeue(out byte[]? bytes))
            {
                return;
            }

            MessageFrame? message = null;
            try
            {
                message = Protocol.Take(bytes, world._now);
            }
            catch (FrameException)
            {
                // Shown as a fault.
            }

            if (message is not null && !HandlerFails)
            {
                // A kill between the two would give it to the handler again: those are one step here, as they are one transaction in what the handler keeps.
                Handled.Add(Encoding.UTF8.GetString(message.Payload.Span));
                Protocol.Took(message);
            }
        }

        private End Started()
        {
            _outbox ??= Outbox.Open(OutboxPath, 1 << 24, Guid.NewGuid());
            _inbox ??= Inbox.Open(Path.Combine(Folder, "from"));
            _protocol ??= new LinkProtocol($"peer {1 - number}", "test", _outbox, _inbox, _limits, frame => world._ends[1 - number].In.Enqueue(frame));
            return this;
        }
    }
}
