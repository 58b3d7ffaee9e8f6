using JointWatch.Flash;
using JointWatch.Flash.Asking;

namespace JointWatch.Hardware.Tests.Flashing;

public sealed class InputTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Without_anything_every_missing_value_is_named_at_once()
    {
        _bench.Environment.Clear();
        Assert.Equal(ExitCode.WrongInput, await _bench.RunAsync());

        Assert.All(
            (string[])["--target is missing", "--serial-port is missing", "--wifi is missing", "the Wi-Fi password is missing", "--broker is missing", "--node is missing", "--sensor is missing", "--place is missing"],
            fault => Assert.Contains(fault, _bench.Error.ToString(), StringComparison.Ordinal));
        Assert.Empty(_bench.Commands.Ran);
    }

    [Theory]
    [InlineData("--target", "ESP32_S2", "--target is 'ESP32_S2'; expected ESP32_REV3, ESP32_PSRAM_REV3, ESP32_S3_QUAD or ESP32_C3")]
    [InlineData("--wifi", "a name of more than thirty-two bytes", "--wifi is 'a name of more than thirty-two bytes'; expected the network's name, 1 to 32 bytes")]
    [InlineData("--broker", "localhost", "--broker is 'localhost'; expected a host name or an address of up to 64 characters as the board sees it, so not localhost")]
    [InlineData("--broker", "two words", "--broker is 'two words'")]
    [InlineData("--port", "0", "--port is '0'; expected 1 to 65535")]
    [InlineData("--node", "North/radar-1", "--node is 'North/radar-1'; expected two names of 1 to 32 of a-z, 0-9 and '-'")]
    [InlineData("--node", "station/radar-1", "--node is 'station/radar-1'")]
    [InlineData("--node", "radar-1", "--node is 'radar-1'")]
    [InlineData("--sensor", "sonar", "--sensor is 'sonar'; expected radar or infrared")]
    [InlineData("--place", "91,0,0", "--place is '91,0,0'; expected three numbers")]
    [InlineData("--place", "60.17;24.94;30", "--place is '60.17;24.94;30'")]
    [InlineData("--fwversion", "latest", "--fwversion is 'latest'; expected four numbers with points between them")]
    [InlineData("--ca", "/nowhere/ca.crt", "--ca is '/nowhere/ca.crt'; expected a PEM file with at least one certificate")]
    [InlineData("--image", "/nowhere/app.bin", "--image is '/nowhere/app.bin', which is not there; build firmware/Esp32")]
    [InlineData("--serial-port", "/dev/ttyUSB7", "--serial-port is '/dev/ttyUSB7', which is not there; there are: /dev/ttyUSB0")]
    public async Task A_wrong_value_is_named_with_what_was_expected(string option, string value, string fault)
    {
        string[] arguments = _bench.Arguments();
        int at = Array.IndexOf(arguments, option);
        arguments = at < 0 ? [.. arguments, option, value] : [.. arguments[..(at + 1)], value, .. arguments[(at + 2)..]];

        Assert.Equal(ExitCode.WrongInput, await _bench.RunAsync(arguments));
        Assert.Contains(fault, _bench.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_bench.Commands.Ran);
    }

    [Fact]
    public async Task A_missing_nanoff_is_named_with_the_command_that_gets_it()
    {
        _bench.Commands.Installed.Remove("nanoff");

        Assert.Equal(ExitCode.WrongInput, await _bench.RunAsync(_bench.Arguments()));
        Assert.Contains("nanoff is not installed; get it with: dotnet tool install -g nanoff", _bench.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--wifi-password")]
    [InlineData("--password=open sesame")]
    public async Task A_password_on_the_command_line_is_refused_and_not_repeated(string option)
    {
        Assert.Equal(ExitCode.WrongInput, await _bench.RunAsync([.. _bench.Arguments(), option]));
        Assert.Contains("what stands on a command line can be seen by others", _bench.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", _bench.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_of_the_wrong_form_is_refused_and_not_repeated()
    {
        _bench.Environment[CommandLine.PasswordVariable] = "short";

        Assert.Equal(ExitCode.WrongInput, await _bench.RunAsync(_bench.Arguments()));
        Assert.Contains("the Wi-Fi password has the wrong form; expected 8 to 63", _bench.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("short", _bench.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_at_the_terminal_is_asked_for_what_is_missing()
    {
        _bench.Environment.Clear();
        _bench.CanAsk = true;
        string[] arguments = _bench.Arguments();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            _bench.Answers[arguments[i] + ":"] = arguments[i + 1];
        }

        _bench.Answers["password"] = Bench.Password;
        Assert.Equal(ExitCode.Done, await _bench.RunAsync("--image", _bench.Image));
    }

    [Theory]
    [InlineData("--frobnicate", "'--frobnicate' is not an option; --help lists them")]
    [InlineData("--target", "--target has no value; expected ESP32_REV3")]
    public async Task An_option_that_is_not_one_or_lacks_its_value_is_named(string option, string fault)
    {
        Assert.Equal(ExitCode.WrongInput, await _bench.RunAsync(option));
        Assert.Contains(fault, _bench.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option_and_where_the_password_goes()
    {
        Assert.Equal(ExitCode.Done, await _bench.RunAsync("--help"));
        Assert.All(Option.All, option => Assert.Contains("--" + option.Name, _bench.Output.ToString(), StringComparison.Ordinal));
        Assert.Contains(CommandLine.PasswordVariable, _bench.Output.ToString(), StringComparison.Ordinal);
    }
}
