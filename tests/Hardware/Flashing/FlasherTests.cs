using System.Text;
using System.Text.Json.Nodes;
using JointWatch.Flash;

namespace JointWatch.Hardware.Tests.Flashing;

public sealed class FlasherTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_board_gets_firmware_key_network_files_and_application_in_this_order_and_says_that_all_is_well()
    {
        Assert.Equal(ExitCode.Done, await _bench.RunAsync(_bench.Arguments()));

        Assert.Collection(
            _bench.Commands.Ran,
            command => Assert.Equal("nanoff --listtargets --platform esp32", command),
            command => Assert.Equal("nanoff --target ESP32_C3 --serialport /dev/ttyUSB0 --update --masserase --fwversion 1.17.0.12", command),
            command => Assert.Equal("nanoff --nanodevice --devicedetails --serialport /dev/ttyUSB0", command),
            command => Assert.StartsWith("jointwatch enrol north/radar-1 --data ", command, StringComparison.Ordinal),
            command => Assert.StartsWith("nanoff --networkdeployment ", command, StringComparison.Ordinal),
            command => Assert.StartsWith("nanoff --filedeployment ", command, StringComparison.Ordinal),
            command => Assert.Equal($"nanoff --target ESP32_C3 --serialport /dev/ttyUSB0 --deploy --image {_bench.Image}", command));
        Assert.Contains("All is well: the board runs JointWatch 0.1.0 as north/radar-1, boot 1 (power), and it is connected.", _bench.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_gets_the_password_and_the_key_and_nobody_else_sees_them()
    {
        await _bench.RunAsync(_bench.Arguments());

        JsonNode network = JsonNode.Parse(_bench.Commands.FilesThen["network.json"])!;
        Assert.Equal(Bench.Password, network["WirelessClient"]!["Password"]!.GetValue<string>());
        Assert.Equal("Class \"Room\" ä", network["WirelessClient"]!["Ssid"]!.GetValue<string>());
        Assert.Equal(FakeCommands.Key + "\n", Encoding.ASCII.GetString(_bench.Commands.FilesThen["node.key"]));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task While_they_are_needed_the_files_lie_where_only_their_owner_can_look()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps a user's temporary folder to the user");
        await _bench.RunAsync(_bench.Arguments());

        Assert.NotEmpty(_bench.Commands.FolderModes);
        Assert.All(_bench.Commands.FolderModes, mode => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode));
    }

    [Theory]
    [InlineData("--update")]
    [InlineData("--devicedetails")]
    [InlineData("enrol")]
    [InlineData("--networkdeployment")]
    [InlineData("--filedeployment")]
    [InlineData("--deploy")]
    public async Task A_step_that_fails_ends_the_run_says_so_and_leaves_no_secret(string step)
    {
        _bench.Commands.Fails = step;

        Assert.Equal(ExitCode.Failed, await _bench.RunAsync(_bench.Arguments()));
        Assert.StartsWith("NOT WELL: ", _bench.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains(step, _bench.Commands.Ran[^1], StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Ctrl_C_in_the_middle_leaves_no_secret()
    {
        using CancellationTokenSource stop = new();
        _bench.Commands.When = ("--filedeployment", stop.Cancel);

        Assert.Equal(ExitCode.Stopped, await _bench.RunAsync(stop.Token, _bench.Arguments()));
        Assert.Contains("node.key", _bench.Commands.FilesThen.Keys);
        AssertNothingIsLeft();
    }

    // nanoff's FileDeploymentManager prints this, and ends with exit code 0.
    [Fact]
    public async Task A_file_that_did_not_get_onto_the_board_is_noticed_though_nanoff_ends_as_if_it_had()
    {
        _bench.Commands.FileDeploymentSays = ["Error deploying content file node.json to I:\\node.json"];

        Assert.Equal(ExitCode.Failed, await _bench.RunAsync(_bench.Arguments()));
        Assert.Contains("Error deploying content file", _bench.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_bench.Commands.Ran, command => command.Contains("--deploy ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_firmware_whose_native_parts_do_not_fit_is_named_before_anything_else_is_written()
    {
        _bench.Commands.Details = [.. NanoffDocument.Details(systemNetChecksum: "0x6DFA71D6")];

        Assert.Equal(ExitCode.Failed, await _bench.RunAsync(_bench.Arguments()));
        Assert.Contains(
            "System.Net is 100.2.0.14, checksum 0x6DFA71D6; nanoFramework.System.Net 1.11.60 needs 100.2.0.14, checksum 0x8EFB9944",
            _bench.Error.ToString(),
            StringComparison.Ordinal);
        Assert.EndsWith("--devicedetails --serialport /dev/ttyUSB0", _bench.Commands.Ran[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_firmware_version_that_was_given_is_taken_without_asking_for_the_list()
    {
        Assert.Equal(ExitCode.Done, await _bench.RunAsync([.. _bench.Arguments(), "--fwversion", "1.17.0.7"]));
        Assert.EndsWith("--fwversion 1.17.0.7", _bench.Commands.Ran[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_a_build_that_fits_ends_the_run_before_the_board_is_touched()
    {
        _bench.Commands.TargetList = ["Available targets:", "  ESP32_C3", "    1.18.0.3"];

        Assert.Equal(ExitCode.WrongInput, await _bench.RunAsync(_bench.Arguments()));
        Assert.Contains("--fwversion 1.17.0.x", _bench.Error.ToString(), StringComparison.Ordinal);
        Assert.Single(_bench.Commands.Ran);
    }

    [Fact]
    public async Task With_a_CA_certificate_the_board_speaks_TLS_and_the_certificate_ends_with_the_NUL_that_its_reader_wants()
    {
        Assert.Equal(ExitCode.Done, await _bench.RunAsync([.. _bench.Arguments(), "--ca", _bench.WriteCertificate()]));

        JsonNode network = JsonNode.Parse(_bench.Commands.FilesThen["network.json"])!;
        Assert.EndsWith("ca.pem", network["CACertificatesPath"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("-----END CERTIFICATE-----\n\0", Encoding.ASCII.GetString(_bench.Commands.FilesThen["ca.pem"])[^27..]);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task An_open_network_is_set_up_without_a_password()
    {
        _bench.Environment.Clear();
        Assert.Equal(ExitCode.Done, await _bench.RunAsync([.. _bench.Arguments(), "--open"]));

        JsonNode client = JsonNode.Parse(_bench.Commands.FilesThen["network.json"])!["WirelessClient"]!;
        Assert.Equal(("", "Open", "None"), (client["Password"]!.GetValue<string>(), client["Authentication"]!.GetValue<string>(), client["Encryption"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("JointWatch 0.1.0 south/ir-2 boot 1 (power)", "The board says that it is south/ir-2; expected north/radar-1")]
    [InlineData("Link failure: some assembly references cannot be resolved!!", "cannot load the application")]
    [InlineData("invalid header: 0xffffffff", "no firmware in its flash")]
    [InlineData("waiting for download", "BOOT was held")]
    [InlineData("something else", "said nothing that this program knows within 120 s")]
    [InlineData("JointWatch 0.1.0 unnamed boot 1 (power)", "says that it is unnamed; expected north/radar-1")]
    [InlineData("JointWatch 0.1.0 north/radar-1 boot 1 (power)", "and then said no more")]
    [InlineData("JointWatch 0.1.0 north/radar-1 boot 1 (power)\nwifi: looking", "no way into the Wi-Fi network")]
    [InlineData("JointWatch 0.1.0 north/radar-1 boot 1 (power)\nclock: no answer from pool.ntp.org", "must let NTP through")]
    [InlineData("JointWatch 0.1.0 north/radar-1 boot 1 (power)\nclock: asking pool.ntp.org\nclock: set", "does not reach the broker at station.lan:1883")]
    public async Task What_a_board_says_instead_is_told_in_words(string said, string told)
    {
        _bench.BoardSays = said.Split('\n');

        Assert.Equal(ExitCode.Failed, await _bench.RunAsync(_bench.Arguments()));
        Assert.Contains(told, _bench.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_station_that_is_not_installed_is_run_from_the_repository()
    {
        _bench.Commands.Installed.Remove("jointwatch");
        await _bench.RunAsync(_bench.Arguments());

        string station = Path.Combine(Repository.Root, "groundstation", "Station");
        Assert.Contains(_bench.Commands.Ran, command => command.StartsWith($"dotnet run --project {station} -- enrol north/radar-1", StringComparison.Ordinal));
        Assert.True(Directory.Exists(station));
    }

    private void AssertNothingIsLeft()
    {
        Assert.Empty(Directory.GetFileSystemEntries(_bench.TemporaryFolder));
        string[] shown = [_bench.Output.ToString(), _bench.Error.ToString(), .. _bench.Commands.Ran];
        Assert.All(shown, text => Assert.DoesNotContain(Bench.Password, text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain(FakeCommands.Key, text, StringComparison.Ordinal));
    }
}
