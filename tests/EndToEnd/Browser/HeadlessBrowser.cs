using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests.Browser;

/// <summary>A browser without a window, with a profile of its own, driven by its DevTools protocol.</summary>
internal sealed class HeadlessBrowser : IAsyncDisposable
{
    private readonly OtherProgram _program;
    private readonly string _profile;
    private readonly DevTools _devTools;

    private HeadlessBrowser(OtherProgram program, string profile, DevTools devTools)
    {
        _program = program;
        _profile = profile;
        _devTools = devTools;
    }

    public static async Task<HeadlessBrowser> StartAsync()
    {
        string path = BrowserFinder.Require();
        string profile = Directory.CreateTempSubdirectory("jointwatch-browser-").FullName;
        string[] arguments =
        [
            "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--no-first-run", "--no-default-browser-check",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--mute-audio", "--hide-scrollbars",
            "--disable-dev-shm-usage", "--password-store=basic", "--use-mock-keychain",
            "--use-angle=swiftshader", "--enable-unsafe-swiftshader", // The map wants WebGL, and the machine may have no graphics card.
            .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? (string[])["--no-sandbox"] : [], // Chrome refuses root otherwise.
            "about:blank",
        ];
        OtherProgram program = OtherProgram.Start(path, arguments);
        try
        {
            string file = Path.Combine(profile, "DevToolsActivePort");
            string[] lines = await Patience.UntilAsync(
                "DevTools port of the browser",
                async () => File.Exists(file) && await File.ReadAllLinesAsync(file) is [_, _, ..] both ? both : null,
                () => program.Output);
            return new HeadlessBrowser(program, profile, await DevTools.ConnectAsync(new Uri($"ws://127.0.0.1:{lines[0]}{lines[1]}")));
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public Task<BrowserPage> OpenAsync(Uri address, int width = 1440, int height = 900) => BrowserPage.OpenAsync(_devTools, address, width, height);

    public async ValueTask DisposeAsync()
    {
        await _devTools.DisposeAsync();
        await _program.DisposeAsync();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A helper process of the browser may write for a moment yet; the folder is below the temporary one.
        }
    }
}
