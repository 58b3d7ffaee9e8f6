using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using JointWatch.Station.Views;

namespace JointWatch.EndToEnd.Tests.Support;

/// <summary>
/// A station in a process of its own, on free ports. Its data folder is a fresh one, unless another station's is handed on; the one that
/// made it deletes it.
/// </summary>
internal sealed partial class StationProcess : IAsyncDisposable
{
    private const int SigInt = 2;

    private readonly Process _process;
    private readonly ProgramOutput _output;
    private readonly string? _ownFolder;

    private StationProcess(string? dataDirectory, string[] arguments)
    {
        _ownFolder = dataDirectory is null ? Directory.CreateTempSubdirectory("jointwatch-e2e-").FullName : null;
        DataDirectory = dataDirectory ?? Path.Combine(_ownFolder!, "data");
        string[] surroundings = ["--data", DataDirectory, "--mqtt-port", "0", "--urls", "http://127.0.0.1:0"];
        _process = JointWatchProgram.Prepare(Path.GetDirectoryName(DataDirectory)!, [.. arguments, .. surroundings]);
        _output = new ProgramOutput(_process);
    }

    public string DataDirectory { get; }

    public string Journal => Path.Combine(DataDirectory, "journal.db");

    /// <summary>Where the page is; <see cref="Http"/> starts there.</summary>
    public Uri Address => Http.BaseAddress!;

    public int MqttPort { get; private set; }

    public HttpClient Http { get; } = new();

    public string Output => _output.Text;

    /// <summary>Starts a station and waits until it says that it is up.</summary>
    /// <param name="dataDirectory">A folder to go on with, or null for a fresh one.</param>
    /// <param name="arguments">The command and its options, without those for data, ports and addresses.</param>
    public static async Task<StationProcess> StartAsync(string? dataDirectory, params string[] arguments)
    {
        StationProcess station = new(dataDirectory, arguments);
        try
        {
            station._process.Start();
            station._process.BeginOutputReadLine();
            station._process.BeginErrorReadLine();
            station.MqttPort = int.Parse(await station.SayingAsync(BrokerLine()), CultureInfo.InvariantCulture);
            station.Http.BaseAddress = new Uri(await station.SayingAsync(UpLine()));
            return station;
        }
        catch
        {
            await station.DisposeAsync();
            throw;
        }
    }

    /// <summary>The whole picture, now.</summary>
    public async Task<PictureView> PictureAsync() =>
        (await Http.GetFromJsonAsync<PictureView>("/api/picture", TestContext.Current.CancellationToken))!;

    /// <summary>The first picture that has what is wanted.</summary>
    public Task<PictureView> PictureWithAsync(string what, Func<PictureView, bool> wanted) =>
        Patience.UntilAsync("picture with " + what, async () => await PictureAsync() is var picture && wanted(picture) ? picture : null, Background);

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> InterruptAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl-C to another console program alone.");
        Assert.Equal(0, SendSignal(_process.Id, SigInt));
        return ExitAsync();
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await Patience.UntilAsync("end of the program", () => Task.FromResult(_process.HasExited), Background);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        if (_ownFolder is not null)
        {
            Directory.Delete(_ownFolder, recursive: true);
        }
    }

    private Task<string> SayingAsync(Regex line) =>
        Patience.UntilAsync(
            $"line like '{line}'",
            () =>
            {
                Match match = line.Match(Output);
                return match.Success ? Task.FromResult<string?>(match.Groups["value"].Value)
                    : _process.HasExited ? throw new InvalidOperationException($"The station ended with exit code {_process.ExitCode}.\n{Background()}")
                    : Task.FromResult<string?>(null);
            },
            Background);

    private string Background() => "The station printed:\n" + Output;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);

    [GeneratedRegex(@"JointWatch is up: (?<value>http://\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UpLine();

    [GeneratedRegex(@"MQTT broker on \S+:(?<value>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BrokerLine();
}
