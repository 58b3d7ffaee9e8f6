using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;

namespace JointWatch.Station.Tests.Cli;

public sealed class SettingsTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task The_command_line_prevails_over_the_environment_and_that_over_the_file_and_that_over_the_default()
    {
        _run.Write("jointwatch.toml", "[run]\nmqtt-port = 2001\n");

        Assert.Equal(2001, (await _run.AskedAsync<RunOptions>("run")).MqttPort);

        _run.Environment["JOINTWATCH_MQTT_PORT"] = "2002";
        Assert.Equal(2002, (await _run.AskedAsync<RunOptions>("run")).MqttPort);
        Assert.Equal(2003, (await _run.AskedAsync<RunOptions>("run", "--mqtt-port", "2003")).MqttPort);
    }

    [Fact]
    public async Task Every_setting_of_the_demo_can_stand_in_the_file()
    {
        string flight = _run.Write("flight.csv");
        _run.Write("flight.json");
        _run.Write("jointwatch.toml", """
            # A comment, and a table of another command.
            [run]
            broker = "mosquitto.lan:1883"
            [demo]
            speed = 2.5
            flight = "flight.csv"
            for = 90
            data = "kept"
            no-browser = true
            summary = "summary.json"
            mqtt-port = 0
            urls = "http://127.0.0.1:0"
            """);

        DemoOptions asked = await _run.AskedAsync<DemoOptions>("demo");

        DemoOptions expected = new(
            2.5, null, flight, TimeSpan.FromSeconds(90), Path.Combine(_run.Folder, "kept"), false, Path.Combine(_run.Folder, "summary.json"), 0,
            asked.Urls);
        Assert.Equal(expected, asked);
        Assert.Equal(["http://127.0.0.1:0"], asked.Urls);
    }

    [Fact]
    public async Task A_folder_of_announcements_is_there_and_relative_to_where_it_was_named()
    {
        Directory.CreateDirectory(Path.Combine(_run.Folder, "notes"));
        _run.Write("jointwatch.toml", "[run]\nannouncements = \"notes\"\n");
        Assert.Equal(Path.Combine(_run.Folder, "notes"), (await _run.AskedAsync<RunOptions>("run")).AnnouncementsDirectory);
    }

    [Fact]
    public async Task Every_setting_of_run_can_stand_in_the_environment()
    {
        _run.Environment["JOINTWATCH_BROKER"] = "mosquitto.lan:1883";
        _run.Environment["JOINTWATCH_DATA"] = "kept";
        _run.Environment["JOINTWATCH_URLS"] = "http://*:80";
        _run.Environment["JOINTWATCH_SPEED"] = "3";

        RunOptions asked = await _run.AskedAsync<RunOptions>("run");

        Assert.Equal(new BrokerAddress("mosquitto.lan", 1883), asked.OutsideBroker);
        Assert.Equal(Path.Combine(_run.Folder, "kept"), asked.DataDirectory);
        Assert.Equal(["http://*:80"], asked.Urls);
    }

    [Fact]
    public async Task A_named_file_is_read_in_place_of_the_usual_one_and_its_paths_start_at_its_folder()
    {
        _run.Write("jointwatch.toml", "[run]\nmqtt-port = 2001\n");
        Directory.CreateDirectory(Path.Combine(_run.Folder, "etc"));
        _run.Write(Path.Combine("etc", "station.toml"), "[run]\ndata = \"kept\"\n");

        RunOptions asked = await _run.AskedAsync<RunOptions>("run", "--config", "etc/station.toml");

        Assert.Equal(1883, asked.MqttPort);
        Assert.Equal(Path.Combine(_run.Folder, "etc", "kept"), asked.DataDirectory);
    }

    [Fact]
    public async Task An_option_puts_aside_what_the_file_says_against_it()
    {
        _run.Write("scenario.toml");
        string flight = _run.Write("flight.csv");
        _run.Write("flight.json");
        _run.Write("jointwatch.toml", "[demo]\nscenario = \"scenario.toml\"\n");

        DemoOptions asked = await _run.AskedAsync<DemoOptions>("demo", "--flight", "flight.csv");

        Assert.Null(asked.ScenarioFile);
        Assert.Equal(flight, asked.FlightFile);
    }

    [Fact]
    public async Task Replay_and_track_read_neither_the_file_nor_the_environment()
    {
        _run.Write("jointwatch.toml", "nonsense");
        _run.Environment["JOINTWATCH_NONSENSE"] = "1";
        _run.Write("journal.db");

        Assert.Null((await _run.AskedAsync<ReplayOptions>("replay", "journal.db")).OutDirectory);
    }

    [Theory]
    [InlineData("[run]\nmqtt-port = 99999", "(2): mqtt-port is '99999'; expected a TCP port from 1 to 65535, or 0 for any free one")]
    [InlineData("[run]\n\nurls = [\"http://*:80\"]", "(3): urls is '[\"http://*:80\"]'; expected http://address:port, several separated by ';' (an IP address, localhost or *; port 0 to 65535)")]
    [InlineData("[run]\nmqttport = 1", "(2): found 'mqttport'; expected a key of [run]: mqtt-port, broker, data, urls, party, announcements, actual; did you mean mqtt-port?")]
    [InlineData("[run]\nconfig = \"a.toml\"", "(2): found 'config'; expected a key of [run]: mqtt-port, broker, data, urls, party, announcements, actual")]
    [InlineData("[demo]\nspeed = \"fast\"", "(2): speed is 'fast'; expected a number from 0.1 to 100 (exercise seconds a second)")]
    [InlineData("[demo]\nno-browser = 1", "(2): no-browser is '1'; expected true or false")]
    [InlineData("[station]\nx = 1", "(1): found 'station'; expected a table [demo] or [run] or [enrol]")]
    [InlineData("[rum]\nx = 1", "(1): found 'rum'; expected a table [demo] or [run] or [enrol]; did you mean run?")]
    [InlineData("[[run]]\nmqtt-port = 1", "(1): found 'run'; expected a table [demo] or [run] or [enrol]")]
    [InlineData("mqtt-port = 1883", "(1): found 'mqtt-port'; expected every key in a table: [demo] or [run] or [enrol]")]
    public async Task A_wrong_settings_file_is_refused_by_file_line_and_key(string text, string message)
    {
        string file = _run.Write("jointwatch.toml", text);

        int code = await _run.InvokeAsync("run");

        Assert.Equal(file + message + Environment.NewLine, _run.Error);
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Null(_run.Asked);
    }

    [Theory]
    [InlineData("[run]\nmqtt-port 1883\n", 2)]
    [InlineData("[run]\nmqtt-port = 1\nmqtt-port = 2\n", 3)]
    public async Task A_file_that_is_no_TOML_is_refused_by_line(string text, int line)
    {
        string file = _run.Write("jointwatch.toml", text);

        Assert.Equal(ExitCode.WrongInput, await _run.InvokeAsync("run"));

        Assert.StartsWith($"{file}({line}): expected TOML; ", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JOINTWATCH_MQTT_PORT", "x", "environment: JOINTWATCH_MQTT_PORT is 'x'; expected a TCP port from 1 to 65535, or 0 for any free one")]
    [InlineData("JOINTWATCH_BROKER", "host", "environment: JOINTWATCH_BROKER is 'host'; expected host:port, with a port from 1 to 65535")]
    public async Task A_wrong_variable_is_refused_by_name_even_where_an_option_prevails_over_it(string variable, string value, string message)
    {
        _run.Environment[variable] = value;

        int code = await _run.InvokeAsync("run", "--mqtt-port", "1884");

        Assert.Equal(message + Environment.NewLine, _run.Error);
        Assert.Equal(ExitCode.WrongInput, code);
    }

    [Fact]
    public async Task A_misspelt_variable_is_refused_with_what_was_probably_meant()
    {
        _run.Environment["JOINTWATCH_MQTTPORT"] = "1884";

        Assert.Equal(ExitCode.WrongInput, await _run.InvokeAsync("run"));

        Assert.StartsWith("environment: found 'JOINTWATCH_MQTTPORT'; expected one of JOINTWATCH_", _run.Error, StringComparison.Ordinal);
        Assert.EndsWith("; did you mean JOINTWATCH_MQTT_PORT?" + Environment.NewLine, _run.Error, StringComparison.Ordinal);
    }
}
