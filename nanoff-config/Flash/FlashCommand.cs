using JointWatch.Flash.Asking;
using JointWatch.Flash.Firmware;

namespace JointWatch.Flash;

/// <summary>The program: reads what is wanted, then shows or does it.</summary>
public static class FlashCommand
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(surroundings);
        try
        {
            CommandLine line = new(arguments);
            if (line.Has(Option.Help_))
            {
                await surroundings.Output.WriteAsync(HelpText.Make());
                return ExitCode.Done;
            }

            FirmwareProfile profile = FirmwareProfile.Load();
            FlashRequest request = new RequestReader(line, surroundings, profile).Read();
            if (request.DryRun)
            {
                new DryRun(request, surroundings, profile).Show();
                return ExitCode.Done;
            }

            return await new Flasher(request, surroundings, profile).RunAsync(cancellation);
        }
        catch (WrongInputException e)
        {
            await surroundings.Error.WriteLineAsync(e.Message);
            await surroundings.Error.WriteLineAsync("Nothing was done to the board. --help tells all options.");
            return ExitCode.WrongInput;
        }
        catch (StepFailedException e)
        {
            await surroundings.Error.WriteLineAsync($"NOT WELL: {e.Message}");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await surroundings.Error.WriteLineAsync("Stopped. The files with the secrets are gone; the board may be half written: run this again.");
            return ExitCode.Stopped;
        }
    }
}
