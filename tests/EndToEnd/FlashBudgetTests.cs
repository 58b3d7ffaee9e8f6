using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests;

/// <summary>
/// The size of what is flashed, as nanoFramework's metadata processor has written it: that of a build of firmware/Esp32/JointWatch.Esp32.nfproj, or the
/// one in the folder that the environment variable JOINTWATCH_PE names.
/// </summary>
public sealed class FlashBudgetTests
{
    private const int BudgetBytes = 64 * 1024;

    [Fact]
    public void The_image_of_our_own_code_stays_under_64_KB()
    {
        string named = Environment.GetEnvironmentVariable("JOINTWATCH_PE") ?? Repository.PathTo("firmware", "Esp32", "bin");
        FileInfo? image = !Directory.Exists(named) ? null : new DirectoryInfo(named)
            .EnumerateFiles("JointWatch.Esp32.pe", SearchOption.AllDirectories)
            .MaxBy(file => file.LastWriteTimeUtc);
        Assert.SkipWhen(image is null, "no PE file: build firmware/Esp32/JointWatch.Esp32.nfproj, or set JOINTWATCH_PE to the folder with JointWatch.Esp32.pe");

        Assert.InRange(image!.Length, 1, BudgetBytes - 1);
    }
}
