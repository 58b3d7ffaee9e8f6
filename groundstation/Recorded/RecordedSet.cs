using JointWatch.Exercises;
using JointWatch.Recorded.Harbour;
using JointWatch.Recorded.Looks;
using JointWatch.Recorded.Plots;
using JointWatch.Tracking;

namespace JointWatch.Recorded;

/// <summary>
/// A folder of recorded detections, in one of three layouts, told apart by the files that are there:
/// <list type="bullet">
/// <item><c>sensors.json</c> with <c>radar_detections.csv</c>, <c>ir_detections.csv</c>: looks of sensors that stand still;</item>
/// <item><c>measurements.csv</c> with columns mc, k, zx, zy: places in a plane, one or more Monte-Carlo runs;</item>
/// <item><c>NAME_detections.json</c>: a vessel's lidar, radar and cameras in a harbour.</item>
/// </list>
/// Times are those of the set: its second 0 is the instant 0. The common frame is the set's own: flat metres, or ECEF.
/// </summary>
public sealed class RecordedSet
{
    internal RecordedSet(IReadOnlyList<Scan> scans, IReadOnlyList<UtcMicroseconds> reportTimes, BirthModel? birth = null)
    {
        Scans = scans;
        ReportTimes = reportTimes;
        Birth = birth;
    }

    /// <summary>
    /// Gets every look of the sensors used, those without detections too, in order of arrival: the order of a file's rows, several files
    /// merged by time. Where reports come late, times go back.
    /// </summary>
    public IReadOnlyList<Scan> Scans { get; }

    /// <summary>
    /// Gets the times at which tracks are reported, rising: all looks of radars, used or not; where the set has no radar, those of the
    /// sensors that it has.
    /// </summary>
    public IReadOnlyList<UtcMicroseconds> ReportTimes { get; }

    /// <summary>Gets where new objects appear, where the set tells; or null.</summary>
    public BirthModel? Birth { get; }

    /// <summary>Gets a value indicating whether every scan arrives before those that are newer.</summary>
    public bool IsInOrder
    {
        get
        {
            for (int i = 1; i < Scans.Count; i++)
            {
                if (Scans[i].Time < Scans[i - 1].Time)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether a folder holds files by which one of the layouts is known.</summary>
    public static bool IsThere(string directory) =>
        Directory.Exists(directory)
        && (File.Exists(Path.Combine(directory, LookSet.SensorsName)) || PlotSet.IsThere(directory) || HarbourSet.FindDetections(directory) is not null);

    /// <summary>Reads a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="use">Which detections to use.</param>
    /// <param name="run">The Monte-Carlo run, from 1; a set without runs is one run.</param>
    /// <exception cref="InvalidInputException">The folder, a file or a field cannot be used.</exception>
    public static RecordedSet Read(string directory, RecordedUse use = RecordedUse.All, int run = 1)
    {
        if (PlotSet.IsThere(directory))
        {
            return PlotSet.Read(directory, use, run);
        }

        if (run != 1)
        {
            throw new InvalidInputException(directory, null, "run", run.ToString(System.Globalization.CultureInfo.InvariantCulture), "1: this set has no Monte-Carlo runs");
        }

        return HarbourSet.FindDetections(directory) is { } detections ? HarbourSet.Read(detections, use) : LookSet.Read(directory, use);
    }
}
