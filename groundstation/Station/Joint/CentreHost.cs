using System.Net;
using JointWatch.Exchange.Assurances.Output;
using JointWatch.Exchange.Parties;
using JointWatch.Joint.Centre;
using JointWatch.Joint.Picture;
using JointWatch.Links;
using JointWatch.Station.Hosting;
using JointWatch.TransparencyLog;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.FileProviders;

namespace JointWatch.Station.Joint;

/// <summary>The centre: its engine with the log, the links to the parties' stations, and its page. It takes nothing from its page: parties speak at their own stations.</summary>
internal sealed class CentreHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CentreEngine _engine;

    private CentreHost(WebApplication app, CentreEngine engine, CentreLink link)
    {
        _app = app;
        _engine = engine;
        Link = link;
        Urls = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
    }

    public CentreEngine Engine => _engine;

    public CentreLink Link { get; }

    /// <summary>Gets the page's addresses.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>Starts it. When it returns, parties' stations and browsers can come.</summary>
    /// <exception cref="PortInUseException">The page's or the link's port is taken.</exception>
    /// <exception cref="LogFormatException">The log is damaged.</exception>
    public static async Task<CentreHost> StartAsync(CentreOptions options, CentreLinkOptions links, IPEndPoint page, TimeProvider time, Action<string> log)
    {
        CentreLink? link = null;
        var engine = new CentreEngine(options, time, (to, kind, payload) => link!.Send(to.Name, kind, payload));
        try
        {
            var ready = new TaskCompletionSource();
            link = await CentreLink.StartAsync(
                links,
                async (message, _) =>
                {
                    await ready.Task;
                    engine.Receive(PartyId.Parse(message.From), message.Kind, message.Payload);
                },
                time,
                log);
            ready.SetResult();
            WebApplication app = Build(engine, link, page);
            await app.StartAsync();
            return new CentreHost(app, engine, link);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await CloseAsync();
            throw new PortInUseException($"An address of the centre, {page} or the link's port {links.Port}, is taken by another program.");
        }
        catch
        {
            await CloseAsync();
            throw;
        }

        async Task CloseAsync()
        {
            if (link is not null)
            {
                await link.DisposeAsync();
            }

            engine.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await Link.DisposeAsync();
        _engine.Dispose();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(CentreEngine engine, CentreLink link, IPEndPoint address)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address);
        });
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        WebApplication app = builder.Build();
        PageHeaders.Use(app);
        app.MapGet("/api/joint", (bool? fusion) => View(engine, link, fusion ?? false));
        app.MapGet("/api/joint/assurances/{party}", (string party) => PartyId.TryParse(party) is { } id
            ? Results.Text(AssuranceJson.Write(engine.Assurances(id)), "application/json")
            : Results.NotFound());
        string page = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (File.Exists(Path.Combine(page, "joint.html")))
        {
            app.MapGet("/", () => Results.Redirect("joint.html"));
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(page) });
        }
        else
        {
            app.MapGet("/", () => Results.Text("This program was built without its page (SkipPage). The API is at /api/joint."));
        }

        return app;
    }

    private static JointView View(CentreEngine engine, CentreLink link, bool withFusion) => engine.View(withFusion) with { Links = LinkViews.Of(link) };
}
