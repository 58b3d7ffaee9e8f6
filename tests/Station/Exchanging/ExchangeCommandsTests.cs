using System.Text.Json;
using JointWatch.Exchange.Files;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Settings;
using JointWatch.Tracking;

namespace JointWatch.Station.Tests.Exchanging;

/// <summary>From two new parties to a verdict on what one of them has promised, by the command line alone but for the records between.</summary>
public sealed class ExchangeCommandsTests : IDisposable
{
    private const string Assurances = """
        [assurances]
        party = "alfa"

        [[assurance]]
        name = "outages"
        form = "tell-coverage"
        minutes = 15
        """;

    private static readonly UtcMicroseconds Noon = new(1_783_166_400_000_000);

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-exchange-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_new_party_is_shown_with_the_lines_for_the_others()
    {
        (int code, string made, _) = await RunAsync("party", "new", "alfa");
        Assert.Equal(ExitCode.Done, code);
        string lines = made[made.IndexOf("[[party]]", StringComparison.Ordinal)..];
        Assert.Equal("alfa", Assert.Single(PartyRegister.Parse(lines, "parties.toml").Parties).Id.Name);

        (code, string shown, _) = await RunAsync("party", "show", "alfa/party.toml");
        Assert.Equal(ExitCode.Done, code);
        Assert.EndsWith(lines, shown, StringComparison.Ordinal);
        Assert.Contains("policy   none: it releases nothing", shown, StringComparison.Ordinal);

        // A key is not written over.
        (code, _, string error) = await RunAsync("party", "new", "alfa");
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.StartsWith("jointwatch party new: --out is '", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_that_the_log_shows_to_be_broken_ends_with_1_and_the_entry()
    {
        string register = await PartiesAsync();
        using PartyKey key = PartyKeyFile.Read(At("alfa/party.key"));
        var pen = new RecordMaker(key);
        SignedRecord[] log =
        [
            pen.Say(new AssurancesBody(Assurances), Noon),
            pen.Say(new OutageBody("radar-1", Noon.AddSeconds(60), null, "power", null), Noon.AddSeconds(3660)),
        ];
        await File.WriteAllBytesAsync(At("log.entries"), EntryBundle.Write(log.Select(r => r.Bytes)), TestContext.Current.CancellationToken);

        (int code, string text, _) = await RunAsync("assurance", "check", "log.entries", "--party", "alfa", "--parties", register, "--html", "alfa.html");
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("broken: That radar-1 was out from 2026-07-04T12:01:00.000Z was told 60 min after it began.", text, StringComparison.Ordinal);
        Assert.Contains("entry 1, 2026-07-04T13:01:00.000Z, alfa's outage", text, StringComparison.Ordinal);
        Assert.Contains("<h1>Assurances of alfa</h1>", await File.ReadAllTextAsync(At("alfa.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        (code, string json, _) = await RunAsync("assurance", "check", "log.entries", "--party", "alfa", "--parties", register, "--json");
        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal("broken", JsonDocument.Parse(json).RootElement.GetProperty("verdict").GetString());

        (code, text, _) = await RunAsync("assurance", "check", "log.entries", "--party", "bravo", "--parties", register);
        Assert.Equal((ExitCode.Done, "Assurances of bravo, meant in earnest, over 2 entries until 2026-07-04T13:01:00.000Z: none is stated.\n"), (code, text));

        (code, _, string error) = await RunAsync("assurance", "check", "log.entries", "--party", "charlie", "--parties", register);
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains("--party is 'charlie'; expected a party of", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assurances_are_said_back_and_what_nobody_could_check_is_refused()
    {
        await File.WriteAllTextAsync(At("good.toml"), Assurances, TestContext.Current.CancellationToken);
        (int code, string text, _) = await RunAsync("assurance", "explain", "good.toml");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("alfa tells what each of its sensors sees, and each outage within 15 minutes.", text, StringComparison.Ordinal);

        await File.WriteAllTextAsync(At("bad.toml"), Assurances.Replace("form = \"tell-coverage\"\nminutes = 15", "form = \"deletion\"\ndays = 3", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (code, _, string error) = await RunAsync("assurance", "explain", "bad.toml");
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains("assurance[0].rawData is missing; expected 'committed'", error, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private async Task<string> PartiesAsync()
    {
        string register = "";
        foreach (string party in (string[])["alfa", "bravo"])
        {
            (_, string made, _) = await RunAsync("party", "new", party);
            register += made[made.IndexOf("[[party]]", StringComparison.Ordinal)..];
        }

        await File.WriteAllTextAsync(At("parties.toml"), register, TestContext.Current.CancellationToken);
        return "parties.toml";
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(new Dictionary<string, string>(), _folder);
        int code = await CommandLine.InvokeAsync(args, new Handlers(TimeProvider.System, output, error), surroundings, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
