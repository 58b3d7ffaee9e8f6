using JointWatch.EndToEnd.Tests.Browser;
using JointWatch.EndToEnd.Tests.Support;
using JointWatch.Station.Views;

namespace JointWatch.EndToEnd.Tests;

/// <summary>The page in a real browser, on a station that plays the built-in exercise.</summary>
[Collection(WholeMachine.Name)]
public sealed class PageInBrowserTests
{
    [Fact]
    public async Task The_page_shows_the_nodes_the_tracks_the_warnings_and_that_it_is_an_exercise()
    {
        BrowserFinder.Require();
        await using StationProcess station = await StationProcess.StartAsync(null, "demo", "--speed", "5", "--no-browser");
        await using HeadlessBrowser browser = await HeadlessBrowser.StartAsync();
        BrowserPage page = await browser.OpenAsync(station.Address);

        try
        {
            string banner = await page.SeeAsync("exercise-banner");
            PictureView picture = await station.PictureWithAsync("an exercise", p => p.Exercise is not null);
            Assert.Contains(picture.Exercise!.Name, banner, StringComparison.OrdinalIgnoreCase);

            Assert.NotEqual("", await page.SeeAsync("node-row"));
            await page.SeeAsync("track-symbol");
            await page.ScreenshotAsync("tracks");

            Assert.NotEqual("", await page.SeeAsync("warning-row"));
        }
        finally
        {
            await page.ScreenshotAsync("warning");
        }

        Assert.Equal([], page.Errors);
    }
}
