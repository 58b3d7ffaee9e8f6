using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Recorded;
using JointWatch.Recorded.Looks;
using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Scoring;
using JointWatch.Recorded.Truth;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Tracking;

namespace JointWatch.Station.Sets;

/// <summary>The command <c>score</c>.</summary>
internal static class ScoreRunner
{
    /// <exception cref="InvalidInputException">A file cannot be used.</exception>
    public static int Run(ScoreOptions options, TextWriter output)
    {
        IReadOnlyList<TruthTrack> truth = RecordedTruth.Read(options.Truth);
        IReadOnlyList<TrackRow> tracks = TracksFile.Read(options.Tracks);
        IEnumerable<UtcMicroseconds> times = RecordedSet.IsThere(options.Truth)
            ? RecordedSet.Read(options.Truth).ReportTimes
            : truth.SelectMany(target => target.Points).Select(point => point.Time).Distinct().Order();
        SetScore all = SetScore.Of(truth, tracks, times, options.CutOffMeters, options.Order);
        if (all.Times.Count == 0)
        {
            throw new InvalidInputException(options.Truth, null, null, null, "an object at one of the times at least");
        }

        Line($"GOSPA and OSPA with c = {options.CutOffMeters} m, p = {options.Order}, alpha = 2");
        Line($"{"",-16}{"all",12}{"steady",12}");
        SetScore steady = all.From((all.Times[0].Time.Value * 1e-6) + options.SteadySeconds);
        Figure("GOSPA mean", score => score.MeanGospa);
        Figure("GOSPA RMS", score => score.RmsGospa);
        Figure("OSPA mean", score => score.MeanOspa);
        Figure("missed a time", score => score.MeanMissed);
        Figure("false a time", score => score.MeanFalse);
        Figure("position RMSE", score => score.PositionRmse);
        Line($"Times:         {all.Times.Count}, steady from {options.SteadySeconds} s after the first");
        Line($"Track numbers: {all.TrackNumbers} for {truth.Count} objects, {all.Switches} switches");
        foreach (TruthTrack target in truth)
        {
            List<TrackId> numbers = [.. all.Times.SelectMany(t => t.Held).Where(held => held.Target == target.Id).Select(held => held.Track)];
            Line($"  object {target.Id}: held {numbers.Count} times by {numbers.Distinct().Count()} tracks");
        }

        foreach (FormattableString line in PictureReport.Lines(SetComparison.Of(truth, tracks, times), FirstDetections.Read(options.Truth), options))
        {
            Line(line);
        }

        return ExitCode.Done;

        void Figure(string name, Func<SetScore, double> of) =>
            Line($"{name,-16}{of(all),12:F3}{(steady.Times.Count > 0 ? of(steady) : double.NaN),12:F3}");

        void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
