using System.Net.Sockets;
using System.Net;
using JointWatch.Station.Alarm;
using JointWatch.Station.Announcing;
using JointWatch.Station.Broker;
using JointWatch.Station.Commanding;
using JointWatch.Station.Core;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Intake;
using JointWatch.Station.Joint;
using JointWatch.Station.Journal;
using JointWatch.Station.Outputs.Mqtt;
using JointWatch.Station.Outputs;
using JointWatch.Station.Releasing;
using MQTTnet.Server;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.FileProviders;

namespace JointWatch.Station.Hosting;

/// <summary>The whole station: engine, broker (embedded or outside), page and API.</summary>
internal sealed class StationHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly OutsideBroker? _outside;
    private readonly AlarmPublisher _alarm;
    private readonly WarningPublisher _publisher;
    private readonly AnnouncementFolder? _announcements;

    private StationHost(
        WebApplication app,
        StationEngine engine,
        IBrokerLink broker,
        OutsideBroker? outside,
        AlarmPublisher alarm,
        WarningPublisher publisher,
        AnnouncementFolder? announcements,
        JointSide? joint,
        HostSettings settings)
    {
        _announcements = announcements;
        Joint = joint;
        _alarm = alarm;
        _publisher = publisher;
        _app = app;
        Engine = engine;
        Broker = broker;
        _outside = outside;
        MqttPort = settings.MqttPort;
        Urls = PageAddresses(app, settings);
    }

    public StationEngine Engine { get; }

    public IBrokerLink Broker { get; }

    /// <summary>Gets the station's part in a joint centre, or null.</summary>
    public JointSide? Joint { get; }

    /// <summary>Gets the embedded broker's port, the one that it really has.</summary>
    public int MqttPort { get; }

    /// <summary>Gets the page's addresses, with the ports that they really have.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>Starts everything. When it returns, nodes and browsers can connect.</summary>
    /// <exception cref="PortInUseException">A port is taken.</exception>
    /// <exception cref="Exercises.InvalidInputException">The register of enrolled nodes is bad.</exception>
    public static async Task<StationHost> StartAsync(
        HostSettings asked, StageFactory stages, TimeProvider time, Action<string> log, params IReadOnlyList<ICoreObserver> observers)
    {
        HostSettings settings = asked with { MqttPort = asked.MqttPort == 0 ? FreePort(asked.MqttAddress) : asked.MqttPort };
        var enrolled = new EnrolledNodes(settings.DataDirectory, time, log);
        var warnings = new WarningsInForce();
        var listed = new WarningList(settings.IsActual);
        var answers = new AnswerBoard();
        JointSide? joint = settings.Joint is { } centre ? new JointSide(centre, Path.Combine(settings.DataDirectory, JournalFile.FileName), time, log) : null;
        IReadOnlyList<ICoreObserver> all =
        [
            warnings, listed, answers, .. observers,
            .. joint?.Keeper is { } keeper ? [keeper] : Array.Empty<ICoreObserver>(),
            .. joint is null ? Array.Empty<ICoreObserver>() : [new ThingFeed(settings.Party, joint)],
        ];
        StationEngine engine = await StationEngine.StartAsync(settings.DataDirectory, stages, time, log, all);
        var guard = new SealGuard(enrolled, engine.Intake);
        WebApplication? app = null;
        OutsideBroker? outside = null;
        try
        {
            CommandSender? sender = null;
            app = Build(settings, engine, time);
            CommandApi.Map(app, () => sender!);
            AnnouncementApi.Map(app, engine.Picture, engine.Intake);
            OutputApi.Map(app, engine.Picture, listed, settings.Party);
            if (joint is not null)
            {
                JointApi.Map(app, joint);
            }

            IBrokerLink broker;
            if (settings.OutsideBroker is { } address)
            {
                broker = outside = new OutsideBroker(guard, address, time, log);
            }
            else
            {
                var embedded = new EmbeddedBroker(app.Services.GetRequiredService<MqttServer>());
                embedded.Guard(new BrokerGate(guard, new IntakeOptions()));
                broker = embedded;
            }

            sender = new CommandSender(engine.Picture, enrolled, broker, answers, time);
            await StartAsync(app, settings);
            outside?.Start();
            joint?.Start(engine.Intake);
            AnnouncementFolder? announcements = settings.AnnouncementsDirectory is { } folder
                ? await AnnouncementFolder.StartAsync(folder, engine.Picture, engine.Intake, time, log)
                : null;
            return new StationHost(
                app,
                engine,
                broker,
                outside,
                new AlarmPublisher(warnings, broker, time),
                new WarningPublisher(listed, settings.Party, broker, time),
                announcements,
                joint,
                settings);
        }
        catch
        {
            if (joint is not null)
            {
                await joint.DisposeAsync();
            }

            if (app is not null)
            {
                await app.DisposeAsync();
            }

            await engine.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_announcements is not null)
        {
            await _announcements.DisposeAsync();
        }

        await _alarm.DisposeAsync();
        await _publisher.DisposeAsync();
        if (_outside is not null)
        {
            await _outside.DisposeAsync();
        }

        await _app.StopAsync();
        await Engine.DisposeAsync();
        if (Joint is not null)
        {
            await Joint.DisposeAsync();
        }

        await _app.DisposeAsync();
    }

    private static WebApplication Build(HostSettings settings, StationEngine engine, TimeProvider time)
    {
        string page = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        // That a port is taken is told once, in words of our own, with the option that changes it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            foreach (string url in settings.Urls)
            {
                Listen(kestrel, BindingAddress.Parse(url));
            }
        });
        if (settings.OutsideBroker is null)
        {
            EmbeddedBroker.Add(builder, settings.MqttAddress, settings.MqttPort);
        }

        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(engine.Picture);
        builder.Services.AddSignalR();
        builder.Services.AddHostedService<PictureBroadcaster>();
        WebApplication app = builder.Build();
        PageHeaders.Use(app);
        if (Directory.Exists(page))
        {
            var files = new PhysicalFileProvider(page);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        }
        else
        {
            app.MapGet("/", () => Results.Text("This station was built without its page (SkipPage). The API is below /api/picture."));
        }

        PictureApi.Map(app, engine.Picture, engine.Core.Quarantine);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, BindingAddress url)
    {
        switch (url.Host)
        {
            case "localhost":
                kestrel.ListenLocalhost(url.Port);
                break;
            case "*" or "+":
                kestrel.ListenAnyIP(url.Port);
                break;
            default:
                kestrel.Listen(IPAddress.Parse(url.Host.Trim('[', ']')), url.Port);
                break;
        }
    }

    /// <summary>The broker shares its web server with the page, which cannot say afterwards which of two free ports is whose: so one is looked for before.</summary>
    private static int FreePort(IPAddress address)
    {
        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task StartAsync(WebApplication app, HostSettings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            bool mqtt = settings.OutsideBroker is null && e.Message.Contains($":{settings.MqttPort}:", StringComparison.Ordinal);
            throw mqtt
                ? new PortInUseException($"Port {settings.MqttPort} on {settings.MqttAddress} is taken by another program (perhaps another broker). Choose another with --mqtt-port.")
                : new PortInUseException($"An address of the page, {string.Join(" or ", settings.Urls)}, is taken by another program. Choose another with --urls.");
        }
    }

    private static string[] PageAddresses(WebApplication app, HostSettings settings)
    {
        ICollection<string> bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return [.. bound.Where(a => settings.OutsideBroker is not null || BindingAddress.Parse(a).Port != settings.MqttPort)];
    }
}
