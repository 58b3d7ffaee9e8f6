using System.ComponentModel;
using System.Diagnostics;

namespace JointWatch.Station.Demo;

/// <summary>Opens the page in the person's browser, where there is a desktop.</summary>
internal static class Desktop
{
    /// <summary>Opens it, or does nothing where that cannot be: the address is on the console anyway.</summary>
    public static void Open(string url)
    {
        bool desktop = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!desktop)
        {
            return;
        }

        try
        {
            using Process? browser = OperatingSystem.IsWindows()
                ? Process.Start(new ProcessStartInfo(url) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", url) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException)
        {
            // No program that opens pages.
        }
    }
}
