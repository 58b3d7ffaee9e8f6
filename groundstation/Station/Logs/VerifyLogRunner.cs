using System.Globalization;
using JointWatch.Exchange.Parties;
using JointWatch.Exercises;
using JointWatch.Joint.Proof;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Receipts;
using JointWatch.TransparencyLog.Verification;
using JointWatch.TransparencyLog.Witnessing;

namespace JointWatch.Station.Logs;

/// <summary>The command <c>log verify</c>.</summary>
internal static class VerifyLogRunner
{
    private const string PartiesName = "parties.toml";
    private const int MostProofBytes = 1_000_000;

    /// <exception cref="InvalidInputException">A file that was named is not what it should be.</exception>
    public static int Run(LogVerifyOptions options, TextWriter output)
    {
        RecordFacts? records = PartiesFile(options) is { } parties ? new RecordFacts(PartyRegister.Read(parties)) : null;
        LogVerifier verifier = Verifier(options, records);
        VerificationReport report;
        try
        {
            report = options.Subject switch
            {
                LogSubject.Folder folder => verifier.VerifyFolder(folder.Path, folder.Checkpoints is { } kept ? Evidence.Read(kept) : null),
                LogSubject.Receipt receipt => verifier.VerifyReceipt(Receipt.Read(receipt.Path), receipt.Entry is { } entry ? (ReadOnlyMemory<byte>?)File.ReadAllBytes(entry) : null),
                LogSubject.Pair pair => Verify(verifier, pair),
                _ => throw new InvalidOperationException($"{options.Subject} is none of the subjects."),
            };
        }
        catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("jointwatch log verify", null, null, null, $"files that can be used; {e.Message}", e);
        }

        output.WriteLine(options.IsJson ? Shown.Json(ForPrograms(report, records)) : ForPeople(report, options, records));
        return report.IsWhole ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>The register that was named, or the one that a centre keeps beside its log.</summary>
    private static string? PartiesFile(LogVerifyOptions options)
    {
        if (options.Parties is not null || options.Subject is not LogSubject.Folder { Path: var folder })
        {
            return options.Parties;
        }

        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new[] { full, Path.GetDirectoryName(full) }.OfType<string>().Select(at => Path.Combine(at, PartiesName)).FirstOrDefault(File.Exists);
    }

    private static LogVerifier Verifier(LogVerifyOptions options, RecordFacts? records)
    {
        var verifying = new LogVerifierOptions
        {
            LogKeys = options.Keys,
            Witnesses = options.Witnesses,
            MinCosignatures = options.Quorum,
            EntryFacts = records is null ? null : options.Subject is LogSubject.Receipt ? records.TakeAlone : records.Take,
        };
        return new LogVerifier(options.Late is { } late ? verifying with { MaxBackward = late, MaxBackwardByOtherClock = late } : verifying);
    }

    private static VerificationReport Verify(LogVerifier verifier, LogSubject.Pair pair)
    {
        SignedCheckpoint older = SignedCheckpoint.Read(pair.Old);
        SignedCheckpoint newer = SignedCheckpoint.Read(pair.New);
        if (pair.LogFolder is { } folder)
        {
            return verifier.VerifyCheckpoints(older, newer, new LogReader(folder));
        }

        string file = pair.Proof!;
        if (new FileInfo(file).Length > MostProofBytes)
        {
            throw new InvalidInputException(file, null, null, null, $"a consistency proof of at most {MostProofBytes} bytes");
        }

        (long oldSize, var path) = WitnessRequest.ParseProof(File.ReadAllBytes(file));
        return oldSize == older.Checkpoint.Size
            ? verifier.VerifyCheckpoints(older, newer, path)
            : throw new InvalidInputException(file, 1, "old", oldSize.ToString(CultureInfo.InvariantCulture), $"{older.Checkpoint.Size}, the size of the old checkpoint");
    }

    private static object ForPrograms(VerificationReport report, RecordFacts? records) => new
    {
        Whole = report.IsWhole,
        report.Checkpoint?.Origin,
        report.Checkpoint?.Size,
        Root = report.Checkpoint?.Root.ToString(),
        report.EntriesChecked,
        report.EvidenceChecked,
        Signed = records?.Signed.ToDictionary(s => s.Key.Name, s => s.Value),
        Cosigned = report.Cosigned.Select(c => new { c.Witness, c.Size, Root = c.Root.ToString(), Time = Shown.Time(c.Time) }),
        Findings = report.Findings.Select(f => new { f.Kind, f.Index, f.Size, f.Party, f.Words }),
    };

    private static string ForPeople(VerificationReport report, LogVerifyOptions options, RecordFacts? records)
    {
        List<string> lines = [];
        if (report.Checkpoint is { } checkpoint)
        {
            lines.Add($"{Shown.Plain(checkpoint.Origin)}: {checkpoint.Size} entries, root {checkpoint.Root}");
        }

        lines.Add($"Checked: {report.EntriesChecked} entries, {report.EvidenceChecked} kept checkpoints, receipts and copies.");
        if (options.Subject is not LogSubject.Pair)
        {
            lines.Add(records is null ? "Signatures and times of records: not checked, for that takes --parties."
                : $"Signed: {(records.Signed.Count == 0 ? "no record" : string.Join(", ", records.Signed.Select(s => $"{s.Value} by {s.Key}")))}.");
        }

        foreach (string witness in options.Witnesses.Select(w => w.Name).Distinct(StringComparer.Ordinal))
        {
            CosignedSize? last = report.Cosigned.LastOrDefault(c => c.Witness == witness);
            lines.Add(last is null ? $"Cosigned by {witness}: never." : $"Cosigned by {witness}: last at {last.Size} entries, {Shown.Time(last.Time)}.");
        }

        lines.Add(report.Findings.Count switch { 0 => "Whole: nothing is wrong.", 1 => "1 finding:", int n => $"{n} findings:" });
        lines.AddRange(report.Findings.Select(f => $"  {Shown.Plain(f.Words)}"));
        return string.Join(Environment.NewLine, lines);
    }
}
