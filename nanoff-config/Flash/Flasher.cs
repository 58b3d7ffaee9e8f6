using System.Text;
using JointWatch.Flash.Board;
using JointWatch.Flash.Files;
using JointWatch.Flash.Firmware;
using JointWatch.Flash.Running;

namespace JointWatch.Flash;

/// <summary>Brings a board up, step by step. The secrets lie in a private folder that is gone when this ends, however it ends.</summary>
internal sealed class Flasher(FlashRequest request, Surroundings surroundings, FirmwareProfile profile)
{
    /// <summary>How long a board may take from reset to running: some 20 s for Wi-Fi, time and TLS, and a pupil may have to press its button first.</summary>
    private static readonly TimeSpan RunningWithin = TimeSpan.FromMinutes(2);

    private const int StepCount = 7;

    private int _step;

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        CheckTools();
        string version = await FirmwareVersionAsync(cancellation);
        using PrivateFolder folder = new(surroundings.TemporaryFolder);
        Begin($"erasing the flash, writing nanoFramework {version}");
        await RunAsync(Steps.Firmware(request, version), "Hold the button BOOT while it connects, and check that no other program has the port.", cancellation);
        await CheckNativesAsync(version, cancellation);
        await EnrolAsync(folder, cancellation);
        await DeployAsync(folder, cancellation);
        Begin("writing the application");
        await RunAsync(Steps.Application(request), "Run this again with --replace.", cancellation);
        return await ListenAsync(cancellation);
    }

    private void CheckTools()
    {
        List<string> faults = [];
        if (surroundings.Commands.Find("nanoff") is null)
        {
            faults.Add("nanoff is not installed; get it with: dotnet tool install -g nanoff");
        }

        if (!File.Exists(request.Image))
        {
            faults.Add($"--image is '{request.Image}', which is not there; build firmware/Esp32 in Visual Studio or VS Code with the nanoFramework extension (Release), or give another file");
        }

        IReadOnlyList<string> ports = surroundings.BoardPort.Names();
        if (!ports.Contains(request.SerialPort) && !File.Exists(request.SerialPort))
        {
            faults.Add($"--serial-port is '{request.SerialPort}', which is not there; {(ports.Count == 0 ? "no port is: plug the board in with a cable that carries data" : "there are: " + string.Join(", ", ports))}");
        }

        if (faults.Count > 0)
        {
            throw new WrongInputException(string.Join(Environment.NewLine, faults));
        }
    }

    private async Task<string> FirmwareVersionAsync(CancellationToken cancellation)
    {
        if (request.FirmwareVersion is string given)
        {
            return given;
        }

        CommandResult listed = await surroundings.Commands.ReadAsync(Steps.ListTargets(), static _ => { }, cancellation);
        return FirmwareList.Newest(listed.Lines, request.Target, profile.Series)
            ?? throw new WrongInputException(
                $"'{Steps.ListTargets()}' lists no build {profile.Series}.x for {request.Target}: nanoff lists those of the last month only, and needs the internet. " +
                $"Give the one that you want: --fwversion {profile.Series}.x");
    }

    private async Task CheckNativesAsync(string version, CancellationToken cancellation)
    {
        Begin("reading back what the board runs");
        CommandResult details = await surroundings.Commands.ReadAsync(Steps.Details(request), static _ => { }, cancellation);
        if (details.ExitCode != 0)
        {
            throw new StepFailedException($"'{Steps.Details(request)}' ended with {details.ExitCode}. Press the board's reset button and run this again.{Environment.NewLine}{string.Join(Environment.NewLine, details.Lines)}");
        }

        IReadOnlyList<string> misfits = NativeParts.Misfits(details.Lines, profile.Natives);
        if (misfits.Count > 0)
        {
            throw new StepFailedException($"Firmware {version} does not fit the application, which would not start on it:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", misfits)}{Environment.NewLine}Give another with --fwversion.");
        }

        Say($"      all {profile.Natives.Count} native parts fit; for more boards of this kind: --fwversion {version}");
    }

    private async Task EnrolAsync(PrivateFolder folder, CancellationToken cancellation)
    {
        Begin($"making the key of {request.Node}, and adding it to the station's register");
        Command enrol = Steps.Enrol(request, folder.Path("node.key"), surroundings.Commands.Find("jointwatch") is not null, surroundings.ToolRoot);
        CommandResult result = await surroundings.Commands.ReadAsync(enrol, static _ => { }, cancellation);
        if (result.ExitCode != 0)
        {
            throw new StepFailedException($"'{enrol}' ended with {result.ExitCode}. If the node is enrolled already, --replace gives it a new key.{Environment.NewLine}{string.Join(Environment.NewLine, result.Lines)}");
        }

        if (!File.Exists(folder.Path("node.key")))
        {
            throw new StepFailedException($"'{enrol}' wrote no key");
        }
    }

    private async Task DeployAsync(PrivateFolder folder, CancellationToken cancellation)
    {
        DeploymentFiles files = new(request, surroundings.ToolRoot);
        string? caFile = request.CaFile is null ? null : folder.Write("ca.pem", DeploymentFiles.Certificates(request.CaFile));
        string nodeFile = folder.Write("node.json", Encoding.UTF8.GetBytes(NodeFile.Make(request)));
        string network = folder.Write("network.json", Encoding.UTF8.GetBytes(files.Network(caFile, masked: false)));
        string list = folder.Write("files.json", Encoding.UTF8.GetBytes(files.Files(nodeFile, folder.Path("node.key"))));
        Begin("giving it the Wi-Fi network");
        await DeployAsync(Steps.Network(network), cancellation);
        Begin("giving it set-up and key");
        await DeployAsync(Steps.Files(list), cancellation);
    }

    // nanoff's exit code is 0 even where a file did not get onto the board: what it prints tells.
    private async Task DeployAsync(Command command, CancellationToken cancellation)
    {
        CommandResult result = await surroundings.Commands.ReadAsync(command, line => Say("      " + line), cancellation);
        string? fault = result.Lines.FirstOrDefault(static line =>
            line.Contains("Error", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal) || line.Contains("Cannot", StringComparison.Ordinal));
        if (result.ExitCode != 0 || fault is not null)
        {
            throw new StepFailedException($"nanoff did not get it onto the board ({fault?.Trim() ?? $"exit code {result.ExitCode}"}). Press the board's reset button, then run this again with --replace.");
        }
    }

    private async Task<int> ListenAsync(CancellationToken cancellation)
    {
        Begin("listening until it runs (if it stays silent, press its reset button)");
        FirstWords words = new(request);
        using CancellationTokenSource within = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using ITimer timer = surroundings.Time.CreateTimer(_ => within.Cancel(), null, RunningWithin, Timeout.InfiniteTimeSpan);
        try
        {
            await foreach (string line in surroundings.BoardPort.ListenAsync(request.SerialPort, within.Token))
            {
                Say("      | " + line);
                words.Hear(line);
                if (words.IsWell)
                {
                    Say(words.Verdict!);
                    return ExitCode.Done;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }
        catch (IOException e)
        {
            throw new StepFailedException($"The port {request.SerialPort} cannot be listened to: {e.Message}. Everything is on the board: press its reset button and look at its lamp.");
        }

        throw new StepFailedException(words.Verdict ?? $"The board said nothing that this program knows within {RunningWithin.TotalSeconds:0} s. Press its reset button; if its lamp stays dark, run this again with --replace.");
    }

    private async Task RunAsync(Command command, string whatToDo, CancellationToken cancellation)
    {
        int code = await surroundings.Commands.RunAsync(command, cancellation);
        if (code != 0)
        {
            throw new StepFailedException($"'{command}' ended with {code}. {whatToDo}");
        }
    }

    private void Begin(string what) => Say($"[{++_step}/{StepCount}] {what}");

    private void Say(string line) => surroundings.Output.WriteLine(line);
}
