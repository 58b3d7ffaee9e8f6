using System.Threading.Channels;
using JointWatch.Contract.Messages;
using JointWatch.Firmware;

namespace JointWatch.Emulation;

/// <summary>
/// An emulated board: the firmware's own <see cref="SensorNode"/>, a clock, and an MQTT session over TCP. No loss of the broker ends it; it
/// ends when it is told to, or when its firmware fails. A reboot command starts the node anew with the next boot number.
/// </summary>
public sealed class EmulatedBoard : INodeHost
{
    private const int EventsWaiting = 1_024;
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(3);
    private readonly NodeSetup _setup;
    private readonly NodeOptions _options;
    private readonly byte[]? _key;
    private readonly string _host;
    private readonly int _port;
    private readonly TimeProvider _time;
    private volatile SensorNode? _node;
    private volatile MqttLink? _link;
    private long _confirmedBefore;
    private int _identified;
    private int _warningsInForce;
    private uint _boot;
    private bool _rebootWanted;

    /// <summary>A board for a broker at <paramref name="host"/> and <paramref name="port"/>, at its start number <paramref name="boot"/>; with a key it seals what it says.</summary>
    /// <exception cref="ArgumentException">The setup or the options make no node.</exception>
    public EmulatedBoard(NodeSetup setup, string host, int port, uint boot, TimeProvider time, NodeOptions? options = null, byte[]? key = null)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(time);
        _setup = setup;
        _host = host;
        _port = port;
        _boot = boot;
        _time = time;
        _key = key;
        _options = options ?? new NodeOptions();
        setup.Check();
        _options.Check();
    }

    /// <summary>Gets the node's name, <c>party/node</c>; also its MQTT client id.</summary>
    public string Name => $"{_setup.Party}/{_setup.Node}";

    /// <summary>Gets the number of the present start.</summary>
    public uint Boot => Volatile.Read(ref _boot);

    /// <summary>Gets whether the board is connected.</summary>
    public bool Online => _link?.State == LinkState.Up;

    /// <summary>Gets how many reports the broker has confirmed, over all starts.</summary>
    public long ReportsConfirmed => Interlocked.Read(ref _confirmedBefore) + (_node?.ReportsConfirmed ?? 0);

    /// <summary>Gets how many reports wait for their confirmation.</summary>
    public int ReportsWaiting => _node?.ReportsWaiting ?? 0;

    /// <summary>Gets how many reports of the present start were dropped because the broker was away too long.</summary>
    public long ReportsDropped => _node?.ReportsDropped ?? 0;

    /// <summary>Gets how often the board was asked to show itself.</summary>
    public int Identified => Volatile.Read(ref _identified);

    /// <summary>Gets how many warnings the station has in force, as far as the board has heard.</summary>
    public int WarningsInForce => Volatile.Read(ref _warningsInForce);

    /// <summary>Gets why the connection was lost or did not come up, or null.</summary>
    public string? LinkFailure => _link?.LastFailure;

    /// <summary>Gets why the last message to the node was refused, or null.</summary>
    public string? LastRefusal => _node?.LastRefusal;

    /// <summary>Gets what ended the board: a fault of its firmware. Null while all is well.</summary>
    public Exception? Failure { get; private set; }

    long INodeHost.FreeHeapBytes => -1;

    long INodeHost.LargestBlockBytes => -1;

    int INodeHost.SignalDbm => 1;

    /// <summary>Runs until it is cancelled, then says <c>offline</c> and ends in good order. Returns, and throws nothing, in any case.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        do
        {
            _rebootWanted = false;
            await RunOnceAsync(cancellation);
            if (_rebootWanted)
            {
                Volatile.Write(ref _boot, _boot + 1);
            }
        }
        while (_rebootWanted && Failure is null && !cancellation.IsCancellationRequested);
    }

    void INodeHost.Identify() => Interlocked.Increment(ref _identified);

    string? INodeHost.StageSetUp(string json) => "an emulated board keeps its set-up";

    void INodeHost.Alarm(uint warningsInForce) => Volatile.Write(ref _warningsInForce, (int)warningsInForce);

    void INodeHost.Reboot() => _rebootWanted = true;

    private async Task RunOnceAsync(CancellationToken cancellation)
    {
        Channel<BoardEvent> events = Channel.CreateBounded<BoardEvent>(
            new BoundedChannelOptions(EventsWaiting) { SingleReader = true, AllowSynchronousContinuations = false });
        using MqttLink newLink = new(_host, _port, Name, events.Writer);
        SensorNode newNode = new(_setup, _boot, _options, new TimeProviderClock(_time), newLink, this, _key);
        newLink.Node = newNode;
        long confirmed = _node?.ReportsConfirmed ?? 0;
        _node = newNode;
        Interlocked.Add(ref _confirmedBefore, confirmed);
        _link = newLink;
        BoardLoop loop = new(newNode, newLink, events, _time);
        try
        {
            await loop.RunUntilAsync(() => _rebootWanted, cancellation);
            await loop.LeaveAsync(NodeState.Offline, _rebootWanted ? "reboot" : "stopped", GoodbyeTime);
        }
        catch (Exception e)
        {
            Failure = e;
            await SayFaultAsync(loop, e);
        }
        finally
        {
            events.Writer.TryComplete();
        }
    }

    private static async Task SayFaultAsync(BoardLoop loop, Exception fault)
    {
        try
        {
            await loop.LeaveAsync(NodeState.Fault, fault.Message, GoodbyeTime);
        }
        catch (Exception)
        {
            // A firmware that cannot even say so: the first fault is the one to show.
        }
    }
}
