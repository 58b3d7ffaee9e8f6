using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Receipts;

namespace JointWatch.Station.Logs;

/// <summary>The command <c>log receipt</c>.</summary>
internal static class LogReceiptRunner
{
    private const string Source = "jointwatch log receipt";

    /// <exception cref="InvalidInputException">There is no such entry, or the log cannot be read, or the file not be written.</exception>
    public static int Run(LogReceiptOptions options, TextWriter output)
    {
        try
        {
            var reader = new LogReader(options.Folder);
            long size = reader.ReadCheckpoint().Checkpoint.Size;
            if (options.Index >= size)
            {
                throw new InvalidInputException(Source, null, "INDEX", options.Index.ToString(CultureInfo.InvariantCulture), $"less than {size}, the number of entries");
            }

            Receipt receipt = reader.MakeReceipt(options.Index);
            File.WriteAllBytes(options.Out, receipt.ToBytes());
            output.WriteLine($"{options.Out}: entry {options.Index} of {Shown.Plain(receipt.Checkpoint.Checkpoint.Origin)}, under its checkpoint of size {receipt.Checkpoint.Checkpoint.Size}.");
            return ExitCode.Done;
        }
        catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(Source, null, null, null, $"a log that can be read, and a file that can be written; {e.Message}", e);
        }
    }
}
