using JointWatch.Emulation.Mqtt;

namespace JointWatch.Emulation.Network;

/// <summary>
/// A board's Wi-Fi: an access point that is there or not, the way to an address, and the connections over it with their delays and losses.
/// </summary>
public sealed class VirtualRadio
{
    private readonly Lock _gate = new();
    private readonly List<RadioConnection> _connections = [];
    private readonly VirtualBoard _board;
    private BoardRun? _run;
    private IDisposable? _joining;
    private string _ssid;
    private string _password;
    private bool _inReach = true;

    internal VirtualRadio(VirtualBoard board, BoardOptions options)
    {
        _board = board;
        _ssid = options.StoredSsid;
        _password = options.StoredPassword;
    }

    /// <summary>Gets or sets the network in reach.</summary>
    public string Ssid { get; set; } = "home";

    /// <summary>Gets or sets its password.</summary>
    public string Password { get; set; } = "correct horse";

    /// <summary>Gets or sets whether it gives addresses.</summary>
    public bool GivesAddresses { get; set; } = true;

    /// <summary>Gets or sets how long it takes to join the network and to get an address.</summary>
    public TimeSpan JoinTime { get; set; } = TimeSpan.FromMilliseconds(1_800);

    /// <summary>Gets or sets the time a packet takes, one way.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(4);

    /// <summary>Gets or sets by how much more it takes by chance, at most.</summary>
    public TimeSpan Jitter { get; set; } = TimeSpan.FromMilliseconds(4);

    /// <summary>Gets or sets the probability that a packet is lost and must go again: TCP delays it, and those behind it, by its retransmission time.</summary>
    public double Loss { get; set; }

    /// <summary>Gets or sets the received signal strength.</summary>
    public int SignalDbm { get; set; } = -58;

    /// <summary>Gets or sets after what time TCP gives a connection up whose bytes are not acknowledged. lwIP's 12 retransmissions take some 9 minutes.</summary>
    public TimeSpan TcpPatience { get; set; } = TimeSpan.FromMinutes(9);

    /// <summary>Gets or sets the send buffer: ESP-IDF's default of four segments.</summary>
    public int SendBufferBytes { get; set; } = 5_760;

    /// <summary>Gets whether the board has an address.</summary>
    public bool HasAddress { get; private set; }

    /// <summary>Gets whether bytes pass.</summary>
    public bool IsUp => HasAddress && _inReach;

    /// <summary>Takes the access point away.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _inReach = false;
            HasAddress = false;
            _joining?.Dispose();
        }
    }

    /// <summary>Brings the access point back: boards that were joined join again by themselves.</summary>
    public void Restore()
    {
        lock (_gate)
        {
            _inReach = true;
            Join();
        }
    }

    /// <summary>Lets all present connections go half open: bytes vanish both ways, and no one is told. New connections are well.</summary>
    public void HalfOpen()
    {
        foreach (RadioConnection connection in Connections())
        {
            connection.GoHalfOpen();
        }
    }

    internal string StoredSsid => _ssid;

    internal string StoredPassword => _password;

    internal void PowerUp(BoardRun run)
    {
        lock (_gate)
        {
            _run = run;
            Join();
        }
    }

    internal void PowerDown()
    {
        RadioConnection[] lost = Connections();
        lock (_gate)
        {
            _run = null;
            HasAddress = false;
            _joining?.Dispose();
            _connections.Clear();
        }

        foreach (RadioConnection connection in lost)
        {
            connection.Vanish();
        }
    }

    /// <summary>Stores a network, as SaveConfiguration does: in the configuration sector, not in a file.</summary>
    internal void Store(string ssid, string password)
    {
        lock (_gate)
        {
            _ssid = ssid;
            _password = password;
        }
    }

    /// <summary>Joins the network that is stored, if it is there.</summary>
    internal void Join()
    {
        lock (_gate)
        {
            _joining?.Dispose();
            if (HasAddress || !_inReach || _run is null || _ssid != Ssid || _password != Password)
            {
                return;
            }

            BoardRun run = _run;
            _joining = _board.Scheduler.At(_board.Scheduler.Now + JoinTime.Ticks, () => Joined(run));
        }
    }

    internal void Leave()
    {
        lock (_gate)
        {
            _joining?.Dispose();
            HasAddress = false;
        }
    }

    internal RadioConnection Open(BrokerAddress address, MqttClientModel client)
    {
        RadioConnection connection = new(_board, client);
        lock (_gate)
        {
            _connections.Add(connection);
        }

        connection.Open(address);
        return connection;
    }

    internal void Forget(RadioConnection connection)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
        }
    }

    private void Joined(BoardRun run)
    {
        lock (_gate)
        {
            if (run.HasEnded || !GivesAddresses || !_inReach)
            {
                return;
            }

            HasAddress = true;
        }

        // nanoFramework starts SNTP with the first address of an ESP32.
        run.Sntp.Start();
        foreach (RadioConnection connection in Connections())
        {
            connection.PathRestored();
        }
    }

    private RadioConnection[] Connections()
    {
        lock (_gate)
        {
            return [.. _connections];
        }
    }
}
