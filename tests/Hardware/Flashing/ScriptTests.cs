using System.Diagnostics;
using System.Globalization;

namespace JointWatch.Hardware.Tests.Flashing;

public sealed class ScriptTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task Shellcheck_finds_nothing_in_flash_sh()
    {
        (int exitCode, string output, _) = await Shell.RunAsync(Shell.Need("shellcheck"), Nothing, Shell.Script("flash.sh"));
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task PowerShell_can_read_flash_ps1()
    {
        string check = $"$faults = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('{Shell.Script("flash.ps1")}', [ref]$null, [ref]$faults); $faults; exit $faults.Count";
        (int exitCode, string output, _) = await Shell.RunAsync(Shell.Need("pwsh"), Nothing, "-NoProfile", "-Command", check);
        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [InlineData("flash.sh")]
    [InlineData("flash.ps1")]
    public void Both_scripts_start_the_same_program_and_hand_on_every_argument(string script)
    {
        string text = File.ReadAllText(Shell.Script(script));

        Assert.Contains("dotnet run --project", text, StringComparison.Ordinal);
        Assert.Contains("Flash", text, StringComparison.Ordinal);
        Assert.Contains("https://dotnet.microsoft.com", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_dotnet_flash_sh_says_where_to_get_it()
    {
        string bash = Shell.Need("bash");
        DirectoryInfo bin = Directory.CreateTempSubdirectory("jointwatch-test-");
        try
        {
            File.CreateSymbolicLink(Path.Combine(bin.FullName, "dirname"), Shell.Need("dirname"));
            (int exitCode, _, string error) = await Shell.RunAsync(bash, new Dictionary<string, string> { ["PATH"] = bin.FullName }, Shell.Script("flash.sh"));

            Assert.Equal(2, exitCode);
            Assert.Contains("dotnet is not installed; get the .NET 10 SDK from https://dotnet.microsoft.com", error, StringComparison.Ordinal);
        }
        finally
        {
            bin.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Ctrl_C_while_nanoff_runs_leaves_no_file_with_a_secret()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a POSIX signal");
        string setsid = Shell.Need("setsid");
        string bash = Shell.Need("bash");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("jointwatch-test-");
        try
        {
            string temporary = folder.CreateSubdirectory("tmp").FullName;
            string image = Path.Combine(folder.FullName, "app.bin");
            File.WriteAllText(image, "image");
            WriteTools(folder.CreateSubdirectory("bin").FullName);
            using Process flash = Shell.Start(
                setsid,
                new Dictionary<string, string>
                {
                    ["JOINTWATCH_WIFI_PASSWORD"] = "swordfish-12345",
                    ["TMPDIR"] = temporary,
                    ["PATH"] = Path.Combine(folder.FullName, "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
                },
                bash, Shell.Script("flash.sh"),
                "--target", "ESP32_C3", "--serial-port", image, "--wifi", "Class 12", "--broker", "station.lan", "--node", "north/radar-1",
                "--sensor", "radar", "--place", "60.17,24.94,30", "--data", folder.FullName, "--fwversion", "1.17.0.9", "--image", image);

            using CancellationTokenRegistration end = TestContext.Current.CancellationToken.Register(() => flash.Kill(entireProcessTree: true));
            string? line = "";
            while (line is not null && !line.Contains("nanoff has the files", StringComparison.Ordinal))
            {
                line = await flash.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            }

            if (line is null)
            {
                Assert.Fail(await flash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            }

            Assert.Single(Directory.GetDirectories(temporary, "jointwatch-*"));
            (int sent, _, string fault) = await Shell.RunAsync(bash, Nothing, "-c", $"kill -INT -- -{flash.Id.ToString(CultureInfo.InvariantCulture)}");
            Assert.True(sent == 0, fault);
            await flash.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Empty(Directory.GetDirectories(temporary, "jointwatch-*"));
            Assert.NotEqual(0, flash.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A nanoff that does everything at once but the network, at which it stays until it is killed; and a station that writes a key.
    private static void WriteTools(string bin)
    {
        string details = string.Join('\n', NanoffDocument.Details());
        Write(bin, "nanoff", $"#!/bin/sh\ncase \"$*\" in\n*--devicedetails*) cat <<'END'\n{details}\nEND\n;;\n*--networkdeployment*) echo nanoff has the files; exec sleep 600;;\nesac\n");
        Write(bin, "jointwatch", "#!/bin/sh\nwhile [ $# -gt 1 ]; do if [ \"$1\" = --key-file ]; then echo 00 > \"$2\"; fi; shift; done\n");
    }

    private static void Write(string bin, string name, string text)
    {
        string path = Path.Combine(bin, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
