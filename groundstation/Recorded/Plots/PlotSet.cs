using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Recorded.Files;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Plots;

/// <summary>
/// The layout of published tracking scenarios in a plane: <c>measurements.csv</c> with columns mc (Monte-Carlo run, from 1), k (step, from 1),
/// zx and zy (metres). The sensor is told by an optional <c>sensors.json</c> (<see cref="PlotSensor"/>).
/// </summary>
internal static class PlotSet
{
    private const string MeasurementsName = "measurements.csv";
    private const int MostRuns = 1_000_000;
    private const int MostSteps = 1_000_000;
    private const double FarthestMeters = 1e7;
    private static readonly string[] ColumnNames = ["mc", "k", "zx", "zy"];

    public static bool IsThere(string directory)
    {
        string path = Path.Combine(directory, MeasurementsName);
        return File.Exists(path) && ColumnNames.All(CsvFile.Columns(path).Contains);
    }

    /// <exception cref="InvalidInputException">The folder, a file or a field cannot be used.</exception>
    public static RecordedSet Read(string directory, RecordedUse use, int run)
    {
        if (use == RecordedUse.Infrared)
        {
            throw new InvalidInputException(directory, null, "use", "ir", "radar or all: this set has places only");
        }

        PlotSensor sensor = PlotSensor.Read(Path.Combine(directory, Looks.LookSet.SensorsName));
        string path = Path.Combine(directory, MeasurementsName);
        List<Step> steps = [];
        Dictionary<int, Step> byNumber = [];
        int lastStep = 0;
        int lastRun = 0;
        int newest = 0;
        int rows = 0;
        foreach (CsvRow row in CsvFile.Rows(path, ColumnNames))
        {
            int ofRun = row.Whole("mc", 1, MostRuns);
            int k = row.Whole("k", 1, MostSteps);
            Detection detection = Detection.AtPlace(row.Number("zx", -FarthestMeters, FarthestMeters), row.Number("zy", -FarthestMeters, FarthestMeters));
            (lastStep, lastRun) = (Math.Max(lastStep, k), Math.Max(lastRun, ofRun));
            if (ofRun == run)
            {
                newest = Math.Max(newest, k);
                Step step = StepAt(k);
                (step.Arrival, step.LastRow) = (newest, rows++);
                step.Detections.Add(detection);
            }
        }

        if (run > lastRun)
        {
            throw new InvalidInputException(path, null, "run", run.ToString(CultureInfo.InvariantCulture), $"a Monte-Carlo run from 1 to {lastRun}");
        }

        // Every run has the steps of the longest one: a step without detections is a look all the same.
        for (int k = 1; k <= lastStep; k++)
        {
            StepAt(k);
        }

        return new RecordedSet(
            [.. steps.OrderBy(s => s.Arrival).ThenBy(s => s.LastRow).Select(s => new Scan(sensor.Sensor, TimeOf(s.Number), s.Detections))],
            [.. Enumerable.Range(1, lastStep).Select(TimeOf)],
            sensor.Birth);

        UtcMicroseconds TimeOf(int k) => default(UtcMicroseconds).AddSeconds(k * sensor.Sensor.ScanPeriodSeconds);

        Step StepAt(int k)
        {
            if (!byNumber.TryGetValue(k, out Step? step))
            {
                step = new Step(k) { Arrival = k };
                byNumber.Add(k, step);
                steps.Add(step);
            }

            return step;
        }
    }

    private sealed class Step(int number)
    {
        public int Number { get; } = number;

        public List<Detection> Detections { get; } = [];

        /// <summary>Gets or sets the newest step of the file when the last of its rows came.</summary>
        public int Arrival { get; set; }

        public int LastRow { get; set; } = -1;
    }
}
