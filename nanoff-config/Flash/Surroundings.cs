using JointWatch.Flash.Asking;
using JointWatch.Flash.Board;
using JointWatch.Flash.Running;

namespace JointWatch.Flash;

/// <summary>What the program stands in: everything outside it that it reads, starts or writes to.</summary>
/// <param name="ToolRoot">The repository: templates, the application's image and the station are found there.</param>
/// <param name="TemporaryFolder">Below it the private folder with the secrets is made, for as long as the program runs.</param>
public sealed record Surroundings(
    string ToolRoot,
    string TemporaryFolder,
    Func<string, string?> Environment,
    IQuestions Questions,
    ICommands Commands,
    IBoardPort BoardPort,
    TextWriter Output,
    TextWriter Error,
    TimeProvider Time)
{
    public static Surroundings OfProcess() => new(
        RootAbove(AppContext.BaseDirectory),
        Path.GetTempPath(),
        System.Environment.GetEnvironmentVariable,
        new ConsoleQuestions(),
        new Processes(),
        new SerialBoardPort(TimeProvider.System),
        Console.Out,
        Console.Error,
        TimeProvider.System);

    private static string RootAbove(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "JointWatch.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder at or above '{start}' holds JointWatch.slnx; expected to be started from the repository, by nanoff-config/flash.sh or flash.ps1");
    }
}
