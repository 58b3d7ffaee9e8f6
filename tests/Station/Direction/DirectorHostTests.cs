using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Station.Direction;
using JointWatch.Tracking;

namespace JointWatch.Station.Tests.Direction;

/// <summary>The director's panel as a browser and a stranger reach it, over HTTP on the loopback address.</summary>
public sealed class DirectorHostTests : IAsyncLifetime
{
    private readonly List<DirectionAct> _acts = [];
    private readonly List<string> _fired = [];
    private DirectorHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var director = new Director(ScenarioFile.Read("barents-1995"), 1, UtcMicroseconds.From(TimeProvider.System.GetUtcNow()));
        var direction = new ExerciseDirection(director, i => _fired.Add(i.Name), _acts.Add);
        direction.Hold(UtcMicroseconds.From(TimeProvider.System.GetUtcNow()));
        _host = await DirectorHost.StartAsync(0, direction, new DirectorPanel(director, direction, "barents-1995-1", [], TimeProvider.System), TimeProvider.System);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/api/direction")]
    [InlineData("/director.html")]
    [InlineData("/")]
    [InlineData("/?token=00000000000000000000000000000000")]
    [InlineData("/?token=")]
    public async Task Without_the_token_nothing_is_seen(string path)
    {
        using HttpClient stranger = Client();
        using HttpResponseMessage answer = await stranger.GetAsync(new Uri(_host.Link, path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("Aurora", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_done()
    {
        using HttpClient stranger = Client();
        using HttpResponseMessage answer = await stranger.PostAsJsonAsync(new Uri(_host.Link, "/api/direction/start"), new { }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(_acts);
    }

    [Fact]
    public async Task Who_opens_the_link_has_a_cookie_that_scripts_and_other_sites_do_not_get_and_directs_with_it()
    {
        using HttpClient staff = Client();
        using HttpResponseMessage opened = await staff.GetAsync(_host.Link, TestContext.Current.CancellationToken);
        string cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("director.html", opened.Headers.Location!.ToString());

        JsonElement waiting = await staff.GetFromJsonAsync<JsonElement>(new Uri(_host.Link, "/api/direction"), TestContext.Current.CancellationToken);
        Assert.Equal(("waiting", "barents-1995-1"), (waiting.GetProperty("state").GetString(), waiting.GetProperty("exercise").GetString()));
        Assert.Contains("Aurora rocket", waiting.GetProperty("truth").ToString(), StringComparison.Ordinal);

        Assert.Equal("running", (await PostAsync(staff, "start", new { by = "Vik" })).GetProperty("state").GetString());
        await PostAsync(staff, "inject", new { inject = "The note is found" });
        Assert.Equal(["The note is found"], _fired);
        Assert.Equal(["start", "inject"], _acts.Select(a => a.Act));

        using HttpResponseMessage wrong = await staff.PostAsJsonAsync(new Uri(_host.Link, "/api/direction/inject"), new { inject = "nothing" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("expected the name of an inject", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<JsonElement> PostAsync(HttpClient client, string act, object request)
    {
        using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri(_host.Link, "/api/direction/" + act), request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
}
