using System.Net;
using System.Net.Sockets;

namespace JointWatch.Firmware.Tests.Boards;

/// <summary>A wire between boards and broker that a test can cut: connections end without a word of goodbye.</summary>
internal sealed class CuttableProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly List<TcpClient> ends = [];
    private readonly int brokerPort;

    public CuttableProxy(int brokerPort)
    {
        this.brokerPort = brokerPort;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public void Cut()
    {
        lock (ends)
        {
            ends.ForEach(end => end.Close());
            ends.Clear();
        }
    }

    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
        Cut();
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient board = await listener.AcceptTcpClientAsync(ended.Token);
                TcpClient broker = new();
                await broker.ConnectAsync(IPAddress.Loopback, brokerPort, ended.Token);
                lock (ends)
                {
                    ends.Add(board);
                    ends.Add(broker);
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
            await from.CopyToAsync(to, ended.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The wire has been cut.
        }
    }
}
