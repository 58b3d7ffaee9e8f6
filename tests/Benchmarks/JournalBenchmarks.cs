using BenchmarkDotNet.Attributes;
using JointWatch.Station.Journal;

namespace JointWatch.Benchmarks;

/// <summary>Rows into the journal, each batch one transaction that is on disk when it returns.</summary>
[InProcess]
[MemoryDiagnoser]
public class JournalBenchmarks
{
    private const int RowsAnOperation = 2_000;

    private readonly byte[] _payload = SomeReport.Bytes(70_000, 1_783_166_400_000_000);
    private string _folder = "";
    private JournalFile? _journal;

    /// <summary>Gets or sets the rows in a transaction.</summary>
    [Params(1, 10, 100, 1_000)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("jointwatch-bench-").FullName;
        _journal = JournalFile.Open(_folder);
    }

    [GlobalCleanup]
    public void Close()
    {
        _journal?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = RowsAnOperation, Description = "row")]
    public void Append()
    {
        for (int written = 0; written < RowsAnOperation; written += Batch)
        {
            long first = _journal!.LastNumber + 1;
            _journal.Append(
            [
                .. Enumerable.Range(0, Batch).Select(i => new JournalEntry(first + i, default, EntryKind.Message, "jointwatch/v1/alfa/radar-1/report", _payload)),
            ]);
        }
    }
}
