using System.Collections.Concurrent;
using System.Globalization;
using JointWatch.Warning.Calibration;
using JointWatch.Warnings;

namespace JointWatch.Benchmarks.Calibration;

/// <summary>
/// <c>calibration [FLIGHTS] [FOLDER] [FIRST]</c>: flies so many seeded flights of each class (500), from a first seed (1), past every layout of sensors, through
/// the program's own tracker and warning stage, and writes <c>calibration.md</c>, <c>calibration.svg</c> and every single look as <c>calibration.csv</c> into a
/// folder (artifacts/calibration). What is tuned is tuned on seeds from 100,001 on, so that the first 500 judge it.
/// </summary>
internal static class CalibrationCommand
{
    private const int DefaultFlights = 500;

    /// <summary>After so many flights a line on standard error says how far it has come.</summary>
    private const int PerLine = 500;

    public static int Run(string[] args, TextWriter output)
    {
        if (args.Length > 3 || !TryNumber(args, 0, DefaultFlights, out int flights) || !TryNumber(args, 2, 1, out int first))
        {
            output.WriteLine($"usage: calibration [FLIGHTS] [FOLDER] [FIRST]; got '{string.Join(' ', args)}', FLIGHTS and FIRST are whole numbers from 1");
            return 2;
        }

        string folder = args.Length > 1 ? args[1] : Path.Combine("artifacts", "calibration");
        ConcurrentBag<CalibrationRecord> bag = [];
        int steppedBack = 0;
        int flown = 0;
        _ = Parallel.ForEach(
            FlightMaker.Classes.SelectMany(c => Enumerable.Range(first, flights).Select(seed => (Class: c, Seed: seed))),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            job =>
            {
                CalibrationFlight flight = FlightMaker.Make(job.Class, job.Seed);
                foreach (SensorLayout layout in SensorLayout.All)
                {
                    var (records, log) = CalibrationRecord.Fly(flight, layout, job.Seed);
                    int count = Interlocked.Increment(ref flown);
                    if (count % PerLine == 0)
                    {
                        Console.Error.WriteLine($"{count} of {flights * FlightMaker.Classes.Count * SensorLayout.All.Count} flown");
                    }

                    _ = Interlocked.Add(ref steppedBack, StepsBack(log));
                    foreach (CalibrationRecord record in records)
                    {
                        bag.Add(record);
                    }
                }
            });

        List<CalibrationRecord> all =
            [.. bag.OrderBy(r => r.Class).ThenBy(r => r.Layout, StringComparer.Ordinal).ThenBy(r => r.Stage).ThenBy(r => r.Seed)];
        string table = CalibrationTable.Of(all, flights, flown, steppedBack);
        _ = Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "calibration.md"), table);
        File.WriteAllText(Path.Combine(folder, "calibration.svg"), ReliabilityDiagram.Of(all));
        File.WriteAllText(Path.Combine(folder, "calibration.csv"), CalibrationTable.Csv(all));
        output.Write(table);
        output.WriteLine($"\nwritten: calibration.md, calibration.svg, calibration.csv in {folder}");
        return 0;
    }

    private static bool TryNumber(string[] args, int index, int otherwise, out int value)
    {
        value = otherwise;
        return args.Length <= index || (int.TryParse(args[index], NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0);
    }

    /// <summary>How many warnings of a flight ever step back among suspected, probable and confirmed.</summary>
    private static int StepsBack(IReadOnlyList<(double Seconds, LaunchWarning Warning)> log) => log
        .GroupBy(e => e.Warning.Id)
        .Count(g => g.Zip(g.Skip(1)).Any(p => p.First.Warning.State <= WarningState.Confirmed && p.Second.Warning.State < p.First.Warning.State));
}
