using System.Collections.Concurrent;
using System.Globalization;
using JointWatch.Warning.Calibration;
using JointWatch.Warnings;

namespace JointWatch.Benchmarks.Calibration;

/// <summary>
/// <c>calibration [FLIGHTS] [FOLDER]</c>: flies so many seeded flights of each class (500) past every layout of sensors, through the program's own tracker and
/// warning stage, and writes <c>calibration.md</c> and <c>calibration.svg</c> into a folder (artifacts/calibration).
/// </summary>
internal static class CalibrationCommand
{
    private const int DefaultFlights = 500;

    public static int Run(string[] args, TextWriter output)
    {
        int flights = DefaultFlights;
        if (args.Length > 2 || (args.Length > 0 && (!int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out flights) || flights < 1)))
        {
            output.WriteLine($"usage: calibration [FLIGHTS] [FOLDER]; FLIGHTS is '{args[0]}', expected a whole number from 1");
            return 2;
        }

        string folder = args.Length > 1 ? args[1] : Path.Combine("artifacts", "calibration");
        ConcurrentBag<CalibrationRecord> bag = [];
        int steppedBack = 0;
        int flown = 0;
        _ = Parallel.ForEach(
            FlightMaker.Classes.SelectMany(c => Enumerable.Range(1, flights).Select(seed => (Class: c, Seed: seed))),
            job =>
            {
                CalibrationFlight flight = FlightMaker.Make(job.Class, job.Seed);
                foreach (SensorLayout layout in SensorLayout.All)
                {
                    var (records, log) = CalibrationRecord.Fly(flight, layout, job.Seed);
                    _ = Interlocked.Increment(ref flown);
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
        output.Write(table);
        output.WriteLine($"\nwritten: {Path.Combine(folder, "calibration.md")}, {Path.Combine(folder, "calibration.svg")}");
        return 0;
    }

    /// <summary>How many warnings of a flight ever step back among suspected, probable and confirmed.</summary>
    private static int StepsBack(IReadOnlyList<(double Seconds, LaunchWarning Warning)> log) => log
        .GroupBy(e => e.Warning.Id)
        .Count(g => g.Zip(g.Skip(1)).Any(p => p.First.Warning.State <= WarningState.Confirmed && p.Second.Warning.State < p.First.Warning.State));
}
