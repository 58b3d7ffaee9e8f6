using System.Collections.Concurrent;
using JointWatch.Emulation;
using JointWatch.Emulation.Network;
using JointWatch.Exercises;
using JointWatch.Station.Ingest;
using JointWatch.Station.Views;

namespace JointWatch.Station.Demo;

/// <summary>The emulated boards of a demo, each with its own MQTT session over TCP.</summary>
internal sealed class BoardRack : IAsyncDisposable
{
    private readonly IReadOnlyList<EmulatedBoard> _boards;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _running;
    private readonly ConcurrentDictionary<string, string> _byHand = new(StringComparer.Ordinal);

    private BoardRack(IReadOnlyList<EmulatedBoard> boards)
    {
        _boards = boards;
        _running = [.. boards.Select(b => Task.Run(() => b.RunAsync(_stop.Token)))];
    }

    /// <summary>Gets the boards.</summary>
    public IReadOnlyList<EmulatedBoard> Boards => _boards;

    /// <summary>Powers the boards of a scenario up.</summary>
    /// <param name="known">The nodes that the journal knows: a board that has run before starts with the next boot number, as a real one does.</param>
    /// <param name="keys">The boards' keys.</param>
    public static BoardRack PowerUp(
        Scenario scenario, string host, int port, IReadOnlyList<NodeView> known, IReadOnlyDictionary<NodeId, byte[]> keys, TimeProvider time)
    {
        var boots = known.ToDictionary(n => n.Id, n => n.Boot);
        return new BoardRack(
        [
            .. scenario.Boards.Select(b =>
                new EmulatedBoard(
                    BoardSetup.Of(b), host, port, (uint)boots.GetValueOrDefault($"{b.Party}/{b.Node}") + 1, time, key: keys[new NodeId(b.Party, b.Node)])),
        ]);
    }

    /// <summary>The boards of a party.</summary>
    public IEnumerable<EmulatedBoard> Of(string party) => _boards.Where(b => b.Name.StartsWith(party + "/", StringComparison.Ordinal));

    /// <summary>How a board stands: online, offline, off (it was switched off), or lies.</summary>
    public string StateOf(EmulatedBoard board) => _byHand.TryGetValue(board.Name, out string? state) ? state : board.Online ? "online" : "offline";

    /// <summary>Switches a board off, or on again: it loses its power, and comes up as a board does.</summary>
    public void Switch(NodeId node, bool on)
    {
        EmulatedBoard board = Find(node);
        if (on)
        {
            _byHand.TryRemove(board.Name, out _);
            board.Board.PowerOn();
        }
        else
        {
            _byHand[board.Name] = "off";
            board.Board.CutPower();
        }
    }

    /// <summary>Lets a board hear what is not so.</summary>
    public void Tell(NodeId node, IHearsay hearsay)
    {
        EmulatedBoard board = Find(node);
        _byHand.TryAdd(board.Name, "lies");
        board.Hears.Tell(hearsay);
    }

    /// <summary>The boards that are not as they should be: they have failed, or are not connected though nobody has switched them off.</summary>
    public IEnumerable<EmulatedBoard> Failed => _boards.Where(b => b.Failure is not null || StateOf(b) == "offline" || (StateOf(b) == "lies" && !b.Online));

    /// <summary>Ends when a board has failed; otherwise when it is cancelled.</summary>
    public async Task<bool> AnyFailedAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAny(_running).WaitAsync(cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits until all boards are connected, but no longer than some seconds: what is missing then is shown as such.</summary>
    public async Task WaitUntilOnlineAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        while (!_boards.All(b => b.Online) && time.GetElapsedTime(start) < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellation);
        }
    }

    private EmulatedBoard Find(NodeId node) => _boards.Single(b => b.Name == $"{node.Party}/{node.Name}");

    /// <summary>Lets the boards say goodbye and stop.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        _stop.Dispose();
    }
}
