using System.Runtime.CompilerServices;
using JointWatch.Flash;
using JointWatch.Flash.Asking;
using JointWatch.Flash.Board;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.Hardware.Tests.Flashing;

/// <summary>A desk with a board on it, none of it real; the templates are the repository's own.</summary>
internal sealed class Bench : IDisposable, IQuestions, IBoardPort
{
    public const string Password = "correct horse battery";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jointwatch-test-");

    public Bench()
    {
        File.WriteAllText(Image, "image");
        Directory.CreateDirectory(TemporaryFolder);
    }

    public FakeCommands Commands { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public StringWriter Output { get; } = new();

    public StringWriter Error { get; } = new();

    public Dictionary<string, string> Environment { get; } = new() { [CommandLine.PasswordVariable] = Password };

    public Dictionary<string, string> Answers { get; } = [];

    public IReadOnlyList<string> BoardSays { get; set; } = ["ESP-ROM:esp32c3-api1-20210207", "JointWatch 0.1.0 north/radar-1 boot 1 (power)", "wifi: looking", "wifi: up, address 192.168.1.7", "clock: asking pool.ntp.org", "clock: set", "broker: connected to station.lan:1883", "running: a scan every 1000 ms"];

    public bool CanAsk { get; set; }

    public string Image => Path.Combine(_folder.FullName, "app.bin");

    public string TemporaryFolder => Path.Combine(_folder.FullName, "tmp");

    public string[] Arguments(string target = "ESP32_C3") =>
    [
        "--target", target, "--serial-port", "/dev/ttyUSB0", "--wifi", "Class \"Room\" ä", "--broker", "station.lan", "--node", "north/radar-1",
        "--sensor", "radar", "--place", "60.17,24.94,30", "--image", Image, "--data", _folder.FullName,
    ];

    public Task<int> RunAsync(params IReadOnlyList<string> arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<int> RunAsync(CancellationToken cancellation, params IReadOnlyList<string> arguments) => FlashCommand.RunAsync(
        arguments,
        new Surroundings(Repository.Root, TemporaryFolder, Environment.GetValueOrDefault, this, Commands, this, Output, Error, Time),
        cancellation);

    public string WriteCertificate()
    {
        string path = Path.Combine(_folder.FullName, "ca.crt");
        File.WriteAllText(path, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        return path;
    }

    public string Ask(string question) => Answers.FirstOrDefault(answer => question.Contains(answer.Key, StringComparison.Ordinal)).Value ?? "";

    public string AskSecret(string question) => Ask(question);

    public IReadOnlyList<string> Names() => ["/dev/ttyUSB0"];

    public async IAsyncEnumerable<string> ListenAsync(string port, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string line in BoardSays)
        {
            await Task.Yield();
            yield return line;
        }

        // Nothing more comes: the clock runs until the listener has had enough.
        while (true)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
