namespace JointWatch.Tracking.Engine;

/// <summary>
/// Does a piece of work over a run of items, in as many parts at once as there are threads. Each item's result must depend on itself alone; then
/// the number of threads changes nothing but the time.
/// </summary>
internal sealed class Crew
{
    /// <summary>Fewer items a thread are done sooner by one alone.</summary>
    private const int LeastItems = 64;

    private readonly Action<int> _body;
    private readonly ParallelOptions _parallel;
    private Action<int, int, int>? _work;
    private int _items;
    private int _parts;

    public Crew(int threads)
    {
        Threads = threads;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _body = DoPart;
    }

    public int Threads { get; }

    /// <summary>Does the work: <paramref name="work"/> gets the number of its part, and the items from the first to before the last.</summary>
    /// <returns>The number of parts.</returns>
    public int Run(int items, Action<int, int, int> work)
    {
        _parts = Math.Clamp(items / LeastItems, 1, Threads);
        if (_parts == 1)
        {
            work(0, 0, items);
            return 1;
        }

        _items = items;
        _work = work;
        Parallel.For(0, _parts, _parallel, _body);
        return _parts;
    }

    private void DoPart(int part) => _work!(part, (int)((long)_items * part / _parts), (int)((long)_items * (part + 1) / _parts));
}
