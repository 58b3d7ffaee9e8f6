using System.Buffers;
using System.Net.Security;
using System.Security.Authentication;
using System.Threading.Channels;
using JointWatch.Links.Certificates;
using JointWatch.Links.Protocol;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace JointWatch.Links;

/// <summary>A party's end: an MQTT 5 client with mutual TLS that connects to the centre, and connects again whenever the connection is lost.</summary>
public sealed class PartyLink : ILinkEnd
{
    private const int MostToSend = 1_000;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly PartyLinkOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<byte[]> _out = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostToSend) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim _restored = new(0);
    private readonly LinkPeer _peer;
    private readonly Task _session;
    private volatile bool _isCut;
    private string? _trouble;

    private PartyLink(PartyLinkOptions options, LinkHandler handler, TimeProvider time, Action<string> log, Action changed)
    {
        _options = options;
        _time = time;
        _log = log;
        _peer = new LinkPeer(LinkNames.Centre, options.Folder, options.Limits, options.Program, handler, frame => _out.Writer.TryWrite(frame), time, changed);
        _client.ApplicationMessageReceivedAsync += async args => await _peer.TakeAsync(args.ApplicationMessage.Payload.ToArray(), _stop.Token);
        _session = Task.Run(KeepConnectedAsync);
    }

    /// <inheritdoc/>
    public string Self => _options.Self;

    /// <inheritdoc/>
    public int Port => 0;

    /// <inheritdoc/>
    public IReadOnlyList<LinkState> States => [_peer.State is var state && state.Fault is null && !state.IsOpen ? state with { Fault = _isCut ? "cut by the exercise" : _trouble } : state];

    /// <summary>Starts it. It returns at once; the connection is made in the background.</summary>
    /// <param name="changed">Is called when a state has changed; it must not block.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static PartyLink Start(PartyLinkOptions options, LinkHandler handler, TimeProvider time, Action<string> log, Action? changed = null) =>
        new(options, handler, time, log, changed ?? (() => { }));

    /// <inheritdoc/>
    public long Send(string to, string kind, ReadOnlyMemory<byte> payload) => to == LinkNames.Centre
        ? _peer.Send(kind, payload)
        : throw new ArgumentException($"'{to}' is no peer of {Self}; expected {LinkNames.Centre}", nameof(to));

    /// <inheritdoc/>
    public void Cut()
    {
        _isCut = true;
        _ = _client.TryDisconnectAsync();
    }

    /// <inheritdoc/>
    public void Restore()
    {
        if (_isCut)
        {
            _isCut = false;
            _restored.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _session;
        await _peer.DisposeAsync();
        _client.Dispose();
        _restored.Dispose();
        _stop.Dispose();
    }

    private async Task KeepConnectedAsync()
    {
        TimeSpan wait = ShortestWait;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (_isCut)
                {
                    await _restored.WaitAsync(_stop.Token);
                }

                await ConnectAsync();
                wait = ShortestWait;
                _log($"{Self}: linked to the centre at {_options.Host}:{_options.Port}.");
                await SendAsync();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is MqttCommunicationException or MqttClientNotConnectedException or OperationCanceledException or AuthenticationException)
            {
                Note($"no link to the centre at {_options.Host}:{_options.Port} ({(e is AuthenticationException ? e : e.InnerException ?? e).Message})");
            }

            _peer.Disconnected();
            await Task.Delay(wait, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 > LongestWait ? LongestWait : wait * 2;
        }

        await _client.TryDisconnectAsync();
    }

    private async Task ConnectAsync()
    {
        string? refused = null;
        MqttClientOptions options = new MqttClientOptionsBuilder()
            .WithTcpServer(_options.Host, _options.Port)
            .WithProtocolVersion(MqttProtocolVersion.V500)
            .WithClientId(Self)
            .WithCleanStart()
            .WithKeepAlivePeriod(TimeSpan.FromSeconds(10))
            .WithTimeout(TimeSpan.FromSeconds(10))
            .WithTlsOptions(tls => tls
                .WithSslProtocols(SslProtocols.Tls12 | SslProtocols.Tls13)
                .WithTargetHost(_options.Host)
                .WithClientCertificates([_options.Certificate])
                .WithCertificateValidationHandler(args =>
                {
                    using var shown = args.Certificate is null ? null : System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(args.Certificate.GetRawCertData());
                    refused = LinkCertificates.WhyNot(shown, _options.Authority, isServer: true, _time.GetUtcNow())
                        ?? (args.SslPolicyErrors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"its certificate is not for {_options.Host}" : null);
                    return refused is null;
                }))
            .Build();
        try
        {
            MqttClientConnectResult result = await _client.ConnectAsync(options, _stop.Token);
            if (result.ResultCode != MqttClientConnectResultCode.Success)
            {
                throw new MqttCommunicationException($"the centre answered {result.ResultCode}: {result.ReasonString}");
            }
        }
        catch (Exception e) when (refused is not null)
        {
            throw new AuthenticationException($"this is not the centre: {refused}", e);
        }

        while (_out.Reader.TryRead(out _))
        {
            // Frames of the connection before: the protocol sends again what was not taken.
        }

        await _client.SubscribeAsync(LinkNames.Down(Self), MqttQualityOfServiceLevel.AtLeastOnce, _stop.Token);
        _peer.Connected(isGreeter: true);
    }

    /// <summary>Sends frames until the connection is lost.</summary>
    private async Task SendAsync()
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        Task OnLost(MqttClientDisconnectedEventArgs args)
        {
            Note($"the link to the centre was lost ({args.Exception?.Message ?? args.ReasonString ?? args.Reason.ToString()})");
            return lost.CancelAsync();
        }

        _client.DisconnectedAsync += OnLost;
        try
        {
            while (_client.IsConnected)
            {
                byte[] frame = await _out.Reader.ReadAsync(lost.Token);
                await _client.PublishBinaryAsync(LinkNames.Up(Self), frame, MqttQualityOfServiceLevel.AtLeastOnce, retain: false, lost.Token);
            }
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            // Lost: told above.
        }
        finally
        {
            _client.DisconnectedAsync -= OnLost;
        }
    }

    private void Note(string words)
    {
        if (_trouble != words)
        {
            _trouble = words;
            _log($"{Self}: {words}; trying again.");
        }
    }
}
