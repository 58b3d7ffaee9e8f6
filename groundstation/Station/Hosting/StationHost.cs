using System.Net;
using JointWatch.Station.Broker;
using JointWatch.Station.Core;
using JointWatch.Station.Intake;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.FileProviders;
using MQTTnet.Server;

namespace JointWatch.Station.Hosting;

/// <summary>The whole station: engine, broker (embedded or outside), page and API.</summary>
internal sealed class StationHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly OutsideBroker? _outside;

    private StationHost(WebApplication app, StationEngine engine, IBrokerLink broker, OutsideBroker? outside, string url)
    {
        _app = app;
        Engine = engine;
        Broker = broker;
        _outside = outside;
        Url = url;
    }

    public StationEngine Engine { get; }

    public IBrokerLink Broker { get; }

    /// <summary>Gets the page's address, with the port that it really has.</summary>
    public string Url { get; }

    /// <summary>Starts everything. When it returns, nodes and browsers can connect.</summary>
    /// <exception cref="PortInUseException">A port is taken.</exception>
    public static async Task<StationHost> StartAsync(
        StationSettings settings, StageFactory stages, TimeProvider time, Action<string> log, params IReadOnlyList<ICoreObserver> observers)
    {
        StationEngine engine = await StationEngine.StartAsync(settings.DataDirectory, stages, time, log, observers);
        WebApplication? app = null;
        OutsideBroker? outside = null;
        try
        {
            app = Build(settings, engine, time);
            IBrokerLink broker;
            if (settings.OutsideBroker is { } address)
            {
                broker = outside = new OutsideBroker(engine.Intake, address, time, log);
            }
            else
            {
                var embedded = new EmbeddedBroker(app.Services.GetRequiredService<MqttServer>());
                embedded.Guard(new BrokerGate(engine.Intake, new IntakeOptions()));
                broker = embedded;
            }

            await StartAsync(app, settings);
            outside?.Start();
            return new StationHost(app, engine, broker, outside, PageAddress(app, settings));
        }
        catch
        {
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
        if (_outside is not null)
        {
            await _outside.DisposeAsync();
        }

        await _app.StopAsync();
        await Engine.DisposeAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(StationSettings settings, StationEngine engine, TimeProvider time)
    {
        string page = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        // That a port is taken is told once, in words of our own, with the option that changes it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        Uri url = new(settings.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(AddressOf(url), url.Port);
        });
        if (settings.OutsideBroker is null)
        {
            EmbeddedBroker.Add(builder, settings.MqttAddress, settings.MqttPort);
        }

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

    private static IPAddress AddressOf(Uri url) => url.Host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" or "+" => IPAddress.Any,
        _ => IPAddress.Parse(url.Host.Trim('[', ']')),
    };

    private static async Task StartAsync(WebApplication app, StationSettings settings)
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
                : new PortInUseException($"{settings.Url} is taken by another program. Choose another address with --urls.");
        }
    }

    private static string PageAddress(WebApplication app, StationSettings settings)
    {
        ICollection<string> addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        string? bound = addresses.FirstOrDefault(a => new Uri(a).Port != settings.MqttPort || settings.OutsideBroker is not null);
        return bound ?? settings.Url;
    }
}
