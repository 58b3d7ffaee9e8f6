using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Views;

namespace JointWatch.Station.Commanding;

/// <summary>Hands a command to the station that runs on this machine, and says what the node answered.</summary>
internal static class CommandRunner
{
    /// <summary>Longer than the station waits for the node.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CommandOptions options, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using HttpResponseMessage response = await http.PostAsJsonAsync(
                $"{options.Url.TrimEnd('/')}/api/nodes/{options.Node}/commands", options.Request, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                await error.WriteLineAsync($"jointwatch: {options.Url} does not take it: {await ErrorOfAsync(response, cancellation)}");
                return ExitCode.Failed;
            }

            CommandView outcome = (await response.Content.ReadFromJsonAsync<CommandView>(cancellation))!;
            string line = $"{options.Node}: {outcome.Result}{(outcome.Reason is { } reason ? $": {reason}" : "")} (command {outcome.Number}, boot {outcome.Boot}, {(outcome.IsSealed ? "sealed" : "not sealed: the node is not enrolled")})";
            bool done = outcome.Result == "done";
            await (done ? output : error).WriteLineAsync(line);
            return done ? ExitCode.Done : ExitCode.Failed;
        }
        catch (HttpRequestException e)
        {
            await error.WriteLineAsync($"jointwatch: no station answers at {options.Url} ({e.Message}); start one with 'jointwatch run', or name it with --url");
            return ExitCode.Failed;
        }
    }

    /// <summary>What the station says is wrong.</summary>
    public static async Task<string> ErrorOfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync<ErrorReplyView>(cancellation))!.Error;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException)
        {
            return $"HTTP {(int)response.StatusCode}";
        }
    }
}
