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
    private readonly NodeSetup setup;
    private readonly NodeOptions options;
    private readonly string host;
    private readonly int port;
    private readonly TimeProvider time;
    private volatile SensorNode? node;
    private volatile MqttLink? link;
    private long confirmedBefore;
    private int identified;
    private uint boot;
    private bool rebootWanted;

    /// <summary>A board for a broker at <paramref name="host"/> and <paramref name="port"/>, at its start number <paramref name="boot"/>.</summary>
    /// <exception cref="ArgumentException">The setup or the options make no node.</exception>
    public EmulatedBoard(NodeSetup setup, string host, int port, uint boot, TimeProvider time, NodeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(time);
        this.setup = setup;
        this.host = host;
        this.port = port;
        this.boot = boot;
        this.time = time;
        this.options = options ?? new NodeOptions();
        setup.Check();
        this.options.Check();
    }

    /// <summary>Gets the node's name, <c>party/node</c>; also its MQTT client id.</summary>
    public string Name => $"{setup.Party}/{setup.Node}";

    /// <summary>Gets the number of the present start.</summary>
    public uint Boot => Volatile.Read(ref boot);

    /// <summary>Gets whether the board is connected.</summary>
    public bool Online => link?.State == LinkState.Up;

    /// <summary>Gets how many reports the broker has confirmed, over all starts.</summary>
    public long ReportsConfirmed => Interlocked.Read(ref confirmedBefore) + (node?.ReportsConfirmed ?? 0);

    /// <summary>Gets how many reports wait for their confirmation.</summary>
    public int ReportsWaiting => node?.ReportsWaiting ?? 0;

    /// <summary>Gets how many reports of the present start were dropped because the broker was away too long.</summary>
    public long ReportsDropped => node?.ReportsDropped ?? 0;

    /// <summary>Gets how often the board was asked to show itself.</summary>
    public int Identified => Volatile.Read(ref identified);

    /// <summary>Gets why the connection was lost or did not come up, or null.</summary>
    public string? LinkFailure => link?.LastFailure;

    /// <summary>Gets why the last message to the node was refused, or null.</summary>
    public string? LastRefusal => node?.LastRefusal;

    /// <summary>Gets what ended the board: a fault of its firmware. Null while all is well.</summary>
    public Exception? Failure { get; private set; }

    long INodeHost.FreeHeapBytes => -1;

    int INodeHost.SignalDbm => 1;

    /// <summary>Runs until it is cancelled, then says <c>offline</c> and ends in good order. Returns, and throws nothing, in any case.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        do
        {
            rebootWanted = false;
            await RunOnceAsync(cancellation);
            if (rebootWanted)
            {
                Volatile.Write(ref boot, boot + 1);
            }
        }
        while (rebootWanted && Failure is null && !cancellation.IsCancellationRequested);
    }

    void INodeHost.Identify() => Interlocked.Increment(ref identified);

    void INodeHost.Reboot() => rebootWanted = true;

    private async Task RunOnceAsync(CancellationToken cancellation)
    {
        Channel<BoardEvent> events = Channel.CreateBounded<BoardEvent>(
            new BoundedChannelOptions(EventsWaiting) { SingleReader = true, AllowSynchronousContinuations = false });
        using MqttLink newLink = new(host, port, Name, events.Writer);
        SensorNode newNode = new(setup, boot, options, new TimeProviderClock(time), newLink, this);
        newLink.Node = newNode;
        long confirmed = node?.ReportsConfirmed ?? 0;
        node = newNode;
        Interlocked.Add(ref confirmedBefore, confirmed);
        link = newLink;
        BoardLoop loop = new(newNode, newLink, events, time);
        try
        {
            await loop.RunUntilAsync(() => rebootWanted, cancellation);
            await loop.LeaveAsync(NodeState.Offline, rebootWanted ? "reboot" : "stopped", GoodbyeTime);
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
