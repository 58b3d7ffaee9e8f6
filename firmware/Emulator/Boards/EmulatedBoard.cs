using JointWatch.Emulation.Network;
using JointWatch.Firmware;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Emulation;

/// <summary>
/// A board of the network, in real time: the firmware itself on virtual hardware, with its set-up and key on its flash, and a broker of the
/// real network. Power comes with <see cref="RunAsync"/> and goes at its end, without a goodbye, as it does on a desk.
/// </summary>
public sealed class EmulatedBoard
{
    /// <summary>The file with the node's key.</summary>
    public const string KeyFile = @"I:\node.key";

    private readonly NodeSetup _setup;
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A board for a broker at <paramref name="host"/> and <paramref name="port"/>.</summary>
    /// <param name="boot">The number of its first start: its flash tells of those before.</param>
    /// <param name="key">The node's key of 32 bytes, or null: what it says is not sealed.</param>
    /// <exception cref="ArgumentException">The set-up makes no node.</exception>
    public EmulatedBoard(NodeSetup setup, string host, int port, uint boot, TimeProvider time, byte[]? key = null)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(time);
        byte[] json = NodeJson.Write(setup, host, port, key is null ? null : KeyFile);
        World world = World.Real(time, seed: (int)(setup.Seed & int.MaxValue));
        Hears = new HearsayBroker(new NetworkBroker());
        world.Net.Elsewhere = Hears;
        world.Net.TimeServers.Delay = TimeSpan.FromMilliseconds(1);
        _setup = setup;
        Board = Make(world, setup, json, boot, key);

        // The network is a real one, with delays of its own.
        Board.Radio.Delay = TimeSpan.Zero;
        Board.Radio.Jitter = TimeSpan.Zero;
        Board.Failed = NoteFailure;
    }

    /// <summary>A board in a world that is there already, virtual or not; it listens to a broker of that world, and comes up by its own <see cref="VirtualBoard.PowerOn"/>.</summary>
    /// <exception cref="ArgumentException">The set-up makes no node.</exception>
    public EmulatedBoard(NodeSetup setup, World world, IBroker broker)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(world);
        string host = $"{setup.Node}.{setup.Party}.local";
        byte[] json = NodeJson.Write(setup, host, 1883, null);
        Hears = new HearsayBroker(broker);
        world.Net.Put(host, 1883, Hears);
        _setup = setup;
        Board = Make(world, setup, json, boot: 1, key: null);
        Board.Failed = NoteFailure;
    }

    /// <summary>Gets the node's name, <c>party/node</c>; also its MQTT client id.</summary>
    public string Name => $"{_setup.Party}/{_setup.Node}";

    /// <summary>Gets what stands between the board and its broker.</summary>
    public HearsayBroker Hears { get; }

    /// <summary>Gets the virtual hardware.</summary>
    public VirtualBoard Board { get; }

    /// <summary>Gets the number of the present start, or of the last one.</summary>
    public uint Boot => BootRecord.Read(new FlashFiles(Board.Flash));

    /// <summary>Gets whether the board is connected.</summary>
    public bool Online => Board.Traffic.IsConnected;

    /// <summary>Gets how many reports the broker has confirmed, over all starts.</summary>
    public long ReportsConfirmed => Board.Traffic.Confirmed("report");

    /// <summary>Gets why the connection was lost or did not come up, or null.</summary>
    public string? LinkFailure => Board.Traffic.LastFailure;

    /// <summary>Gets what ended the firmware: a fault that it did not survive. Null while all is well.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Runs until it is cancelled or the firmware has failed. Returns, and throws nothing, in any case.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        Board.PowerOn();
        await _failed.Task.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Board.CutPower();
    }

    private static VirtualBoard Make(World world, NodeSetup setup, byte[] json, uint boot, byte[]? key)
    {
        if (SetupReader.Read(json, json.Length).Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(setup));
        }

        VirtualBoard board = world.AddBoard(NanoFirmware.Main, new BoardOptions
        {
            Name = $"{setup.Party}/{setup.Node}",
            Target = "ESP32_PSRAM_REV3",
            PsramBytes = 4 << 20,
            BootTime = TimeSpan.FromMilliseconds(100),
        });
        board.Radio.JoinTime = TimeSpan.FromMilliseconds(100);
        board.Flash.Write(@"I:\node.json", json);
        if (key is not null)
        {
            board.Flash.Write(KeyFile, Convert.ToHexString(key).ToLowerInvariant());
        }

        BootRecord.Write(new FlashFiles(board.Flash), boot - 1);
        return board;
    }

    private void NoteFailure(Exception e)
    {
        Failure = e;
        _failed.TrySetResult();
    }
}
