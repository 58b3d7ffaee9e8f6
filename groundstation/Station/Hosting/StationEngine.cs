using System.Text;
using JointWatch.Station.Core;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;
using JointWatch.Station.Picture;

namespace JointWatch.Station.Hosting;

/// <summary>
/// The station without broker and web: journal, intake, core and the live picture. On start it processes what the journal holds, so it goes on
/// where it was stopped or killed.
/// </summary>
public sealed class StationEngine : IAsyncDisposable
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PicturePeriod = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _time;
    private readonly JournalFile _journal;
    private readonly CancellationTokenSource _stop = new();
    private Task _core = Task.CompletedTask;
    private Task _ticks = Task.CompletedTask;

    private StationEngine(JournalFile journal, StationCore core, LivePicture picture, StationIntake intake, TimeProvider time)
    {
        _journal = journal;
        Core = core;
        Picture = picture;
        Intake = intake;
        _time = time;
    }

    /// <summary>Gets the way in.</summary>
    public StationIntake Intake { get; }

    /// <summary>Gets the picture for the page.</summary>
    public LivePicture Picture { get; }

    /// <summary>Gets the core. Its counts and quarantine may be read from any thread; the rest only while it rests: before start and after disposal.</summary>
    public StationCore Core { get; }

    /// <summary>Gets the run of the newest exercise in the journal when the station took it up; 0 where there is none.</summary>
    public uint LastRun { get; private init; }

    /// <summary>Gets a task that ends when the core has stopped; it fails if the core failed.</summary>
    public Task Completion => _core;

    /// <summary>Opens the journal, processes what is in it, and takes input from now on.</summary>
    /// <param name="observers">Told of what the core makes of its input, that of the journal first.</param>
    public static async Task<StationEngine> StartAsync(
        string dataDirectory, StageFactory stages, TimeProvider time, Action<string> log, params IReadOnlyList<ICoreObserver> observers)
    {
        JournalFile journal = JournalFile.Open(dataDirectory);
        var picture = new LivePicture();
        var checkpoints = new CheckpointWriter();
        var core = new StationCore(new CoreOptions(), stages, [picture, checkpoints, .. observers]);
        if (journal.LastNumber > 0)
        {
            log($"Taking up the journal: {journal.LastNumber:N0} entries.");
            foreach (JournalEntry entry in JournalFile.Read(Path.Combine(dataDirectory, JournalFile.FileName)))
            {
                core.Process(entry);
            }

            if (core.Counts.DigestMismatches > 0)
            {
                log($"The journal gives another picture than when it was written, at {core.Counts.DigestMismatches} checkpoints: it was changed, or the program was.");
            }
        }

        picture.Make(core);
        var intake = new StationIntake(journal, new IntakeOptions(), time, log);
        var engine = new StationEngine(journal, core, picture, intake, time) { LastRun = core.LastRun };
        intake.Start();
        checkpoints.Begin(intake);
        engine._core = Task.Run(engine.ProcessAsync);
        await intake.SubmitAsync(EntryKind.Start, "", Encoding.UTF8.GetBytes(typeof(StationEngine).Assembly.GetName().Version!.ToString(3)), default);
        engine._ticks = Task.Run(engine.TickAsync);
        return engine;
    }

    /// <summary>Takes nothing more, processes what waits, and closes the journal.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticks;
        await Intake.DisposeAsync();
        await _core;
        _journal.Dispose();
        Core.Dispose();
        _stop.Dispose();
    }

    private async Task ProcessAsync()
    {
        long made = _time.GetTimestamp();
        await foreach (JournalEntry[] batch in Intake.Written.ReadAllAsync())
        {
            foreach (JournalEntry entry in batch)
            {
                Core.Process(entry);
            }

            if (_time.GetElapsedTime(made) >= PicturePeriod)
            {
                made = _time.GetTimestamp();
                Picture.Make(Core);
            }
        }

        Picture.Make(Core);
    }

    private async Task TickAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(TickPeriod, _time);
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await Intake.SubmitAsync(EntryKind.Tick, "", ReadOnlyMemory<byte>.Empty, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
