using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JointWatch.Hardware.Tests.Flashing;

/// <summary>Starts flash.sh --dry-run as a person would, without nanoff, board or station.</summary>
public sealed class DryRunTests
{
    private const string Password = "swordfish-12345";

    public static TheoryData<string> Targets => Repository.Targets;

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task The_dry_run_shows_commands_and_files_that_nanoff_documents_and_no_secret(string target)
    {
        string bash = Shell.Need("bash");
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("jointwatch-test-");
        try
        {
            (int exitCode, string output, string error) = await Shell.RunAsync(
                bash,
                new Dictionary<string, string> { ["JOINTWATCH_WIFI_PASSWORD"] = Password, ["TMPDIR"] = temporary.FullName },
                Shell.Script("flash.sh"),
                "--dry-run", "--target", target, "--serial-port", "/dev/ttyUSB0", "--wifi", "Class 12", "--broker", "station.lan",
                "--node", "north/radar-1", "--sensor", "radar", "--place", "60.17,24.94,30", "--data", "/srv/jointwatch", "--fwversion", "1.17.0.9", "--image", "/srv/app.bin");

            Assert.True(exitCode == 0, output + error);
            Assert.DoesNotContain(Password, output + error, StringComparison.Ordinal);
            Assert.Empty(temporary.GetFiles("*network*", SearchOption.AllDirectories));
            CheckCommands(target, [.. Lines(output).Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..])]);
            CheckFiles(output);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static void CheckCommands(string target, string[] commands)
    {
        Assert.Equal(
            [
                $"nanoff --target {target} --serialport /dev/ttyUSB0 --update --masserase --fwversion 1.17.0.9",
                "nanoff --nanodevice --devicedetails --serialport /dev/ttyUSB0",
                "nanoff --networkdeployment PRIVATE-FOLDER/network.json",
                "nanoff --filedeployment PRIVATE-FOLDER/files.json",
                $"nanoff --target {target} --serialport /dev/ttyUSB0 --deploy --image /srv/app.bin",
            ],
            commands.Where(command => command.StartsWith("nanoff ", StringComparison.Ordinal)));
        Assert.Single(commands, command => command.EndsWith("enrol north/radar-1 --data /srv/jointwatch --key-file PRIVATE-FOLDER/node.key", StringComparison.Ordinal));
        Assert.All(
            commands.Where(command => command.StartsWith("nanoff ", StringComparison.Ordinal)).SelectMany(command => command.Split(' ')).Where(word => word.StartsWith("--", StringComparison.Ordinal)),
            option => Assert.Contains(option, NanoffDocument.Options));
    }

    private static void CheckFiles(string output)
    {
        JsonObject network = JsonNode.Parse(Shown(output, "network.json"))!.AsObject();
        AssertKeys(network, NanoffDocument.NetworkKeys);
        JsonObject client = network["WirelessClient"]!.AsObject();
        AssertKeys(client, NanoffDocument.WirelessClientKeys);
        Assert.Equal("********", client["Password"]!.GetValue<string>());
        Assert.Contains(client["Authentication"]!.GetValue<string>().ToUpperInvariant(), NanoffDocument.Authentication);
        Assert.Contains(client["Encryption"]!.GetValue<string>().ToUpperInvariant(), NanoffDocument.Encryption);
        Assert.Contains(client["ConfigurationOption"]!.GetValue<string>().ToUpperInvariant(), NanoffDocument.ConfigurationOption);

        JsonObject files = JsonNode.Parse(Shown(output, "files.json"))!.AsObject();
        AssertKeys(files, NanoffDocument.FilesKeys);
        Assert.Equal("/dev/ttyUSB0", files["SerialPort"]!.GetValue<string>());
        Assert.All(files["Files"]!.AsArray(), file => AssertKeys(file!.AsObject(), NanoffDocument.FileKeys));
        Assert.Equal(["I:\\node.json", "I:\\node.key"], files["Files"]!.AsArray().Select(file => file!["DestinationFilePath"]!.GetValue<string>()));
        Assert.Equal("********", Shown(output, "node.key").Trim());
    }

    private static void AssertKeys(JsonObject fields, string[] documented) =>
        Assert.All(fields, field => Assert.Contains(field.Key, documented, StringComparer.OrdinalIgnoreCase));

    private static string Shown(string output, string name) =>
        Regex.Match(output, $"^--- PRIVATE-FOLDER/{Regex.Escape(name)}\\r?\\n(?<content>.*?)^---\\r?$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Groups["content"].Value;

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
