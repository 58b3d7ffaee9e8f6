using JointWatch.Station.Cli;

namespace JointWatch.Station.Tests.Cli;

public sealed class WrongInputTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("policy tri", "jointwatch policy: found 'tri'; expected a command: explain, try, diff, schema; did you mean try?")]
    [InlineData("dmeo", "jointwatch: found 'dmeo'; expected a command: demo, run, replay, track, make-set, score, enrol, command, announce, policy, log, party, assurance, scenario, review; did you mean demo?")]
    [InlineData("launch", "jointwatch: found 'launch'; expected a command: demo, run, replay, track, make-set, score, enrol, command, announce, policy, log, party, assurance, scenario, review")]
    [InlineData("help", "jointwatch: found 'help'; expected a command: demo, run, replay, track, make-set, score, enrol, command, announce, policy, log, party, assurance, scenario, review; did you mean --help?")]
    [InlineData("run --mqttport 1", "jointwatch run: found '--mqttport'; expected one of --mqtt-port, --broker, --data, --urls, --party, --announcements, --actual, --config, --help; did you mean --mqtt-port?")]
    [InlineData("replay --uot x", "jointwatch replay: found '--uot'; expected one of --out, --help; did you mean --out?")]
    [InlineData("replay --oot", "jointwatch replay: found '--oot'; expected one of --out, --help; did you mean --out?")]
    [InlineData("track --sets x", "jointwatch track: found '--sets'; expected one of --set, --out, --use, --run, --passes, --associate, --initiate, --life, --birth, --help; did you mean --set?")]
    [InlineData("run --announcements nowhere", "jointwatch run: --announcements is 'nowhere'; expected an existing folder")]
    [InlineData("run extra", "jointwatch run: found 'extra'; expected one of --mqtt-port, --broker, --data, --urls, --party, --announcements, --actual, --config, --help")]
    [InlineData("demo --speed", "jointwatch demo: --speed is missing; expected a number from 0.1 to 100 (exercise seconds a second)")]
    [InlineData("demo --speed 1 --speed 2", "jointwatch demo: --speed is '1 2'; expected --speed once")]
    [InlineData("demo --speed fast", "jointwatch demo: --speed is 'fast'; expected a number from 0.1 to 100 (exercise seconds a second)")]
    [InlineData("demo --speed 0.09", "jointwatch demo: --speed is '0.09'; expected a number from 0.1 to 100 (exercise seconds a second)")]
    [InlineData("demo --speed 101", "jointwatch demo: --speed is '101'; expected a number from 0.1 to 100 (exercise seconds a second)")]
    [InlineData("demo --speed -1", "jointwatch demo: --speed is '-1'; expected a number from 0.1 to 100 (exercise seconds a second)")]
    [InlineData("demo --speed 1,5", "jointwatch demo: --speed is '1,5'; expected a number from 0.1 to 100 (exercise seconds a second)")]
    [InlineData("demo --speed NaN", "jointwatch demo: --speed is 'NaN'; expected a number from 0.1 to 100 (exercise seconds a second)")]
    [InlineData("demo --for soon", "jointwatch demo: --for is 'soon'; expected a time from 1s to 24h such as 60s, 5m, 1h30m or 90 (seconds)")]
    [InlineData("demo --for 0", "jointwatch demo: --for is '0'; expected a time from 1s to 24h such as 60s, 5m, 1h30m or 90 (seconds)")]
    [InlineData("demo --for 25h", "jointwatch demo: --for is '25h'; expected a time from 1s to 24h such as 60s, 5m, 1h30m or 90 (seconds)")]
    [InlineData("demo --for 5m3h", "jointwatch demo: --for is '5m3h'; expected a time from 1s to 24h such as 60s, 5m, 1h30m or 90 (seconds)")]
    [InlineData("demo --mqtt-port 65536", "jointwatch demo: --mqtt-port is '65536'; expected a TCP port from 1 to 65535, or 0 for any free one")]
    [InlineData("run --mqtt-port -5", "jointwatch run: --mqtt-port is '-5'; expected a TCP port from 1 to 65535, or 0 for any free one")]
    [InlineData("run --broker host", "jointwatch run: --broker is 'host'; expected host:port, with a port from 1 to 65535")]
    [InlineData("run --broker host:0", "jointwatch run: --broker is 'host:0'; expected host:port, with a port from 1 to 65535")]
    [InlineData("run --broker ::1:1883", "jointwatch run: --broker is '::1:1883'; expected host:port, with a port from 1 to 65535")]
    [InlineData("run --broker a:1 --mqtt-port 2", "jointwatch run: --broker is 'a:1'; expected not to be given together with --mqtt-port")]
    [InlineData("run --urls 5080", "jointwatch run: --urls is '5080'; expected http://address:port, several separated by ';' (an IP address, localhost or *; port 0 to 65535)")]
    [InlineData("run --urls http://station:80", "jointwatch run: --urls is 'http://station:80'; expected http://address:port, several separated by ';' (an IP address, localhost or *; port 0 to 65535)")]
    [InlineData("run --urls http://[::1]:1;ftp://b:2", "jointwatch run: --urls is 'http://[::1]:1;ftp://b:2'; expected http://address:port, several separated by ';' (an IP address, localhost or *; port 0 to 65535)")]
    [InlineData("run --data a-file", "jointwatch run: --data is 'a-file'; expected a folder")]
    [InlineData("demo --scenario none.toml", "jointwatch demo: --scenario is 'none.toml'; expected an existing scenario file, or a name from 'jointwatch scenario list'")]
    [InlineData("demo --flight alone.csv", "jointwatch demo: --flight is 'alone.csv'; expected an existing .csv file with a .json file of the same name beside it")]
    [InlineData("demo --flight pair.json", "jointwatch demo: --flight is 'pair.json'; expected an existing .csv file with a .json file of the same name beside it")]
    [InlineData("demo --scenario a-file --flight pair.csv", "jointwatch demo: --flight is 'pair.csv'; expected not to be given together with --scenario")]
    [InlineData("demo --summary none/s.json", "jointwatch demo: --summary is 'none/s.json'; expected a file to write, in an existing folder")]
    [InlineData("run --config none.toml", "jointwatch run: --config is 'none.toml'; expected an existing TOML file")]
    [InlineData("replay", "jointwatch replay: JOURNAL is missing; expected an existing journal file or data folder")]
    [InlineData("replay .", "jointwatch replay: JOURNAL is '.'; expected an existing journal file or data folder")]
    [InlineData("replay none.db", "jointwatch replay: JOURNAL is 'none.db'; expected an existing journal file or data folder")]
    [InlineData("replay a-file --out a-file", "jointwatch replay: --out is 'a-file'; expected a folder")]
    [InlineData("track --out t.csv", "jointwatch track: --set is missing; expected a folder with a sensors.json, a measurements.csv or a NAME_detections.json")]
    [InlineData("track --set none --out t.csv", "jointwatch track: --set is 'none'; expected a folder with a sensors.json, a measurements.csv or a NAME_detections.json")]
    [InlineData("track --set set", "jointwatch track: --out is missing; expected a file to write, in an existing folder")]
    [InlineData("track --set set --out t.csv --passes 0", "jointwatch track: --passes is '0'; expected a whole number from 1 to 1000")]
    [InlineData("track --set set --out t.csv --associate all", "jointwatch track: --associate is 'all'; expected belief or nearest")]
    [InlineData("make-set", "jointwatch make-set: KIND is missing; expected cv, hard or launch")]
    [InlineData("make-set easy --out d", "jointwatch make-set: KIND is 'easy'; expected cv, hard or launch")]
    [InlineData("make-set cv --targets 0 --out d", "jointwatch make-set: --targets is '0'; expected a whole number from 1 to 20000")]
    [InlineData("make-set cv --flight pair.csv --out d", "jointwatch make-set: --flight is 'pair.csv'; expected not to be given but for a launch")]
    [InlineData("make-set launch --out d", "jointwatch make-set: --flight is missing; expected an existing .csv file with a .json file of the same name beside it")]
    [InlineData("score --tracks a-file", "jointwatch score: --truth is missing; expected an existing folder or file")]
    [InlineData("score --truth a-file --tracks a-file --order 0.5", "jointwatch score: --order is '0.5'; expected a number from 1 to 10")]
    [InlineData("enrol", "jointwatch enrol: PARTY/NODE is missing; expected PARTY/NODE, each 1 to 32 of a-z, 0-9 and '-' with no '-' at either end; the party neither 'exercise' nor 'station'")]
    [InlineData("enrol station/alarm", "jointwatch enrol: PARTY/NODE is 'station/alarm'; expected PARTY/NODE, each 1 to 32 of a-z, 0-9 and '-' with no '-' at either end; the party neither 'exercise' nor 'station'")]
    [InlineData("enrol north", "jointwatch enrol: PARTY/NODE is 'north'; expected PARTY/NODE, each 1 to 32 of a-z, 0-9 and '-' with no '-' at either end; the party neither 'exercise' nor 'station'")]
    [InlineData("enrol north/radar-1 --key-file none/k", "jointwatch enrol: --key-file is 'none/k'; expected a file to write, in an existing folder")]
    [InlineData("command north/radar-1", "jointwatch command: VERB is missing; expected start, stop, scan-period, identify, reboot or set-up")]
    [InlineData("command north/radar-1 fire", "jointwatch command: VERB is 'fire'; expected start, stop, scan-period, identify, reboot or set-up")]
    [InlineData("command north/radar-1 scan-period", "jointwatch command: --period is missing; expected a whole number from 10000 to 60000000 (µs)")]
    [InlineData("command north/radar-1 scan-period --period 9999", "jointwatch command: --period is '9999'; expected a whole number from 10000 to 60000000 (µs)")]
    [InlineData("command north/radar-1 stop --period 10000", "jointwatch command: --period is '10000'; expected not to be given but with scan-period")]
    [InlineData("command north/radar-1 set-up", "jointwatch command: --file is missing; expected an existing file")]
    [InlineData("command north/radar-1 set-up --file none", "jointwatch command: --file is 'none'; expected an existing file")]
    [InlineData("command north/radar-1 stop --url http://*:5080", "jointwatch command: --url is 'http://*:5080'; expected http://address:port (an IP address or localhost; port 1 to 65535)")]
    [InlineData("log vrify", "jointwatch log: found 'vrify'; expected a command: verify, show, receipt; did you mean verify?")]
    [InlineData("log verify set", "jointwatch log verify: --key is missing; expected a verifier key NAME+ID+KEY of type 1, or a file with one a line")]
    [InlineData("log verify set --key none", "jointwatch log verify: --key is 'none'; expected a verifier key NAME+ID+KEY of type 1, or a file with one a line")]
    [InlineData("log verify --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "jointwatch log verify: FOLDER is missing; expected an existing folder with a log, or --receipt, or --old and --new")]
    [InlineData("log verify none --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "jointwatch log verify: FOLDER is 'none'; expected an existing folder with a log")]
    [InlineData("log verify set --receipt a-file --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "jointwatch log verify: --receipt is 'a-file'; expected not to be given together with FOLDER")]
    [InlineData("log verify set --old a-file --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "jointwatch log verify: --new is missing; expected the file of the later checkpoint, beside --old")]
    [InlineData("log verify --old a-file --new a-file --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "jointwatch log verify: --proof is missing; expected a file with a consistency proof, or the log's FOLDER")]
    [InlineData("log verify set --entry a-file --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "jointwatch log verify: --entry is 'a-file'; expected not to be given but with --receipt")]
    [InlineData("log verify set --quorum 1 --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "jointwatch log verify: --quorum is '1'; expected a whole number from 0 to the number of --witness keys, 0")]
    [InlineData("log verify set --witness PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "jointwatch log verify: --witness is 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'; expected a verifier key NAME+ID+KEY of type 4, or a file with one a line")]
    [InlineData("log show", "jointwatch log show: FOLDER is missing; expected an existing folder with a log")]
    [InlineData("log receipt set x", "jointwatch log receipt: INDEX is 'x'; expected a whole number from 0")]
    [InlineData("review none", "jointwatch review: RUN is 'none'; expected an existing folder of a run")]
    [InlineData("party nwe alfa", "jointwatch party: found 'nwe'; expected a command: new, show; did you mean new?")]
    [InlineData("party new Alfa", "jointwatch party new: NAME is 'Alfa'; expected a name of 1 to 32 of a-z, 0-9 and '-', no '-' at either end, and neither 'exercise' nor 'station'")]
    [InlineData("party show none", "jointwatch party show: FILE is 'none'; expected an existing party.toml")]
    [InlineData("assurance check set", "jointwatch assurance check: --party is missing; expected a name of 1 to 32 of a-z, 0-9 and '-', no '-' at either end, and neither 'exercise' nor 'station'")]
    [InlineData("assurance check set --party alfa", "jointwatch assurance check: --parties is missing; expected an existing parties.toml")]
    [InlineData("assurance check set --party alfa --parties a-file --exercise Drill", "jointwatch assurance check: --exercise is 'Drill'; expected an exercise's name: 1 to 32 of a-z, 0-9 and '-'")]
    [InlineData("assurance explain none", "jointwatch assurance explain: FILE is 'none'; expected an existing file")]
    [InlineData("track --set set --out t.csv --use sonar", "jointwatch track: --use is 'sonar'; expected radar, ir or all")]
    public async Task A_wrong_command_line_is_refused_in_one_line_that_says_what_was_expected(string line, string message)
    {
        _run.Write("a-file");
        _run.Write("alone.csv");
        _run.Write("pair.csv");
        _run.Write("pair.json");
        Directory.CreateDirectory(Path.Combine(_run.Folder, "set"));
        _run.Write(Path.Combine("set", "sensors.json"));

        int code = await _run.InvokeAsync(line.Split(' '));

        Assert.Equal(message + Environment.NewLine, _run.Error);
        Assert.Equal("", _run.Output);
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Null(_run.Asked);
    }
}
