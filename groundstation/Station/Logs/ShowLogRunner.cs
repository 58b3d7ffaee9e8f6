using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Station.Logs;

/// <summary>The command <c>log show</c>.</summary>
internal static class ShowLogRunner
{
    /// <exception cref="InvalidInputException">The folder holds no log that can be read.</exception>
    public static int Run(LogShowOptions options, TextWriter output)
    {
        try
        {
            var reader = new LogReader(options.Folder);
            SignedCheckpoint signed = reader.ReadCheckpoint();
            long size = signed.Checkpoint.Size;
            long from = Math.Min(options.From ?? Math.Max(0, size - options.Count), size);
            long to = from + Math.Min(options.Count, size - from);
            IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> entries = reader.ReadEntries(from, to, size);
            output.WriteLine(options.IsJson ? ForPrograms(signed, entries) : ForPeople(signed, entries));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("jointwatch log show", null, null, null, $"a log that can be read; {e.Message}", e);
        }
    }

    private static string ForPrograms(SignedCheckpoint signed, IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> entries) => Shown.Json(new
    {
        signed.Checkpoint.Origin,
        signed.Checkpoint.Size,
        Root = signed.Checkpoint.Root.ToString(),
        signed.Checkpoint.Extensions,
        SignatureLines = signed.Note.Signatures.Select(s => s.KeyName),
        Entries = entries.Select(e => new { e.Index, LeafHash = MerkleHasher.Leaf(e.Entry.Span).ToString(), Entry = Convert.ToBase64String(e.Entry.Span) }),
    });

    private static string ForPeople(SignedCheckpoint signed, IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> entries)
    {
        List<string> lines =
        [
            $"{Shown.Plain(signed.Checkpoint.Origin)}: {signed.Checkpoint.Size} entries, root {signed.Checkpoint.Root}",
            .. signed.Checkpoint.Extensions.Select(line => "  " + Shown.Plain(line)),
            .. signed.Note.Signatures.Select(Line),
            "Nothing of this was checked: that is what jointwatch log verify does.",
            .. entries.Select(e => string.Create(
                CultureInfo.InvariantCulture, $"{e.Index,10} {e.Entry.Length,6} bytes  {MerkleHasher.Leaf(e.Entry.Span)}  {Shown.Entry(e.Entry.Span)}")),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string Line(NoteSignature signature) =>
        $"  signature line of {Shown.Plain(signature.KeyName)}" + (Cosignature.TimeOf(signature) is { } time ? $", cosigned {Shown.Time(time)}" : "");
}
