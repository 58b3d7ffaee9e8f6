using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests.Browser;

/// <summary>Finds a Chrome, Chromium or Edge where they usually are.</summary>
internal static class BrowserFinder
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/snap/bin/chromium",
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        .. WindowsPlaces(),
    ];

    /// <summary>The browser's path; the test is skipped, with the reason, where there is none.</summary>
    public static string Require()
    {
        string? path = Names.Select(OtherProgram.Find).FirstOrDefault(p => p is not null) ?? Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "No Chrome, Chromium or Edge was found on the PATH or in the usual places: install one to run the browser tests.");
        return path!;
    }

    private static IEnumerable<string> WindowsPlaces() =>
        from folder in (Environment.SpecialFolder[])
            [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData]
        let root = Environment.GetFolderPath(folder)
        where root.Length > 0
        from program in (string[])["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"]
        select Path.Combine(root, program);
}
