using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Channels;
using JointWatch.Links.Certificates;
using JointWatch.Links.Mqtt;
using JointWatch.Links.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.AspNetCore;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace JointWatch.Links;

/// <summary>
/// The centre's end: an MQTT 5 broker of its own with mutual TLS, which parties alone may use, each by its certificate's name and for its own two topics.
/// </summary>
public sealed class CentreLink : ILinkEnd
{
    private const int MostToSend = 1_000;
    private const long MostPacketBytes = 256 * 1024;

    private readonly CentreLinkOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly Dictionary<string, Party> _parties = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly WebApplication _app;
    private readonly MqttServer _server;
    private Task[] _senders = [];
    private volatile bool _isCut;

    private CentreLink(CentreLinkOptions options, LinkHandler handler, TimeProvider time, Action<string> log, Action changed)
    {
        _options = options;
        _time = time;
        _log = log;
        Port = options.Port == 0 ? FreePort(options.Address) : options.Port;
        foreach (string party in options.Parties)
        {
            Channel<byte[]> frames = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostToSend) { FullMode = BoundedChannelFullMode.DropWrite });
            _parties[party] = new Party(
                new LinkPeer(party, options.Folder, options.Limits, options.Program, handler, frame => frames.Writer.TryWrite(frame), time, changed), frames);
        }

        _app = Build();
        _server = _app.Services.GetRequiredService<MqttServer>();
        _server.ValidatingConnectionAsync += ValidateAsync;
        _server.ClientConnectedAsync += args =>
        {
            _parties[args.ClientId].Peer.Connected(isGreeter: false);
            _log($"{args.ClientId} is linked.");
            return Task.CompletedTask;
        };
        _server.ClientDisconnectedAsync += args =>
        {
            _parties.GetValueOrDefault(args.ClientId)?.Peer.Disconnected();
            _log($"{args.ClientId} is not linked any more.");
            return Task.CompletedTask;
        };
        _server.InterceptingSubscriptionAsync += args =>
        {
            args.ProcessSubscription = args.TopicFilter.Topic == LinkNames.Down(args.ClientId);
            args.CloseConnection = !args.ProcessSubscription;
            return Task.CompletedTask;
        };
        _server.InterceptingPublishAsync += TakeAsync;
    }

    /// <inheritdoc/>
    public string Self => _options.Self;

    /// <inheritdoc/>
    public int Port { get; }

    /// <summary>Gets how many connections and publications were turned away.</summary>
    public long TurnedAway { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<LinkState> States => [.. _parties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.Peer.State)];

    /// <summary>Starts it. When it returns, parties can come.</summary>
    /// <param name="changed">Is called when a state has changed; it must not block.</param>
    /// <exception cref="IOException">The folder cannot be used, or the port is taken.</exception>
    public static async Task<CentreLink> StartAsync(CentreLinkOptions options, LinkHandler handler, TimeProvider time, Action<string> log, Action? changed = null)
    {
        var link = new CentreLink(options, handler, time, log, changed ?? (() => { }));
        try
        {
            await link._app.StartAsync();
        }
        catch
        {
            await link.DisposeAsync();
            throw;
        }

        link._senders = [.. link._parties.Select(p => Task.Run(() => link.SendAsync(p.Key, p.Value.Frames.Reader)))];
        return link;
    }

    /// <inheritdoc/>
    public long Send(string to, string kind, ReadOnlyMemory<byte> payload) => _parties.TryGetValue(to, out Party? party)
        ? party.Peer.Send(kind, payload)
        : throw new ArgumentException($"'{to}' is no peer of the centre; expected one of {string.Join(", ", _parties.Keys)}", nameof(to));

    /// <inheritdoc/>
    public void Cut()
    {
        _isCut = true;
        foreach (string party in _parties.Keys)
        {
            _ = DisconnectAsync(party);
        }
    }

    /// <inheritdoc/>
    public void Restore() => _isCut = false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (string party in _parties.Keys)
        {
            await DisconnectAsync(party);
        }

        await _app.StopAsync();
        await Task.WhenAll(_senders);
        foreach (Party party in _parties.Values)
        {
            await party.Peer.DisposeAsync();
        }

        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private static int FreePort(IPAddress address)
    {
        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.AddHostedMqttServer(options => options
            .WithoutDefaultEndpoint()
            .WithDefaultCommunicationTimeout(TimeSpan.FromSeconds(10))
            .WithMaxPendingMessagesPerClient(MostToSend));
        builder.Services.AddMqttConnectionHandler();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(_options.Address, Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificate = _options.Certificate,
                SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                ClientCertificateMode = ClientCertificateMode.RequireCertificate,
                ClientCertificateValidation = (certificate, _, _) =>
                {
                    string? why = LinkCertificates.WhyNot(certificate, _options.Authority, isServer: false, _time.GetUtcNow());
                    if (why is not null)
                    {
                        TurnAway($"somebody was turned away: {why}");
                    }

                    return why is null;
                },
            });
            listen.Use(next => connection =>
            {
                connection.Transport = WholePacketReader.Before(connection.Transport, MostPacketBytes);
                return next(connection);
            });
            listen.UseMqtt();
        }));
        return builder.Build();
    }

    private Task ValidateAsync(ValidatingConnectionEventArgs args)
    {
        string name = args.ChannelAdapter.ClientCertificate is { } certificate ? LinkCertificates.NameOf(certificate) : "";
        string? why = _isCut ? "the link is cut by the exercise"
            : args.ClientId != name ? $"the client id is not '{name}', the certificate's name"
            : !_parties.ContainsKey(name) ? $"'{name}' is not in the register of parties"
            : args.ProtocolVersion != MQTTnet.Formatter.MqttProtocolVersion.V500 ? "a link speaks MQTT 5"
            : null;
        if (why is not null)
        {
            TurnAway($"{(name.Length > 0 ? name : "somebody")} was turned away: {why}");
            args.ReasonCode = MqttConnectReasonCode.NotAuthorized;
            args.ReasonString = why;
        }

        return Task.CompletedTask;
    }

    private async Task TakeAsync(InterceptingPublishEventArgs args)
    {
        if (args.ClientId == Self)
        {
            return;
        }

        // Nothing that a party publishes goes to anybody but this link.
        args.ProcessPublish = false;
        if (args.ApplicationMessage.Topic != LinkNames.Up(args.ClientId) || args.ApplicationMessage.Retain || !_parties.TryGetValue(args.ClientId, out Party? party))
        {
            TurnAway($"{args.ClientId} published to '{args.ApplicationMessage.Topic}'; expected {LinkNames.Up(args.ClientId)}, not retained");
            args.CloseConnection = true;
            return;
        }

        try
        {
            await party.Peer.TakeAsync(args.ApplicationMessage.Payload.ToArray(), args.CancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            args.CloseConnection = true;
        }
    }

    private async Task SendAsync(string party, ChannelReader<byte[]> frames)
    {
        try
        {
            await foreach (byte[] frame in frames.ReadAllAsync(_stop.Token))
            {
                MqttApplicationMessage message = new MqttApplicationMessageBuilder()
                    .WithTopic(LinkNames.Down(party))
                    .WithPayload(frame)
                    .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
                    .Build();
                await _server.InjectApplicationMessage(new InjectedMqttApplicationMessage(message) { SenderClientId = Self }, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task DisconnectAsync(string party)
    {
        try
        {
            await _server.DisconnectClientAsync(party, MqttDisconnectReasonCode.AdministrativeAction);
        }
        catch (InvalidOperationException)
        {
            // It is not there.
        }
    }

    private void TurnAway(string words)
    {
        TurnedAway++;
        _log(words);
    }

    private sealed record Party(LinkPeer Peer, Channel<byte[]> Frames);

    /// <summary>The program that this is a part of decides when it stops.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
