using System.Globalization;
using System.Text.Json.Nodes;
using JointWatch.EndToEnd.Tests.Browser;
using JointWatch.EndToEnd.Tests.Support;
using JointWatch.Station.Views;

namespace JointWatch.EndToEnd.Tests;

/// <summary>
/// Announced launches on the page, in real browsers. In 1995 the note on a sounding rocket had been sent, and had not reached the console: here that is a
/// fault that stands across every console.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed class AnnouncementsInBrowserTests
{
    private const string Fault = "document.querySelector('[data-testid=\"not-acknowledged\"]').hidden";

    [Fact]
    public async Task An_announcement_nobody_acknowledged_is_shown_as_a_fault_until_someone_does_and_the_other_browser_sees_it()
    {
        BrowserFinder.Require();
        string notes = Directory.CreateTempSubdirectory("jointwatch-notes-").FullName;
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await File.WriteAllTextAsync(Path.Combine(notes, "rocket.json"), Rocket(now.AddHours(-1), now.AddHours(5)), TestContext.Current.CancellationToken);
        await using StationProcess station = await StationProcess.StartAsync(null, "run", "--announcements", notes);
        await using HeadlessBrowser browser = await HeadlessBrowser.StartAsync();
        BrowserPage officer = await browser.OpenAsync(station.Address);
        await using HeadlessBrowser another = await HeadlessBrowser.StartAsync();
        BrowserPage other = await another.OpenAsync(station.Address);

        foreach (BrowserPage page in (BrowserPage[])[officer, other])
        {
            string fault = await page.SeeAsync("not-acknowledged");
            Assert.Contains("NOT ACKNOWLEDGED", fault, StringComparison.Ordinal);
            Assert.Contains("norway/black-brant-12, sounding rocket or short range", fault, StringComparison.Ordinal);
            Assert.Contains("open, closes in ", fault, StringComparison.Ordinal);
            Assert.Equal("NOT ACKNOWLEDGED", await page.SeeAsync("announcement-acknowledged"));
        }

        await officer.EvaluateAsync("document.querySelector('[data-testid=\"announcement-row\"]').click()");
        await officer.SeeAsync("detail-card");
        await officer.UntilAsync("map", "document.getElementById('map')?.dataset.ready === 'true'");
        await officer.ScreenshotAsync("announcement-fault");
        await officer.EvaluateAsync("document.querySelector('[data-testid=\"acknowledge\"]').click()");
        await officer.EvaluateAsync("document.querySelector('[data-testid=\"acknowledge-by\"]').value = 'Lt. Vik'");
        await officer.ScreenshotAsync("announcement-acknowledge");
        await officer.EvaluateAsync("document.querySelector('[data-testid=\"acknowledge-confirm\"]').click()");

        foreach (BrowserPage page in (BrowserPage[])[officer, other])
        {
            await page.UntilAsync("end of the fault", Fault);
            Assert.Contains("acknowledged by Lt. Vik", await page.SeeAsync("announcement-acknowledged"), StringComparison.Ordinal);
            Assert.Equal([], page.Errors);
        }

        await other.UntilAsync("map", "document.getElementById('map')?.dataset.ready === 'true'");
        await other.ScreenshotAsync("announcement-acknowledged");
        Directory.Delete(notes, recursive: true);
    }

    [Fact]
    public async Task An_announced_launch_makes_no_alarm()
    {
        BrowserFinder.Require();
        string folder = Directory.CreateTempSubdirectory("jointwatch-scenario-").FullName;
        string scenario = Path.Combine(folder, "announced.toml");
        await File.WriteAllTextAsync(scenario, await AnnouncedAloneAsync(), TestContext.Current.CancellationToken);
        await using StationProcess station = await StationProcess.StartAsync(null, "demo", "--scenario", scenario, "--speed", "4", "--no-browser");
        await using HeadlessBrowser browser = await HeadlessBrowser.StartAsync();
        BrowserPage page = await browser.OpenAsync(station.Address);
        await page.UntilAsync("map", "document.getElementById('map')?.dataset.ready === 'true'");
        await page.EvaluateAsync("""
            window.alarms = [];
            const alarm = document.getElementById('alarm');
            const look = () => { if (!alarm.hidden) { window.alarms.push(alarm.textContent.trim()); } };
            new MutationObserver(look).observe(alarm, { attributes: true, childList: true, subtree: true, characterData: true });
            look();
            """);

        await station.PictureWithAsync("a confirmed warning", p => p.Warnings.Any(w => w.State == "confirmed"));
        await page.UntilAsync("confirmed warning", "document.querySelector('[data-testid=\"warning-row\"][data-state=\"confirmed\"]') !== null");
        Assert.Equal("Announced: alfa/birch-1", await page.SeeAsync("warning-announced"));
        await page.EvaluateAsync("document.querySelector('[data-testid=\"warning-row\"]').click()");
        Assert.Equal("Announced: alfa/birch-1", await page.SeeAsync("card-notice"));
        await page.ScreenshotAsync("announced-launch");

        PictureView coasting = await station.PictureWithAsync("an impact that holds", p => p.Warnings.Any(w => w.IsImpactSettled && w.State == "confirmed"));
        Assert.All(coasting.Warnings, w => Assert.Equal("announced", w.Announced!.Label));
        Assert.Equal("flown", Assert.Single(coasting.Announcements).State);
        Assert.Equal(0, (await page.EvaluateAsync("window.alarms.length")).GetInt32());
        Assert.Equal("JointWatch", (await page.EvaluateAsync("document.title")).GetString());
        Assert.Equal([], page.Errors);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The built-in exercise without its missiles.</summary>
    private static async Task<string> AnnouncedAloneAsync()
    {
        string text = await File.ReadAllTextAsync(
            Repository.PathTo("groundstation", "Exercise", "Scenarios", "northern-watch.toml"), TestContext.Current.CancellationToken);
        string[] tables = text.Split("[[");
        return string.Join("[[", tables.Where(t => !t.Contains("kind = \"ballistic\"", StringComparison.Ordinal)))
            .Replace("launchTimeSeconds = 90", "launchTimeSeconds = 70", StringComparison.Ordinal);
    }

    private static string Rocket(DateTimeOffset from, DateTimeOffset until) => new JsonObject
    {
        ["kind"] = "preLaunch",
        ["party"] = "norway",
        ["id"] = "black-brant-12",
        ["revision"] = 1,
        ["class"] = "soundingOrShortRange",
        ["window"] = new JsonObject { ["from"] = Time(from), ["until"] = Time(until) },
        ["launchArea"] = new JsonObject { ["latitudeDegrees"] = 69.29, ["longitudeDegrees"] = 16.02, ["radiusMeters"] = 5_000 },
        ["azimuth"] = new JsonObject { ["fromDegrees"] = 340, ["toDegrees"] = 10 },
        ["impactArea"] = new JsonObject { ["polygon"] = JsonNode.Parse("[[76, 5], [76, 25], [79, 25], [79, 5]]") },
        ["validUntil"] = Time(until.AddDays(10)),
        ["note"] = "A study of the northern lights",
    }.ToJsonString();

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
