namespace JointWatch.Emulation.Network;

/// <summary>
/// What <c>nanoFramework.Networking.WifiNetworkHelper</c> does on a board: it stores the network, joins, and then looks every 200 ms whether
/// there is an address, until the caller's token says stop; without a token it looks for ever. Its status is that of its last call.
/// </summary>
internal sealed class WifiHelper(BoardRun run)
{
    private const long LookTicks = TimeSpan.TicksPerMillisecond * 200;

    /// <summary>What <c>NetworkHelperStatus</c> says; numbered as there.</summary>
    public int Status { get; private set; }

    public Exception? Fault { get; private set; }

    /// <summary>Stores a network, leaves any other, joins it and waits for an address.</summary>
    public bool Connect(string ssid, string password, bool needsTime, Func<bool> cancelled)
    {
        try
        {
            VirtualRadio radio = run.Board.Radio;
            if (!radio.HasAddress || radio.StoredSsid != ssid)
            {
                radio.Leave();
                radio.Store(ssid, password);
                radio.Join();
            }

            return Await(needsTime, cancelled);
        }
        catch (Exception e) when (e is not Scheduling.PowerLostException)
        {
            Fault = e;
            Status = 7;
            return false;
        }
    }

    /// <summary>Waits for an address on the network that is stored. It does not join: the native driver does that by itself.</summary>
    public bool Reconnect(bool needsTime, Func<bool> cancelled) => Await(needsTime, cancelled);

    public void Disconnect() => run.Board.Radio.Leave();

    public void Reset()
    {
        Status = 0;
        Fault = null;
    }

    private bool Await(bool needsTime, Func<bool> cancelled)
    {
        Status = 1;
        while (!cancelled() && !run.Board.Radio.HasAddress)
        {
            run.Wait(null, LookTicks);
        }

        if (cancelled())
        {
            Status = 4;
            return false;
        }

        while (needsTime && !cancelled() && run.Board.Clock.Utc.Year < 2021)
        {
            run.Wait(null, LookTicks);
        }

        Status = cancelled() ? 5 : 2;
        return Status == 2;
    }
}
