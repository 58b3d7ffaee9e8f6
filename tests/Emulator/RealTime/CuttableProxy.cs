using System.Net;
using System.Net.Sockets;

namespace JointWatch.Emulation.Tests.RealTime;

/// <summary>A wire between boards and broker that a test can cut: connections end without a word of goodbye.</summary>
internal sealed class CuttableProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly List<TcpClient> _ends = [];
    private readonly int _brokerPort;

    public CuttableProxy(int brokerPort)
    {
        _brokerPort = brokerPort;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public void Cut()
    {
        lock (_ends)
        {
            _ends.ForEach(end => end.Close());
            _ends.Clear();
        }
    }

    public void Dispose()
    {
        _ended.Cancel();
        _listener.Dispose();
        Cut();
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient board = await _listener.AcceptTcpClientAsync(_ended.Token);
                TcpClient broker = new();
                await broker.ConnectAsync(IPAddress.Loopback, _brokerPort, _ended.Token);
                lock (_ends)
                {
                    _ends.Add(board);
                    _ends.Add(broker);
                }

                _ = PumpAsync(board.GetStream(), broker.GetStream());
                _ = PumpAsync(broker.GetStream(), board.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        try
        {
            await from.CopyToAsync(to, _ended.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The wire has been cut.
        }
    }
}
