using System.Collections.Concurrent;
using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using JointWatch.Links.Certificates;
using MQTTnet;
using MQTTnet.Formatter;

namespace JointWatch.Links.Tests;

/// <summary>The real thing on loopback: MQTT 5 over TLS with certificates on both sides.</summary>
public sealed class LinkOverTlsTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-tls-").FullName;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _taken = new();
    private readonly X509Certificate2 _authority = LinkCertificates.MakeAuthority("test centre", TimeProvider.System.GetUtcNow().AddYears(-5));
    private readonly X509Certificate2 _server;
    private readonly List<IAsyncDisposable> _ends = [];

    public LinkOverTlsTests() => _server = Kept("centre", LinkCertificates.MakeServer(_authority, ["127.0.0.1", "localhost"], TimeProvider.System.GetUtcNow()));

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable end in Enumerable.Reverse(_ends))
        {
            await end.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Messages_go_both_ways_in_order()
    {
        CentreLink centre = await StartCentre();
        PartyLink alfa = StartParty("alfa", centre.Port);
        for (int i = 0; i < 300; i++)
        {
            alfa.Send("centre", "text", Bytes($"up {i}"));
            centre.Send("alfa", "text", Bytes($"down {i}"));
        }

        await Until(() => Taken("centre<alfa").Count == 300 && Taken("alfa<centre").Count == 300);

        Assert.Equal([.. Enumerable.Range(0, 300).Select(i => $"up {i}")], Taken("centre<alfa"));
        Assert.Equal([.. Enumerable.Range(0, 300).Select(i => $"down {i}")], Taken("alfa<centre"));
        Assert.Equal(1, Assert.Single(alfa.States).Version);
    }

    [Fact]
    public async Task What_is_sent_while_the_link_is_cut_comes_when_it_is_back()
    {
        CentreLink centre = await StartCentre();
        PartyLink alfa = StartParty("alfa", centre.Port);
        alfa.Send("centre", "text", Bytes("before"));
        await Until(() => Taken("centre<alfa").Count == 1 && alfa.States[0].Waiting == 0);

        alfa.Cut();
        await Until(() => !centre.States[0].IsOpen);
        for (int i = 0; i < 200; i++)
        {
            alfa.Send("centre", "text", Bytes($"{i}"));
            centre.Send("alfa", "text", Bytes($"{i}"));
        }

        Assert.Equal(200, alfa.States[0].Waiting);
        Assert.Equal("cut by the exercise", alfa.States[0].Fault);
        alfa.Restore();
        await Until(() => Taken("centre<alfa").Count == 201 && Taken("alfa<centre").Count == 200);

        Assert.Equal(["before", .. Enumerable.Range(0, 200).Select(i => $"{i}")], Taken("centre<alfa"));
    }

    [Fact]
    public async Task A_centre_that_starts_again_goes_on_where_it_was()
    {
        CentreLink first = await StartCentre();
        PartyLink alfa = StartParty("alfa", first.Port);
        alfa.Send("centre", "text", Bytes("0"));
        await Until(() => Taken("centre<alfa").Count == 1);
        _ends.Remove(first);
        await first.DisposeAsync();
        alfa.Send("centre", "text", Bytes("1"));

        await StartCentre(first.Port);
        await Until(() => Taken("centre<alfa").Count == 2);

        Assert.Equal(["0", "1"], Taken("centre<alfa"));
    }

    [Fact]
    public async Task A_party_that_floods_is_held_back_and_the_other_is_not()
    {
        CentreLink centre = await StartCentre(limits: new LinkLimits { MessagesPerSecond = 20, BurstSeconds = 1 });
        PartyLink alfa = StartParty("alfa", centre.Port);
        PartyLink bravo = StartParty("bravo", centre.Port);
        for (int i = 0; i < 2000; i++)
        {
            alfa.Send("centre", "text", Bytes($"{i}"));
        }

        await Until(() => centre.States[0].IsHeldBack);
        bravo.Send("centre", "text", Bytes("quick"));
        await Until(() => Taken("centre<bravo").Count == 1);

        Assert.True(alfa.States[0].Waiting > 1000, $"{alfa.States[0].Waiting} wait");
        Assert.False(centre.States[1].IsHeldBack);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_turned_away()
    {
        CentreLink centre = await StartCentre();
        using X509Certificate2 foreign = LinkCertificates.MakeAuthority("test centre", TimeProvider.System.GetUtcNow());

        StartParty("alfa", centre.Port, Kept("foreign", LinkCertificates.MakeParty(foreign, "alfa", TimeProvider.System.GetUtcNow())));

        await Until(() => _log.Any(l => l.Contains("somebody was turned away: its certificate 'CN=alfa' is not good", StringComparison.Ordinal)));
        Assert.False(centre.States[0].IsOpen);
    }

    [Fact]
    public async Task An_expired_certificate_is_turned_away()
    {
        CentreLink centre = await StartCentre();

        StartParty("alfa", centre.Port, Kept("old", LinkCertificates.MakeParty(_authority, "alfa", TimeProvider.System.GetUtcNow().AddYears(-3))));

        await Until(() => _log.Any(l => l.Contains("turned away: its certificate 'CN=alfa' is not good", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_party_that_is_not_in_the_register_is_turned_away()
    {
        CentreLink centre = await StartCentre();

        StartParty("charlie", centre.Port);

        await Until(() => _log.Any(l => l.Contains("'charlie' is not in the register of parties", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_party_does_not_talk_to_a_server_that_is_not_the_centre()
    {
        using X509Certificate2 foreign = LinkCertificates.MakeAuthority("another", TimeProvider.System.GetUtcNow());
        CentreLink impostor = await StartCentre(certificate: Kept("impostor", LinkCertificates.MakeServer(foreign, ["127.0.0.1"], TimeProvider.System.GetUtcNow())));

        PartyLink alfa = StartParty("alfa", impostor.Port);

        await Until(() => alfa.States[0].Fault?.Contains("this is not the centre: its certificate 'CN=127.0.0.1' is not good", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_party_that_publishes_elsewhere_or_listens_to_others_is_cut_off()
    {
        CentreLink centre = await StartCentre();
        using X509Certificate2 certificate = Kept("alfa", LinkCertificates.MakeParty(_authority, "alfa", TimeProvider.System.GetUtcNow()));
        foreach (string topic in (string[])["jointwatch/v1/link/bravo/up", "#"])
        {
            using IMqttClient client = new MqttClientFactory().CreateMqttClient();
            var lost = new TaskCompletionSource();
            client.DisconnectedAsync += _ =>
            {
                lost.TrySetResult();
                return Task.CompletedTask;
            };
            await client.ConnectAsync(new MqttClientOptionsBuilder()
                .WithTcpServer("127.0.0.1", centre.Port).WithClientId("alfa").WithProtocolVersion(MqttProtocolVersion.V500)
                .WithTlsOptions(tls => tls.WithSslProtocols(SslProtocols.Tls13).WithClientCertificates([certificate]).WithCertificateValidationHandler(_ => true)).Build(), CancellationToken.None);
            CancellationToken stop = TestContext.Current.CancellationToken;
            _ = topic == "#" ? (Task)client.SubscribeAsync(topic, cancellationToken: stop) : client.PublishStringAsync(topic, "x", cancellationToken: stop);

            await lost.Task.WaitAsync(Patience, stop);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    private ConcurrentQueue<string> Taken(string way) => _taken.GetOrAdd(way, _ => new());

    private LinkHandler Handler(string self) => (message, _) =>
    {
        Taken($"{self}<{message.From}").Enqueue(Encoding.UTF8.GetString(message.Payload.Span));
        return ValueTask.CompletedTask;
    };

    private async Task<CentreLink> StartCentre(int port = 0, LinkLimits? limits = null, X509Certificate2? certificate = null)
    {
        var options = new CentreLinkOptions(Path.Combine(_folder, "centre"), certificate ?? _server, _authority, "test", IPAddress.Loopback, port, ["alfa", "bravo"]) { Limits = limits ?? new() };
        CentreLink link = await CentreLink.StartAsync(options, Handler("centre"), TimeProvider.System, _log.Enqueue);
        _ends.Add(link);
        return link;
    }

    private PartyLink StartParty(string name, int port, X509Certificate2? certificate = null)
    {
        certificate ??= Kept(name, LinkCertificates.MakeParty(_authority, name, TimeProvider.System.GetUtcNow()));
        var options = new PartyLinkOptions(name, Path.Combine(_folder, name), certificate, _authority, "test", "127.0.0.1", port);
        PartyLink link = PartyLink.Start(options, Handler(name), TimeProvider.System, _log.Enqueue);
        _ends.Add(link);
        return link;
    }

    /// <summary>The certificate as a program has it that read it from its files.</summary>
    private X509Certificate2 Kept(string name, X509Certificate2 made)
    {
        using (made)
        {
            string folder = Path.Combine(_folder, "certificates", Guid.NewGuid().ToString("N"));
            LinkCertificates.Write(folder, name, made);
            return LinkCertificates.Read(folder, name);
        }
    }
}
