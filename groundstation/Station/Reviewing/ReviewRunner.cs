using System.Text.Json;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Files;
using JointWatch.Exchange.Parties;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Reviews.Input;
using JointWatch.Reviews.Numbers;
using JointWatch.Reviews.Output;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Core;
using JointWatch.Station.Journal;
using Microsoft.Data.Sqlite;

namespace JointWatch.Station.Reviewing;

/// <summary>The command <c>review</c>: plays each party's journal of a run anew, and holds what it made of it against the truth.</summary>
internal static class ReviewRunner
{
    private const double SampleSeconds = 5;

    /// <exception cref="InvalidInputException">The folder holds no run, or a file in it is wrong.</exception>
    public static int Run(ReviewOptions options, StageFactory stages, TextWriter output, CancellationToken cancellation)
    {
        ReviewReport report = Review(options.Folder, stages, cancellation);
        if (options.CompareWith is { } other)
        {
            ReviewReport second = Review(other, stages, cancellation);
            if (ReviewComparison.WhyNot(report, second) is { } why)
            {
                throw new InvalidInputException("jointwatch review", null, "--compare", other, $"a run of the same objects: {why}");
            }

            Write(options.Page, "--out", ReviewPage.Write(report, second), output);
            Write(options.Json, "--json", ReviewJson.Write(report, second), output);
            return ExitCode.Done;
        }

        Write(options.Page, "--out", ReviewPage.Write(report), output);
        Write(options.Json, "--json", ReviewJson.Write(report), output);
        Tell(report, output);
        return ExitCode.Done;
    }

    private static ReviewReport Review(string folder, StageFactory stages, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(folder, RunFile.Name)))
        {
            throw new InvalidInputException("jointwatch review", null, "RUN", folder, $"a folder with {RunFile.Name}, scenario.toml and a folder for each party, as 'jointwatch demo --joint --data DIR' leaves it");
        }

        RunFile run = RunFile.Read(folder);
        Scenario scenario = ScenarioFile.Read(Path.Combine(folder, "scenario.toml"));
        Observed[] observed = [.. run.Parties.Select(p => Watch(Path.Combine(folder, p), p, run, stages, cancellation))];
        return ReviewMaker.Make(run, scenario, observed, SampleSeconds, ReadActs(Path.Combine(folder, "direction.jsonl")), ReadExchange(Path.Combine(folder, "centre"), run));
    }

    private static Observed Watch(string folder, string party, RunFile run, StageFactory stages, CancellationToken cancellation)
    {
        string journal = Path.Combine(folder, JournalFile.FileName);
        if (!File.Exists(journal))
        {
            throw new InvalidInputException("jointwatch review", null, "RUN", journal, $"the journal of {party}'s station");
        }

        var watcher = new PartyWatcher(party, run.Run, SampleSeconds);
        using var core = new StationCore(new CoreOptions(), stages, watcher);
        try
        {
            foreach (JournalEntry entry in JournalFile.Read(journal))
            {
                cancellation.ThrowIfCancellationRequested();
                core.Process(entry);
            }
        }
        catch (SqliteException e)
        {
            throw new InvalidInputException("jointwatch review", null, "RUN", journal, $"a journal that can be read ({e.Message})", e);
        }

        return watcher.ToObserved();
    }

    private static List<DirectorAct> ReadActs(string path)
    {
        var acts = new List<DirectorAct>();
        if (!File.Exists(path))
        {
            return acts;
        }

        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                JsonElement root = document.RootElement;
                acts.Add(new DirectorAct(root.GetProperty("exerciseSeconds").GetDouble(), root.GetProperty("act").GetString() ?? "", root.GetProperty("detail").GetString() ?? ""));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidInputException(path, number, null, null, "an act of the director: a JSON object with exerciseSeconds, act and detail", e);
            }
        }

        return acts;
    }

    private static ExchangeReview? ReadExchange(string centre, RunFile run) => Directory.Exists(Path.Combine(centre, "log"))
        ? ExchangeReader.Read(
            new RecordBook(PartyRegister.Read(Path.Combine(centre, "parties.toml")), run.Exercise).TakeAll(EntrySource.Read(Path.Combine(centre, "log"))), run.Start)
        : null;

    private static void Write(string? path, string option, string text, TextWriter output)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(path, text);
            output.WriteLine($"Written: {path}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("jointwatch review", null, option, path, $"a file that can be written ({e.Message})", e);
        }
    }

    private static void Tell(ReviewReport report, TextWriter output)
    {
        output.WriteLine($"{report.Scenario} ({report.Exercise}):");
        foreach (ObjectReview o in report.Joint.Where(j => report.Objects.Single(f => f.Name == j.Name).IsLaunched))
        {
            string confirmed = o.ConfirmedAfterLaunchSeconds is { } after ? FormattableString.Invariant($"confirmed by {o.By} {after:F1} s after its launch") : "confirmed by nobody";
            string impact = o.ImpactErrorMeters is { } error ? FormattableString.Invariant($", impact predicted within {error / 1000:F1} km") : "";
            output.WriteLine($"  {o.Name}: {confirmed}{impact}");
        }

        foreach (PartyReview p in report.Parties)
        {
            output.WriteLine($"  {p.Party}: {p.FalseAlarms.Count} false alarms, {p.Missed.Count} missed, mean GOSPA {(p.MeanGospaMeters is { } g ? FormattableString.Invariant($"{g:F0} m") : "none")}");
        }

        if (report.JointPicture?.MeanGospaMeters is { } together)
        {
            output.WriteLine(FormattableString.Invariant($"  fused: mean GOSPA {together:F0} m"));
        }
    }
}
