using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Parties;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Joint.Centre;
using JointWatch.Joint.Picture;
using JointWatch.Links;
using JointWatch.Links.Certificates;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Core;
using JointWatch.Station.Demo;
using JointWatch.Station.Direction;
using JointWatch.Tracking;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Station.Joint.Demo;

/// <summary>A joint exercise on one laptop: a station with its own boards for each party, one sky, and one centre between them.</summary>
internal sealed class JointDemoRunner(DemoOptions options, StageFactory stages, TimeProvider time, TextWriter output, TextWriter error)
{
    private const uint Run = 1;
    private const string LogName = "joint-centre";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<string> _failures = [];

    /// <summary>Runs until the time is up, something fails, or it is cancelled.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="InvalidInputException">The scenario is wrong, has fewer than two parties, or the data folder holds a run already.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        string text = options.ScenarioFile is { } file ? ExampleScenarios.Find(file).Text : ExampleScenarios.Text(ExampleScenarios.Usual)!;
        Scenario scenario = options.FlightFile is { } flight ? Scenario.ForFlight(FlightFile.Read(flight)) : ScenarioFile.Parse(text, options.ScenarioFile ?? "the built-in scenario");
        scenario = WithCut(scenario);
        PartyId[] parties = [.. scenario.Boards.Select(b => b.Party).Distinct().Select(PartyId.Parse).Order()];
        if (parties.Length < 2)
        {
            throw new InvalidInputException(options.ScenarioFile ?? options.FlightFile ?? "the scenario", null, "board", $"boards of {string.Join(", ", parties)} alone", "boards of two parties or more, for --joint");
        }

        string folder = options.DataDirectory ?? Directory.CreateTempSubdirectory("jointwatch-joint-").FullName;
        if (File.Exists(Path.Combine(folder, "run.json")))
        {
            throw new InvalidInputException("jointwatch demo", null, "--data", folder, "a folder without a run in it: each joint run has a folder of its own");
        }

        try
        {
            await RunAsync(scenario, options.FlightFile is null ? text : null, parties, folder, cancellation);
        }
        finally
        {
            if (options.DataDirectory is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        foreach (string failure in _failures)
        {
            await error.WriteLineAsync($"jointwatch: {failure}");
        }

        return _failures.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task RunAsync(Scenario scenario, string? text, PartyId[] parties, string folder, CancellationToken cancellation)
    {
        string exercise = ExerciseMark.Of(scenario.Mark, Run);
        DateTimeOffset now = time.GetUtcNow();
        string centreFolder = Path.Combine(folder, "centre");
        using X509Certificate2 authority = LinkCertificates.MakeAuthority("joint centre of " + exercise, now);
        using X509Certificate2 made = LinkCertificates.MakeServer(authority, [IPAddress.Loopback.ToString(), "localhost"], now);
        LinkCertificates.Write(Path.Combine(centreFolder, "link"), "centre", made);
        using X509Certificate2 certificate = LinkCertificates.Read(Path.Combine(centreFolder, "link"), "centre");
        using SigningKey logKey = SigningKey.Generate(LogName);
        List<JointDemoParty> sides = [];
        CentreHost? centre = null;
        try
        {
            sides.AddRange(parties.Select(p => new JointDemoParty(p, [.. parties.Where(o => o != p)], scenario, folder, authority, time)));
            var register = new PartyRegister(sides.Select(s => s.Registered));
            WriteKeys(centreFolder, logKey, sides);
            var centreOptions = new CentreOptions(Path.Combine(centreFolder, "log"), logKey, register, sides.ToDictionary(s => s.Id, s => s.Witness.Verifier)) { Exercise = exercise };
            var links = new CentreLinkOptions(Path.Combine(centreFolder, "link"), certificate, authority, "jointwatch", IPAddress.Loopback, 0, [.. parties.Select(p => p.Name)]);
            centre = await CentreHost.StartAsync(centreOptions, links, new IPEndPoint(IPAddress.Loopback, PagePort(sides.Count)), time, _ => { });
            Narrator[] narrators = [.. sides.Select(s => new Narrator(output, $"{s.Id}: "))];
            for (int i = 0; i < sides.Count; i++)
            {
                await sides[i].StartAsync(
                    centre, register, logKey.Verifier, authority, exercise, options.MqttPort == 0 ? 0 : options.MqttPort + i, Url(i), stages, time, error.WriteLine, narrators[i]);
            }

            await Task.WhenAll(sides.Select(s => s.Boards.WaitUntilOnlineAsync(Patience, time, cancellation)));
            Tell(scenario, sides, centre, folder);
            await ExerciseAsync(scenario, text, exercise, sides, narrators, centre, folder, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C during start-up.
        }
        finally
        {
            foreach (JointDemoParty side in sides)
            {
                await side.DisposeAsync();
            }

            if (centre is not null)
            {
                await centre.DisposeAsync();
            }
        }

        await output.WriteLineAsync("Stopping.");
    }

    private async Task ExerciseAsync(
        Scenario scenario, string? text, string exercise, List<JointDemoParty> sides, Narrator[] narrators, CentreHost centre, string folder, CancellationToken cancellation)
    {
        var director = new Director(scenario, Run, Now(), options.Speed);
        var injects = new InjectTaker(director, [.. sides.Select(s => s.Place)], time);
        var work = new ConcurrentQueue<Task>();
        ExercisePublisher[] publishers = [.. sides.Select(s => new ExercisePublisher(director, s.Station.Engine.Intake, s.Station.Broker, time))];
        var direction = new ExerciseDirection(director, inject => work.Enqueue(injects.TakeAsync(inject)), act =>
        {
            Tell(folder, act);
            if (act.Act is "start" or "pause" or "resume" or "speed")
            {
                work.Enqueue(Task.WhenAll(publishers.Select(p => p.TellAsync(cancellation))));
            }
        });
        RunFolder.Write(folder, director, exercise, sides.Select(s => s.Id.Name), text);
        direction.Hold(Now());
        await using DirectorHost? panel = await DirectAsync(director, direction, exercise, sides);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var clocks = new List<Task>();
        for (int i = 0; i < sides.Count; i++)
        {
            narrators[i].Begin(director.TimeOf(0));
            await publishers[i].StartAsync(cancellation);
            clocks.Add(publishers[i].RunAsync(() => { }, stop.Token));
        }

        foreach (AnnouncementSpec announcement in scenario.Announcements)
        {
            await injects.AnnounceAsync(announcement, announcement.KnownTo);
        }

        if (panel is null)
        {
            direction.Start(Now(), "demo");
        }

        if (options.OpenBrowser)
        {
            Desktop.Open(panel?.Link.ToString() ?? centre.Urls[0]);
        }

        Task plan = PlanPlayer.PlayAsync(direction, time, stop.Token);
        Task<bool>[] failed = [.. sides.Select(s => s.Boards.AnyFailedAsync(stop.Token))];
        Task timeUp = Task.Delay(options.For ?? Timeout.InfiniteTimeSpan, time, stop.Token);
        await Task.WhenAny([timeUp, plan, .. failed, .. clocks, .. sides.Select(s => s.Station.Engine.Completion)]);
        direction.End(Now(), "demo");
        NoteFailures(sides, [.. clocks, plan, .. work]);
        await SettleAsync(sides, centre);
        await SumUpAsync(sides, centre);
        await stop.CancelAsync();
        await ((Task)Task.WhenAll([timeUp, plan, .. failed, .. clocks, .. work])).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Array.ForEach(publishers, p => p.Dispose());

        // What the stations say of the exercise's end is cosigned too, so that the log on disk is one that can be checked as it lies.
        await SettleAsync(sides, centre);
    }

    /// <summary>Opens the director's panel where one was asked for.</summary>
    private async Task<DirectorHost?> DirectAsync(Director director, ExerciseDirection direction, string exercise, List<JointDemoParty> sides)
    {
        if (!options.IsDirected)
        {
            return null;
        }

        DirectedParty[] parties = [.. sides.Select(s => new DirectedParty(s.Id.Name, director.Scenario.Parties.FirstOrDefault(p => p.Name == s.Id.Name), s.Station, s.Boards))];
        DirectorHost panel = await DirectorHost.StartAsync(PagePort(sides.Count + 1), direction, new DirectorPanel(director, direction, exercise, parties, time), time);
        await output.WriteLineAsync($"The director's panel, which the parties must not see: {panel.Link}");
        await output.WriteLineAsync("The exercise waits until it is started there.");
        return panel;
    }

    /// <summary>A cut that was asked for on the command line is an inject like those of the scenario.</summary>
    private Scenario WithCut(Scenario scenario)
    {
        if (options.CutLinkSeconds is not { } cut)
        {
            return scenario;
        }

        string party = scenario.PartyNames[^1];
        return scenario with
        {
            Injects =
            [
                .. scenario.Injects,
                new InjectSpec("the link is cut (--cut-link)", cut.From, true, new LinkAct(party, false), ""),
                new InjectSpec("the link is back (--cut-link)", cut.Until, true, new LinkAct(party, true), ""),
            ],
        };
    }

    private void Tell(string folder, DirectionAct act)
    {
        RunFolder.Note(folder, act);
        string words = act.Act switch
        {
            "inject" => act.Detail,
            "over" => "the exercise is over; stations, boards and centre go on. Ctrl-C stops them.",
            "start" => "the exercise begins",
            "end" => "",
            "note" => $"{act.By} notes: {act.Detail}",
            _ => $"{act.By}: {act.Act} {act.Detail}",
        };
        if (words.Length > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{act.ExerciseSeconds,7:F1} s  {words}"));
        }
    }

    /// <summary>Waits a little until what was said is in the log and cosigned, so that the sum at the end is of all of it.</summary>
    private async Task SettleAsync(List<JointDemoParty> sides, CentreHost centre)
    {
        long start = time.GetTimestamp();
        while ((sides.Any(s => s.Station.Joint!.View(withFusion: false).Unlogged > 0) || centre.Engine.View(withFusion: false).Log is var log && log.Cosigned.Any(c => c.Size < log.Size))
            && time.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), time);
        }
    }

    private async Task SumUpAsync(List<JointDemoParty> sides, CentreHost centre)
    {
        JointView view = centre.Engine.View(withFusion: false);
        foreach (JointDemoParty side in sides)
        {
            var picture = side.Station.Engine.Picture.Current;
            Verdict? verdict = centre.Engine.Assurances(side.Id).Verdict;
            await output.WriteLineAsync(
                $"{side.Id}: {side.Boards.Boards.Count(b => b.Online)} of {side.Boards.Boards.Count} boards online, {picture.Tracks.Count} tracks, {picture.Warnings.Count} warnings, "
                + $"{view.Parties.Single(p => p.Name == side.Id.Name).Released.Count} things released; assurances {Words(verdict)}.");
        }

        foreach (ComparisonView comparison in view.Comparisons)
        {
            await output.WriteLineAsync($"Launches still in force that {comparison.A} and {comparison.B} have told of: both {comparison.Both.Count}, {comparison.A} alone {comparison.OnlyA.Count}, {comparison.B} alone {comparison.OnlyB.Count}.");
        }

        await output.WriteLineAsync($"The log has {view.Log.Size} entries; cosigned by {string.Join(", ", view.Log.Cosigned.Select(c => $"{c.Party} to {c.Size}"))}; {view.Log.Faults.Count} faults.");
        _failures.AddRange(view.Log.Faults.Select(f => "the log: " + f));
    }

    private void NoteFailures(List<JointDemoParty> sides, List<Task> work)
    {
        foreach (Task failed in work.Where(t => t.IsFaulted))
        {
            _failures.Add($"the exercise could not be played: {failed.Exception!.GetBaseException()}");
        }

        foreach (JointDemoParty side in sides)
        {
            if (side.Station.Engine.Completion.IsCompleted)
            {
                _failures.Add($"the core of {side.Id}'s station stopped: {side.Station.Engine.Completion.Exception?.GetBaseException()}");
            }

            CoreCounts counts = side.Station.Engine.Core.Counts;
            if (counts.Faults > 0)
            {
                _failures.Add($"{side.Id}'s tracker or warning stage failed {counts.Faults} times, last by {counts.LastFault}");
            }

            _failures.AddRange(side.Boards.Failed.Select(b => $"board {b.Name} failed: {b.Failure?.ToString() ?? b.LinkFailure ?? "not connected"}"));
        }
    }

    private void Tell(Scenario scenario, List<JointDemoParty> sides, CentreHost centre, string folder)
    {
        output.WriteLine($"The joint centre is up: {string.Join(' ', centre.Urls)}");
        foreach (JointDemoParty side in sides)
        {
            output.WriteLine($"{side.Id}'s station: {string.Join(' ', side.Station.Urls)}, its joint desk at {side.Station.Urls[0]}/joint.html; MQTT broker on 127.0.0.1:{side.Station.MqttPort}; {side.Boards.Boards.Count} boards");
        }

        output.WriteLine($"Everything is kept in {folder}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Exercise \"{scenario.Name}\": {scenario.Objects.Count} objects, {scenario.DurationSeconds:F0} s at speed {options.Speed:G3}. Ctrl-C stops it."));
    }

    /// <summary>What anyone needs to check the log, beside it.</summary>
    private static void WriteKeys(string folder, SigningKey logKey, List<JointDemoParty> sides)
    {
        SigningKeyFile.Write(Path.Combine(folder, "log.key"), logKey);
        File.WriteAllText(Path.Combine(folder, "log.vkey"), logKey.Verifier + "\n");
        File.WriteAllText(Path.Combine(folder, "witnesses.vkey"), string.Concat(sides.Select(s => s.Witness.Verifier + "\n")));
        File.WriteAllText(Path.Combine(folder, "parties.toml"), string.Join('\n', sides.Select(s => PartyRegister.Describe(s.Registered))));
    }

    private int PagePort(int number) => new Uri(options.Urls[0]) is var first && first.Port == 0 ? 0 : first.Port + number;

    private string Url(int number) => new UriBuilder(options.Urls[0]) { Port = PagePort(number) }.Uri.GetLeftPart(UriPartial.Authority);

    private static string Words(Verdict? verdict) => verdict switch
    {
        null => "none",
        Verdict.Kept => "kept",
        Verdict.Broken => "broken",
        _ => "not all can be told yet",
    };

    private UtcMicroseconds Now() => UtcMicroseconds.From(time.GetUtcNow());
}
