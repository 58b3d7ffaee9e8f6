using JointWatch.Contract;
using JointWatch.Emulation;
using JointWatch.Emulation.Network;
using JointWatch.Exercises;
using JointWatch.Station.Core;
using JointWatch.Station.Demo;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Rehearsal;

/// <summary>A party in a rehearsal: its boards, their broker, and the core of its station. What its boards say reaches the core at once.</summary>
internal sealed class RehearsedParty : ICoreObserver, IDisposable
{
    private readonly World _world;
    private readonly Dictionary<int, AnnouncementLabel> _labels = [];
    private readonly Dictionary<string, double> _firstSights = new(StringComparer.Ordinal);
    private Director? _director;
    private long _entries;

    public RehearsedParty(string name, Scenario scenario, World world, StageFactory stages, TextWriter output)
    {
        Name = name;
        _world = world;
        Narrator = new Narrator(output, $"{name}: ");
        Core = new StationCore(new CoreOptions(), stages, Truth, Narrator, this);
        Broker = world.Net.AddBroker($"broker.{name}.local");
        Broker.Keeps = false;
        Broker.Took = message =>
        {
            if (message.From.Length > 0)
            {
                Take(EntryKind.Message, message.Topic, message.Payload);
            }
        };
        Boards = scenario.Boards.Where(b => b.Party == name).ToDictionary(b => b.Node, b => new EmulatedBoard(BoardSetup.Of(b), world, Broker), StringComparer.Ordinal);
    }

    public string Name { get; }

    public VirtualBroker Broker { get; }

    public StationCore Core { get; }

    public TruthRecorder Truth { get; } = new();

    public Narrator Narrator { get; }

    /// <summary>Gets its boards by node.</summary>
    public IReadOnlyDictionary<string, EmulatedBoard> Boards { get; }

    /// <summary>Gets how each warning stands to what was announced.</summary>
    public IReadOnlyDictionary<int, AnnouncementLabel> Labels => _labels;

    /// <summary>Gets the exercise seconds at which the tracker first followed each object.</summary>
    public IReadOnlyDictionary<string, double> FirstSights => _firstSights;

    /// <summary>Begins to hold what it sees against the truth.</summary>
    public void Begin(Director director)
    {
        _director = director;
        Truth.Begin(director);
        Narrator.Begin(director.TimeOf(0));
        Take(EntryKind.Exercise, "", new ExerciseNote(director.Run, director.Scenario.Name, director.Scenario.Description) { Mark = director.Scenario.Mark }.ToPayload());
    }

    /// <summary>Puts an entry before the core, as the journal would.</summary>
    public void Take(EntryKind kind, string topic, byte[] payload) =>
        Core.Process(new JournalEntry(++_entries, UtcMicroseconds.From(_world.Scheduler.UtcNow), kind, topic, payload));

    /// <summary>Tells the boards something, and the core, as a station does.</summary>
    public void Publish(string topic, byte[] payload)
    {
        if (topic == Topics.Clock)
        {
            Take(EntryKind.Message, topic, payload);
        }

        Broker.Publish(topic, payload, retain: true);
    }

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
        if (_director is not { } director)
        {
            return;
        }

        foreach (TrackEstimate track in updated)
        {
            if (TruthRecorder.Nearest(track, director) is { } nearest)
            {
                _firstSights.TryAdd(nearest.Name, track.Time.SecondsSince(director.TimeOf(0)));
            }
        }
    }

    /// <inheritdoc/>
    public void WarningJudged(LaunchWarning warning, AnnouncementVerdict verdict) => _labels[warning.Id] = verdict.Label;

    /// <inheritdoc/>
    public void Dispose() => Core.Dispose();
}
