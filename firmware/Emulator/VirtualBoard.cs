using JointWatch.Emulation.Mqtt;
using JointWatch.Emulation.Network;
using JointWatch.Emulation.Pins;
using JointWatch.Emulation.Scheduling;
using JointWatch.Emulation.Storage;

namespace JointWatch.Emulation;

/// <summary>Why a board started.</summary>
public enum StartReason
{
    /// <summary>Power came.</summary>
    Power,

    /// <summary>The firmware asked for it.</summary>
    Reset,
}

/// <summary>A board: its flash, clock, radio, pins and serial port, and the firmware that runs on it while it has power.</summary>
public sealed class VirtualBoard
{
    private readonly Lock _gate = new();
    private readonly BoardOptions _options;
    private readonly Action _main;
    private BoardRun? _run;
    private IDisposable? _boot;

    internal VirtualBoard(World world, Action main, BoardOptions options, int seed)
    {
        World = world;
        _main = main;
        _options = options;
        Chance = new Chance(seed);
        Clock = new BoardClock(this, options);
        Flash = new VirtualFlash(options.FlashSectors, new Chance(seed ^ 0x5eed));
        Flash.PowerFailed = CutPower;
        Serial = new SerialConsole(this);
        Pins = new VirtualGpioDriver(this);
        Radio = new VirtualRadio(this, options);
        Memory = new BoardMemory(options.HeapBytes);
    }

    /// <summary>Gets the board's name in what is told of it.</summary>
    public string Name => _options.Name;

    /// <summary>Gets the world it is in.</summary>
    public World World { get; }

    /// <summary>Gets the internal file system, <c>I:</c>.</summary>
    public VirtualFlash Flash { get; }

    public BoardClock Clock { get; }

    public SerialConsole Serial { get; }

    /// <summary>Gets the pins: press buttons, watch lamps.</summary>
    public VirtualGpioDriver Pins { get; }

    public VirtualRadio Radio { get; }

    public BoardMemory Memory { get; }

    /// <summary>Gets what the board has said to its broker.</summary>
    public BoardTraffic Traffic { get; } = new();

    /// <summary>Gets the faults of nano calls.</summary>
    public BoardFaults Faults { get; } = new();

    /// <summary>Gets the faults of M2Mqtt that come by chance.</summary>
    public MqttFaults MqttFaults { get; } = new();

    /// <summary>Gets whether the board has power.</summary>
    public bool HasPower { get; private set; }

    /// <summary>Gets how often the firmware was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Gets why it was started last.</summary>
    public StartReason LastStart { get; private set; }

    /// <summary>Gets what a thread of the firmware did not catch last, if anything.</summary>
    public Exception? Unhandled { get; internal set; }

    /// <summary>Gets or sets who is told of an exception that a thread of the firmware did not catch.</summary>
    public Action<Exception>? Failed { get; set; }

    internal Scheduler Scheduler => World.Scheduler;

    internal BoardOptions Options => _options;

    internal Chance Chance { get; }

    internal BoardRun? Run => _run;

    /// <summary>Gives power.</summary>
    public void PowerOn()
    {
        lock (_gate)
        {
            if (HasPower)
            {
                return;
            }

            HasPower = true;
            Boot(StartReason.Power);
        }
    }

    /// <summary>Takes the power away, whatever the firmware was doing.</summary>
    public void CutPower()
    {
        lock (_gate)
        {
            HasPower = false;
            _boot?.Dispose();
            _boot = null;
            Stop();
        }
    }

    /// <summary>Takes the power away and gives it again.</summary>
    public void CyclePower()
    {
        CutPower();
        PowerOn();
    }

    /// <summary>Presses the reset button.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            if (HasPower)
            {
                Stop();
                Boot(StartReason.Reset);
            }
        }
    }

    private void Boot(StartReason why)
    {
        LastStart = why;
        Clock.Reset(powerWasOff: why == StartReason.Power);
        _boot = Scheduler.At(Scheduler.Now + _options.BootTime.Ticks, StartMain);
    }

    private void StartMain()
    {
        lock (_gate)
        {
            if (!HasPower || _run is not null)
            {
                return;
            }

            Starts++;
            _run = new BoardRun(this);
            Radio.PowerUp(_run);
            _run.Start("main", _main);
        }
    }

    private void Stop()
    {
        BoardRun? run = _run;
        _run = null;
        Radio.PowerDown();
        Flash.LosePower();
        Memory.Forget();
        Traffic.End();
        Pins.PowerDown();
        run?.End();
    }
}
