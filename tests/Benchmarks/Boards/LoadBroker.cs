using System.Diagnostics;
using System.Net;
using MQTTnet.Server;

namespace JointWatch.Benchmarks.Boards;

/// <summary>
/// The broker of the boards: mosquitto as a process of its own where it is installed, so that the figures are the boards' alone; else
/// MQTTnet's, whose work for each message grows with the number of clients.
/// </summary>
internal sealed class LoadBroker : IAsyncDisposable
{
    public const int Port = 18_831;
    private readonly Process? _process;
    private readonly MqttServer? _server;

    private LoadBroker(Process? process, MqttServer? server)
    {
        _process = process;
        _server = server;
    }

    public string Name => _process is null ? "MQTTnet in this process" : "mosquitto";

    public static async Task<LoadBroker> StartAsync()
    {
        string[] folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/usr/local/sbin"];
        if (folders.Select(f => Path.Combine(f, "mosquitto")).FirstOrDefault(File.Exists) is { } mosquitto)
        {
            Process process = Process.Start(new ProcessStartInfo(mosquitto, ["-p", $"{Port}"]) { RedirectStandardError = true, UseShellExecute = false })!;
            while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("running", StringComparison.Ordinal))
            {
                // It says what it opens first.
            }

            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new LoadBroker(process, null);
        }

        MqttServer server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
            .WithDefaultEndpoint().WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointPort(Port).Build());
        await server.StartAsync();
        return new LoadBroker(null, server);
    }

    public async ValueTask DisposeAsync()
    {
        _process?.Kill();
        _process?.Dispose();
        await (_server?.StopAsync(new MqttServerStopOptions()) ?? Task.CompletedTask);
        _server?.Dispose();
    }
}
