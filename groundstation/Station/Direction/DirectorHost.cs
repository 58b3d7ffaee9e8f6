using System.Net;
using JointWatch.Exercises;
using JointWatch.Station.Hosting;
using JointWatch.Tracking;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.FileProviders;

namespace JointWatch.Station.Direction;

/// <summary>
/// The directing staff's panel: a web server of its own, on the loopback address, behind a token. It shows the truth and moves the exercise; the parties' pages and APIs
/// have none of it.
/// </summary>
internal sealed class DirectorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DirectorHost(WebApplication app, DirectorToken token)
    {
        _app = app;
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Link = new Uri($"{address}/?{DirectorToken.Parameter}={token.Text}");
    }

    /// <summary>Gets the link that opens the panel, with its token.</summary>
    public Uri Link { get; }

    /// <exception cref="PortInUseException">The port is taken.</exception>
    public static async Task<DirectorHost> StartAsync(int port, ExerciseDirection direction, DirectorPanel panel, TimeProvider time)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        WebApplication app = builder.Build();
        var token = new DirectorToken();
        PageHeaders.Use(app);
        app.Use(token.CheckAsync);
        app.MapGet("/api/direction", panel.View);
        Map("start", (r, now) => direction.Start(now, By(r)));
        Map("pause", (r, now) => direction.Pause(now, By(r)));
        Map("resume", (r, now) => direction.Resume(now, By(r)));
        Map("speed", (r, now) => direction.SetSpeed(now, r.Speed ?? double.NaN, By(r)));
        Map("inject", (r, now) => direction.Fire(now, r.Inject ?? "", By(r)));
        Map("note", (r, now) => direction.Note(now, r.Text ?? "", By(r)));
        string page = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (File.Exists(Path.Combine(page, "director.html")))
        {
            app.MapGet("/", () => Results.Redirect("director.html"));
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(page) });
        }
        else
        {
            app.MapGet("/director.html", () => Results.Text("This program was built without its page (SkipPage). The API is at /api/direction."));
        }

        try
        {
            await app.StartAsync();
            return new DirectorHost(app, token);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await app.DisposeAsync();
            throw new PortInUseException($"The port {port} of the director's panel is taken by another program.");
        }

        void Map(string act, Action<DirectionRequest, UtcMicroseconds> does) => app.MapPost($"/api/direction/{act}", (DirectionRequest request) =>
        {
            try
            {
                does(request, UtcMicroseconds.From(time.GetUtcNow()));
                return Results.Ok(panel.View());
            }
            catch (InvalidInputException e)
            {
                return Results.BadRequest(new Views.ErrorReplyView(e.Message));
            }
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static string By(DirectionRequest request) => string.IsNullOrWhiteSpace(request.By) ? "director" : request.By.Length > 64 ? request.By[..64] : request.By;
}
