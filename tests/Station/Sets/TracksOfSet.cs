using System.Globalization;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Sets;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Tests.Sets;

/// <summary>
/// What the command writes for a set beside the checkout, against the set's truth. GOSPA with c = 500 m, p = 2, alpha = 2 (A. Rahmathullah,
/// Á. García-Fernández, L. Svensson, "Generalized optimal sub-pattern assignment metric", FUSION 2017). Pairs are found nearest first, which can
/// only make the figure larger than the true one.
/// </summary>
internal sealed class TracksOfSet
{
    private const double CutOffMeters = 500;
    private readonly Dictionary<long, List<Vector3>> _truth;
    private readonly Dictionary<long, List<Vector3>> _tracks;

    private TracksOfSet(Dictionary<long, List<Vector3>> truth, Dictionary<long, List<Vector3>> tracks, int confirmed)
    {
        _truth = truth;
        _tracks = tracks;
        Confirmed = confirmed;
    }

    /// <summary>Gets the number of tracks that were ever confirmed.</summary>
    public int Confirmed { get; }

    public double FirstSeconds => _tracks.Keys.Min() * 1e-3;

    public double LastSeconds => _tracks.Keys.Max() * 1e-3;

    /// <summary>Runs the command; skips the test where the set is not there.</summary>
    public static TracksOfSet Run(string name, DetectionsUsed use)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "JointWatch.slnx")))
        {
            root = Path.GetDirectoryName(root);
        }

        string folder = Path.GetFullPath(Path.Combine(root ?? ".", "..", "shared", "data", "tracking", name));
        if (!Directory.Exists(folder))
        {
            Assert.Skip($"The recorded set {folder} is not there.");
        }

        string file = Path.GetTempFileName();
        try
        {
            Assert.Equal(0, TrackRunner.Run(new TrackOptions(folder, file, use) { Passes = 1 }, TimeProvider.System, TextWriter.Null));
            (Dictionary<long, List<Vector3>> tracks, int confirmed) = Read(file, "track_id");
            return new TracksOfSet(Read(Path.Combine(folder, "truth.csv"), "target_id").Places, tracks, confirmed);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The mean over the truth's times from <paramref name="fromSeconds"/> on, metres.</summary>
    public double MeanGospa(double fromSeconds) =>
        _truth.Where(entry => entry.Key >= 1000 * fromSeconds).Average(entry => Gospa(entry.Value, _tracks.GetValueOrDefault(entry.Key, [])));

    private static double Gospa(List<Vector3> truth, List<Vector3> tracks)
    {
        bool[] truthUsed = new bool[truth.Count];
        bool[] trackUsed = new bool[tracks.Count];
        double sum = 0;
        int pairs = 0;
        foreach ((int i, int j, double distance) in truth
            .SelectMany((a, i) => tracks.Select((b, j) => (I: i, J: j, Distance: (a - b).Length)))
            .Where(pair => pair.Distance < CutOffMeters)
            .OrderBy(pair => pair.Distance))
        {
            if (!truthUsed[i] && !trackUsed[j])
            {
                truthUsed[i] = true;
                trackUsed[j] = true;
                sum += distance * distance;
                pairs++;
            }
        }

        return Math.Sqrt(sum + (CutOffMeters * CutOffMeters / 2 * (truth.Count + tracks.Count - (2 * pairs))));
    }

    /// <summary>Places by time in milliseconds, and how many different things there are.</summary>
    private static (Dictionary<long, List<Vector3>> Places, int Count) Read(string path, string idColumn)
    {
        string[] lines = File.ReadAllLines(path);
        List<string> header = [.. lines[0].Split(',')];
        Dictionary<long, List<Vector3>> places = [];
        HashSet<string> ids = [];
        foreach (string[] cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            double Number(string column) => double.Parse(cells[header.IndexOf(column)], CultureInfo.InvariantCulture);
            long time = (long)Math.Round(1000 * Number("time_s"));
            if (!places.TryGetValue(time, out List<Vector3>? list))
            {
                list = [];
                places.Add(time, list);
            }

            list.Add(new Vector3(Number("x_m"), Number("y_m"), Number("z_m")));
            ids.Add(cells[header.IndexOf(idColumn)]);
        }

        return (places, ids.Count);
    }
}
