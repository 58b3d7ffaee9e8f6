using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using JointWatch.Contract.Sealing;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Core;
using JointWatch.Station.Direction;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Hosting;
using JointWatch.Station.Ingest;
using JointWatch.Tracking;

namespace JointWatch.Station.Demo;

/// <summary>Everything on one laptop: the station, emulated boards, and an exercise in their sky.</summary>
internal sealed class DemoRunner(DemoOptions options, StageFactory stages, TimeProvider time, TextWriter output, TextWriter error)
{
    private static readonly TimeSpan BoardPatience = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions SummaryJson = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly TruthRecorder _truth = new();
    private readonly List<string> _failures = [];

    /// <summary>Runs until the time is up, something fails, or it is cancelled.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        Scenario scenario = ChooseScenario();
        string data = options.DataDirectory ?? Directory.CreateTempSubdirectory("jointwatch-").FullName;
        try
        {
            await RunAsync(scenario, data, cancellation);
        }
        finally
        {
            if (options.DataDirectory is null)
            {
                Directory.Delete(data, recursive: true);
            }
        }

        foreach (string failure in _failures)
        {
            await error.WriteLineAsync($"jointwatch: {failure}");
        }

        return _failures.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private Scenario ChooseScenario() => options switch
    {
        { FlightFile: { } flight } => Scenario.ForFlight(FlightFile.Read(flight)),
        { ScenarioFile: { } file } => ScenarioFile.Read(file),
        _ => Scenario.BuiltIn(),
    };

    private async Task RunAsync(Scenario scenario, string data, CancellationToken cancellation)
    {
        var narrator = new Narrator(output);
        var settings = new HostSettings(data, IPAddress.Loopback, options.MqttPort, null, options.Urls);
        Dictionary<NodeId, byte[]> keys = Enrol(scenario, data);
        await using StationHost host = await StationHost.StartAsync(settings, stages, time, error.WriteLine, _truth, narrator);
        await using BoardRack rack = BoardRack.PowerUp(scenario, "127.0.0.1", host.MqttPort, host.Engine.Picture.Current.Nodes, keys, time);
        try
        {
            await rack.WaitUntilOnlineAsync(BoardPatience, time, cancellation);
            Announce(scenario, host, data);
            await RunExerciseAsync(scenario, host, rack, narrator, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C during start-up.
        }

        await output.WriteLineAsync("Stopping.");
    }

    private async Task RunExerciseAsync(Scenario scenario, StationHost host, BoardRack rack, Narrator narrator, CancellationToken cancellation)
    {
        var director = new Director(scenario, host.Engine.LastRun + 1, UtcMicroseconds.From(time.GetUtcNow()), options.Speed);
        _truth.Begin(director);
        narrator.Begin(director.TimeOf(0));
        using var publisher = new ExercisePublisher(director, host.Engine.Intake, host.Broker, time);
        await publisher.StartAsync(cancellation);
        var injects = new InjectTaker(director, [.. scenario.PartyNames.Select(p => new ExercisePlace(p, host.Engine.Intake, rack, null, null))], time);
        foreach (AnnouncementSpec announcement in scenario.Announcements)
        {
            await injects.AnnounceAsync(announcement, announcement.KnownTo);
        }

        long started = time.GetTimestamp();
        if (options.OpenBrowser)
        {
            Desktop.Open(host.Urls[0]);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task clock = publisher.RunAsync(() => output.WriteLine("The exercise is over; the station and its boards go on. Ctrl-C stops them."), stop.Token);
        var fired = new ConcurrentQueue<Task>();
        var direction = new ExerciseDirection(director, inject => fired.Enqueue(injects.TakeAsync(inject)), Tell);
        direction.Start(UtcMicroseconds.From(time.GetUtcNow()), "demo");
        Task plan = PlanPlayer.PlayAsync(direction, time, stop.Token);
        Task<bool> failed = rack.AnyFailedAsync(stop.Token);
        Task timeUp = Task.Delay(options.For ?? Timeout.InfiniteTimeSpan, time, stop.Token);
        await Task.WhenAny(timeUp, failed, host.Engine.Completion, clock, plan);
        NoteFailures(host, rack, [clock, plan, .. fired]);
        DemoSummary summary = new SummaryMaker(director, _truth).Make(host.Engine.Picture.Current, rack.Boards, time.GetElapsedTime(started), _failures);
        await stop.CancelAsync();
        await ((Task)Task.WhenAll([clock, plan, failed, timeUp, .. fired])).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await WriteAsync(summary);
    }

    /// <summary>Enrols the boards that the data folder does not have yet, so that the demo runs authenticated, as a real network does.</summary>
    private static Dictionary<NodeId, byte[]> Enrol(Scenario scenario, string data)
    {
        Dictionary<NodeId, byte[]> keys = EnrolmentFile.Read(data);
        foreach (NodeId board in scenario.Boards.Select(b => new NodeId(b.Party, b.Node)).Where(b => !keys.ContainsKey(b)))
        {
            EnrolmentFile.Add(data, board, RandomNumberGenerator.GetBytes(Sealed.KeyBytes), replace: false);
        }

        return EnrolmentFile.Read(data);
    }

    private void Announce(Scenario scenario, StationHost host, string data)
    {
        output.WriteLine($"JointWatch is up: {string.Join(' ', host.Urls)}");
        output.WriteLine($"MQTT broker on 127.0.0.1:{host.MqttPort}; journal in {data}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Exercise \"{scenario.Name}\": {scenario.Boards.Count} boards, {scenario.Objects.Count} objects, {scenario.DurationSeconds:F0} s at speed {options.Speed:G3}. Ctrl-C stops it."));
    }

    private void Tell(DirectionAct act)
    {
        if (act.Act == "inject")
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{act.ExerciseSeconds,7:F1} s  {act.Detail}"));
        }
    }

    private void NoteFailures(StationHost host, BoardRack rack, IEnumerable<Task> work)
    {
        if (host.Engine.Completion.IsCompleted)
        {
            _failures.Add($"the station's core stopped: {host.Engine.Completion.Exception?.GetBaseException()}");
        }

        _failures.AddRange(work.Where(t => t.IsFaulted).Select(t => $"the exercise could not be played: {t.Exception!.GetBaseException()}"));

        CoreCounts counts = host.Engine.Core.Counts;
        if (counts.Faults > 0)
        {
            _failures.Add($"the tracker or the warning stage failed {counts.Faults} times, last by {counts.LastFault}");
        }

        foreach (Emulation.EmulatedBoard board in rack.Failed)
        {
            if (board.Failure is { } failure)
            {
                _failures.Add($"board {board.Name} failed: {failure}");
            }
            else
            {
                _failures.Add($"board {board.Name} is not connected: {board.LinkFailure ?? "no answer from the broker"}");
            }
        }
    }

    private async Task WriteAsync(DemoSummary summary)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.DurationSeconds:F0} s: {summary.Nodes.Count(n => n.State == "online")} of {summary.Nodes.Count} boards online, {summary.Tracks.Count} tracks, {summary.Warnings.Count} warnings, {summary.Quarantined} messages refused."));
        if (options.SummaryFile is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(summary, SummaryJson) + "\n", CancellationToken.None);
        }
    }
}
