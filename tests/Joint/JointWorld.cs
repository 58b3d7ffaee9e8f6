using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Joint.Centre;
using JointWatch.Joint.Desk;
using JointWatch.Joint.Picture;
using JointWatch.Releases.Policies;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Verification;
using JointWatch.Warnings;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.Joint.Tests;

/// <summary>
/// A centre and two parties' desks, with links that are queues: they can be cut, and they outlive a desk or a centre that is killed and started again, as the real ones do.
/// </summary>
internal sealed class JointWorld : IDisposable
{
    public static readonly UtcMicroseconds Noon = new(1_783_166_400_000_000);
    public static readonly PartyId Alfa = PartyId.Parse("alfa");
    public static readonly PartyId Bravo = PartyId.Parse("bravo");

    private const string Coarse = """
        fields = ["launchTime", "class", "launchArea", "azimuth", "impactArea", "impactTime"]
        timeSeconds = 10
        class = "generic"
        positionKilometers = 50
        azimuthDegrees = 10
        delaySeconds = 0
        releaseEverySeconds = 10
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-joint-").FullName;
    private readonly Dictionary<PartyId, (PartyKey Key, SigningKey Witness)> _keys = [];
    private readonly Dictionary<PartyId, Queue<(string Kind, ReadOnlyMemory<byte> Payload)>> _up = [];
    private readonly Dictionary<PartyId, Queue<(string Kind, ReadOnlyMemory<byte> Payload)>> _down = [];
    private readonly Dictionary<PartyId, JointDesk> _desks = [];
    private readonly SigningKey _logKey = SigningKey.FromSeed("joint-centre", Seed(9));

    public JointWorld(string? exercise = "drill")
    {
        Exercise = exercise;
        byte seed = 1;
        foreach (PartyId party in (PartyId[])[Alfa, Bravo])
        {
            _keys[party] = (PartyKey.FromSeed(party, Seed(seed++)), SigningKey.FromSeed(party.Name, Seed(seed++), SignatureType.Cosignature));
            _up[party] = new();
            _down[party] = new();
        }

        Register = new PartyRegister(_keys.Select(k => new RegisteredParty(k.Value.Key.Public, [$"radar-{k.Key}"]) { Box = k.Value.Key.Box }));
        Centre = StartCentre();
        foreach (PartyId party in _keys.Keys)
        {
            StartDesk(party);
        }
    }

    public string? Exercise { get; }

    public PartyRegister Register { get; }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(Noon.Value / 1000));

    public CentreEngine Centre { get; private set; }

    public HashSet<PartyId> Cut { get; } = [];

    /// <summary>Gets what each party was told of announced launches, in order.</summary>
    public List<(PartyId To, string Id)> Announced { get; } = [];

    /// <summary>Gets or sets what a man in the middle does to a message on its way to a party.</summary>
    public Func<PartyId, string, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Tamper { get; set; } = (_, _, payload) => payload;

    public string LogFolder => Path.Combine(_folder, "centre", "log");

    public JointDesk this[PartyId party] => _desks[party];

    public static LaunchWarning Warning(int id = 7, WarningState state = WarningState.Confirmed, double latitude = 69.123456, double longitude = 16.654321) => new(
        id, 4, new TrackId(40 + id), state, ObjectClass.MediumRange, 0.973, Noon, Noon,
        new LaunchEstimate(Noon.AddSeconds(-47.318), 0.7, Geodetic.FromDegrees(latitude, longitude, 0), 1_234, double.DegreesToRadians(341.7)),
        new ImpactEstimate(Noon.AddSeconds(612.4), 3.1, Geodetic.FromDegrees(77.77777, 11.11111, 0), 8_765, 4_321, 0.456),
        false, 345_678, 41, [new SensorId("alfa/radar-1"), new SensorId("bravo/ir-2")], "climbs at 882 m/s, seen 41 times by 2 sensors");

    public static string PolicyOf(PartyId party) => $"""
        [policy]
        party = "{party}"

        [[allow]]
        name = "to all"
        kind = "warning"
        to = ["centre"]
        states = ["confirmed"]
        {Coarse}

        [[allow]]
        name = "to the neighbour"
        kind = "warning"
        to = ["{(party == Alfa ? Bravo : Alfa)}"]
        states = ["confirmed"]
        {Coarse.Replace("positionKilometers = 50", "positionKilometers = 20", StringComparison.Ordinal)}
        """;

    /// <summary>Delivers messages until there are none, but on links that are cut.</summary>
    public void Deliver()
    {
        while (Step(0) || Step(1))
        {
        }
    }

    /// <summary>Delivers one message of one party's link; false where there is none, or the link is cut.</summary>
    public bool Step(int party)
    {
        PartyId id = party == 0 ? Alfa : Bravo;
        if (Cut.Contains(id))
        {
            return false;
        }

        bool did = false;
        if (_up[id].TryPeek(out (string Kind, ReadOnlyMemory<byte> Payload) up))
        {
            Centre.Receive(id, up.Kind, up.Payload);
            _up[id].Dequeue();
            did = true;
        }

        if (_down[id].TryPeek(out (string Kind, ReadOnlyMemory<byte> Payload) down))
        {
            _desks[id].Receive(down.Kind, Tamper(id, down.Kind, down.Payload));
            _down[id].Dequeue();
            did = true;
        }

        return did;
    }

    /// <summary>Kills a party's desk and starts it again from its folder.</summary>
    public void Restart(PartyId party)
    {
        _desks[party].Dispose();
        StartDesk(party);
    }

    /// <summary>Kills the centre and starts it again from its folder.</summary>
    public void RestartCentre()
    {
        Centre.Dispose();
        Centre = StartCentre();
    }

    /// <summary>The link's memory is lost: all that waits in it, both ways.</summary>
    public void LoseLink(PartyId party)
    {
        _up[party].Clear();
        _down[party].Clear();
        _desks[party].Start();
    }

    public void Send(PartyId from, string kind, ReadOnlyMemory<byte> payload) => _up[from].Enqueue((kind, payload));

    public PartyKey KeyOf(PartyId party) => _keys[party].Key;

    public RecordBook ReadLog() => new RecordBook(Register, Exercise).TakeAll(Exchange.Files.EntrySource.Read(LogFolder));

    public string KeptBy(PartyId party) => Path.Combine(_folder, party.Name, "kept");

    /// <summary>Checks the log's folder as anyone would who has nothing but keys and what the parties have kept.</summary>
    public VerificationReport Verify()
    {
        string kept = Path.Combine(_folder, "evidence");
        Directory.CreateDirectory(kept);
        foreach (PartyId party in _keys.Keys.Where(p => !Directory.Exists(Path.Combine(kept, p.Name))))
        {
            Directory.CreateSymbolicLink(Path.Combine(kept, party.Name), KeptBy(party));
        }

        return new LogVerifier(new LogVerifierOptions { LogKeys = [_logKey.Verifier], Witnesses = [.. _keys.Values.Select(k => k.Witness.Verifier)], MinCosignatures = 2 })
            .VerifyFolder(LogFolder, Evidence.Read(kept));
    }

    public PartyView Party(JointView view, PartyId party) => view.Parties.Single(p => p.Name == party.Name);

    public void Dispose()
    {
        foreach (JointDesk desk in _desks.Values)
        {
            desk.Dispose();
        }

        Centre.Dispose();
        foreach ((PartyKey key, SigningKey witness) in _keys.Values)
        {
            key.Dispose();
            witness.Dispose();
        }

        _logKey.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static byte[] Seed(byte b) => [.. Enumerable.Repeat(b, 32)];

    private CentreEngine StartCentre() => new(
        new CentreOptions(LogFolder, _logKey, Register, _keys.ToDictionary(k => k.Key, k => k.Value.Witness.Verifier)) { Exercise = Exercise },
        Time,
        (to, kind, payload) => _down[to].Enqueue((kind, payload)));

    private void StartDesk(PartyId party)
    {
        string policy = PolicyOf(party);
        var options = new DeskOptions(Path.Combine(_folder, party.Name), _keys[party].Key, _keys[party].Witness, Register, _logKey.Verifier)
        {
            Policy = ReleasePolicy.Parse(policy, "policy.toml"),
            PolicyText = policy,
        };
        _desks[party] = new JointDesk(options, Time, (kind, payload) => _up[party].Enqueue((kind, payload)))
        {
            Announced = said => Announced.Add((party, said.Body.Id)),
        };
        _desks[party].Begin(Exercise, Noon);
        _desks[party].Start();
    }
}
