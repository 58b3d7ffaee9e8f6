using System.Globalization;
using System.Text.Json;
using JointWatch.Exercises;
using JointWatch.Releases.Output;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Trying;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Core;
using JointWatch.Station.Journal;
using Microsoft.Data.Sqlite;

namespace JointWatch.Station.Releasing;

/// <summary>The commands <c>policy explain</c>, <c>policy try</c>, <c>policy diff</c> and <c>policy schema</c>. What they print of others' things is rounded.</summary>
internal static class PolicyRunner
{
    public static int Explain(string file, TextWriter output)
    {
        output.Write(ReleasePolicy.Read(file).Explain());
        return ExitCode.Done;
    }

    public static int Schema(TextWriter output)
    {
        output.Write(PolicySchema.Text);
        return ExitCode.Done;
    }

    /// <exception cref="InvalidInputException">The policy or the journal cannot be used.</exception>
    public static int Try(PolicyTryOptions options, StageFactory stages, TextWriter output, CancellationToken cancellation)
    {
        var policy = ReleasePolicy.Read(options.Policy);
        var trial = new ReleaseTrial(policy, options.Recipient is { } one ? [one] : ReleaseTrial.RecipientsOf(policy));
        Play(options.Journal, policy.Party, [trial], stages, cancellation);
        if (options.IsJson)
        {
            output.WriteLine(ToJson(trial.Releases));
            return ExitCode.Done;
        }

        int wide = Math.Max(9, trial.Releases.Select(r => r.Release.To.Length).DefaultIfEmpty(0).Max());
        output.WriteLine($"{"at",-20}  {"to".PadRight(wide)}  {"what, revision",-20}  {"our name for it",-20}  says");
        foreach (TriedRelease tried in trial.Releases.OrderBy(r => r.Release.At).ThenBy(r => r.Release.To, StringComparer.Ordinal))
        {
            Release r = tried.Release;
            string at = r.At.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            string name = string.Create(CultureInfo.InvariantCulture, $"{r.Reference}, {r.Revision}");
            output.WriteLine($"{at,-20}  {r.To.PadRight(wide)}  {name,-20}  {tried.Source,-20}  {(r.IsExercise ? "EXERCISE " : "")}{ReleaseText.Of(r)}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trial.Releases.Count} releases of {trial.Releases.Select(r => r.Source).Distinct().Count()} things"));
        return ExitCode.Done;
    }

    /// <returns>1 where the new policy lets out anything more.</returns>
    /// <exception cref="InvalidInputException">A policy or the journal cannot be used.</exception>
    public static int Diff(PolicyDiffOptions options, StageFactory stages, TextWriter output, CancellationToken cancellation)
    {
        var before = ReleasePolicy.Read(options.Old);
        var after = ReleasePolicy.Read(options.New);
        if (before.Party != after.Party)
        {
            throw new InvalidInputException(options.New, null, "policy.party", after.Party, $"{before.Party}, as in {options.Old}");
        }

        string[] recipients = [.. ReleaseTrial.RecipientsOf(before).Union(ReleaseTrial.RecipientsOf(after))];
        ReleaseTrial[] trials = [new(before, recipients), new(after, recipients)];
        Play(options.Journal, before.Party, trials, stages, cancellation);
        IReadOnlyList<PolicyDifference> more = PolicyDifference.Beyond(trials[1].Releases, trials[0].Releases);
        IReadOnlyList<PolicyDifference> less = PolicyDifference.Beyond(trials[0].Releases, trials[1].Releases);
        Print("more", more, output);
        Print("less", less, output);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{more.Count} more, {less.Count} less; {trials[0].Releases.Count} releases before, {trials[1].Releases.Count} after"));
        return more.Count > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static void Play(string journal, string party, IReadOnlyList<ReleaseTrial> trials, StageFactory stages, CancellationToken cancellation)
    {
        using var feed = new JournalFeed(party, trials, stages);
        try
        {
            foreach (JournalEntry entry in JournalFile.Read(journal))
            {
                cancellation.ThrowIfCancellationRequested();
                feed.Process(entry);
            }
        }
        catch (SqliteException e)
        {
            throw new InvalidInputException("policy", null, "JOURNAL", journal, $"a journal that can be read ({e.Message})", e);
        }

        foreach (ReleaseTrial trial in trials)
        {
            trial.Finish();
        }
    }

    private static void Print(string which, IReadOnlyList<PolicyDifference> differences, TextWriter output)
    {
        foreach (PolicyDifference d in differences)
        {
            string what = d.Kind switch
            {
                DifferenceKind.Thing => "anything of it",
                DifferenceKind.End => "that it ended",
                DifferenceKind.Sooner => (d.FieldName ?? "that it ended") + " sooner",
                DifferenceKind.Finer => d.FieldName + " finer, or another value",
                _ => d.FieldName!,
            };
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{which}  {d.Recipient}  {d.Source}: {what}, in {d.Releases} {(d.Releases == 1 ? "release" : "releases")}"));
        }
    }

    private static string ToJson(IReadOnlyList<TriedRelease> releases)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (TriedRelease tried in releases.OrderBy(r => r.Release.At).ThenBy(r => r.Release.To, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString("source", tried.Source);
                writer.WritePropertyName("release");
                writer.WriteRawValue(tried.Release.ToJson());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
