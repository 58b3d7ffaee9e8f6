using System.Globalization;
using JointWatch.Warning.Calibration;
using JointWatch.Warnings;

namespace JointWatch.Benchmarks.Calibration;

internal static class CalibrationCommand
{
    public static int Run(string[] args, TextWriter output)
    {
        int flights = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500;
        List<CalibrationRecord> records = [];
        Parallel.ForEach(
            FlightMaker.Classes.SelectMany(c => Enumerable.Range(1, flights).Select(seed => (Class: c, Seed: seed))),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            job =>
            {
                CalibrationFlight flight = FlightMaker.Make(job.Class, job.Seed);
                foreach (SensorLayout layout in SensorLayout.All)
                {
                    var (some, _) = CalibrationRecord.Fly(flight, layout, job.Seed);
                    lock (records)
                    {
                        records.AddRange(some);
                    }
                }
            });
        foreach (var g in records.GroupBy(r => (r.Class, r.Layout, r.Stage)).OrderBy(g => g.Key.Class).ThenBy(g => g.Key.Layout, StringComparer.Ordinal).ThenBy(g => g.Key.Stage))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{g.Key.Class,-22} {g.Key.Layout,-24} {g.Key.Stage,-16} warned {g.Count(r => r.IsWarned)}/{g.Count()} L50 {In(g.Select(r => r.LaunchSquared), 0.5):F2} L90 {In(g.Select(r => r.LaunchSquared), 0.9):F2} n{g.Count(r => !double.IsNaN(r.LaunchSquared))} err {Med(g.Select(r => r.LaunchMeters)):F0} sig {Med(g.Select(r => r.LaunchSigmaMeters)):F0} q90 {Q(g.Select(r => r.LaunchSquared), 0.9):F1} | I50 {In(g.Select(r => r.ImpactSquared), 0.5):F2} I90 {In(g.Select(r => r.ImpactSquared), 0.9):F2} n{g.Count(r => !double.IsNaN(r.ImpactSquared))} err {Med(g.Select(r => r.ImpactMeters)):F0} sig {Med(g.Select(r => r.ImpactSigmaMeters)):F0} q50 {Q(g.Select(r => r.ImpactSquared), 0.5):F1} q90 {Q(g.Select(r => r.ImpactSquared), 0.9):F1}"));
        }

        return 0;
    }

    private static double In(IEnumerable<double> squared, double p)
    {
        double[] all = [.. squared.Where(x => !double.IsNaN(x))];
        return all.Length == 0 ? double.NaN : all.Count(x => x <= -2 * Math.Log(1 - p)) / (double)all.Length;
    }

    private static double Med(IEnumerable<double> x) => Q(x, 0.5);

    private static double Q(IEnumerable<double> squared, double p)
    {
        double[] all = [.. squared.Where(x => !double.IsNaN(x)).Order()];
        return all.Length == 0 ? double.NaN : all[(int)(p * (all.Length - 1))];
    }
}
