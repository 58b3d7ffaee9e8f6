using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using JointWatch.Contract.Sealing;
using JointWatch.Exchange.Parties;
using JointWatch.Exercises;
using JointWatch.Joint.Desk;
using JointWatch.Links;
using JointWatch.Links.Certificates;
using JointWatch.Releases.Policies;
using JointWatch.Station.Demo;
using JointWatch.Station.Direction;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Hosting;
using JointWatch.Station.Ingest;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Station.Joint.Demo;

/// <summary>A party of the joint demo: its keys, its folder, its station and its boards.</summary>
internal sealed class JointDemoParty : IAsyncDisposable
{
    private readonly IReadOnlyList<PartyId> _others;
    private readonly X509Certificate2 _certificate;
    private BoardRack? _boards;

    /// <param name="run">The folder of the run; the party's lies in it.</param>
    public JointDemoParty(PartyId id, IReadOnlyList<PartyId> others, Scenario scenario, string run, X509Certificate2 authority, TimeProvider time)
    {
        Id = id;
        _others = others;
        Scenario = scenario with { Boards = [.. scenario.Boards.Where(b => b.Party == id.Name)] };
        Folder = Path.Combine(run, id.Name);
        Directory.CreateDirectory(Folder);
        Key = PartyKey.New(id);
        Witness = SigningKey.Generate(id.Name, SignatureType.Cosignature);
        using X509Certificate2 made = LinkCertificates.MakeParty(authority, id.Name, time.GetUtcNow());
        LinkCertificates.Write(Path.Combine(Folder, "joint", "link"), id.Name, made);
        _certificate = LinkCertificates.Read(Path.Combine(Folder, "joint", "link"), id.Name);
        PartyKeyFile.Write(Path.Combine(Folder, "joint", "party.key"), Key);
        SigningKeyFile.Write(Path.Combine(Folder, "joint", "witness.key"), Witness);
    }

    public PartyId Id { get; }

    /// <summary>Gets the scenario with this party's boards alone.</summary>
    public Scenario Scenario { get; }

    public string Folder { get; }

    public PartyKey Key { get; }

    public SigningKey Witness { get; }

    public StationHost Station { get; private set; } = null!;

    public BoardRack Boards => _boards!;

    /// <summary>Gets where injects find it.</summary>
    public ExercisePlace Place => new(Id.Name, Station.Engine.Intake, Boards, Station.Joint!.Link, n => Station.Joint.Announce(n));

    public RegisteredParty Registered => new(Key.Public, [.. Scenario.Boards.Select(b => b.Node)]) { Box = Key.Box };

    /// <summary>Starts the station and its boards.</summary>
    public async Task StartAsync(
        CentreHost centre, PartyRegister register, VerifierKey log, X509Certificate2 authority, string exercise, int mqttPort, string url, Core.StageFactory stages, TimeProvider time, Action<string> say, Narrator narrator)
    {
        string policy = Template("demo-policy.toml");
        string assurances = Template("demo-assurances.toml");
        await File.WriteAllTextAsync(Path.Combine(Folder, "joint", "policy.toml"), policy);
        await File.WriteAllTextAsync(Path.Combine(Folder, "joint", "assurances.toml"), assurances);
        var desk = new DeskOptions(Path.Combine(Folder, "joint"), Key, Witness, register, log)
        {
            Policy = ReleasePolicy.Parse(policy, $"{Id}'s policy.toml"),
            PolicyText = policy,
            SealPolicy = false,
            AssurancesText = assurances,
            Console = $"{Id}'s station",
        };
        var link = new PartyLinkOptions(Id.Name, Path.Combine(Folder, "joint", "link"), _certificate, authority, "jointwatch", IPAddress.Loopback.ToString(), centre.Link.Port);
        var settings = new HostSettings(Folder, IPAddress.Loopback, mqttPort, null, [url]) { Party = Id.Name, Joint = new JointSettings(desk, link, exercise) };
        Dictionary<NodeId, byte[]> keys = Enrol();
        Station = await StationHost.StartAsync(settings, stages, time, say, narrator);
        _boards = BoardRack.PowerUp(Scenario, "127.0.0.1", Station.MqttPort, Station.Engine.Picture.Current.Nodes, keys, time);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_boards is not null)
        {
            await _boards.DisposeAsync();
        }

        if (Station is not null)
        {
            await Station.DisposeAsync();
        }

        Key.Dispose();
        Witness.Dispose();
        _certificate.Dispose();
    }

    private Dictionary<NodeId, byte[]> Enrol()
    {
        foreach (BoardSpec board in Scenario.Boards)
        {
            EnrolmentFile.Add(Folder, new NodeId(board.Party, board.Node), RandomNumberGenerator.GetBytes(Sealed.KeyBytes), replace: false);
        }

        return EnrolmentFile.Read(Folder);
    }

    private string Template(string name)
    {
        using Stream stream = typeof(JointDemoParty).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("OTHERS", string.Join(", ", _others.Select(o => $"\"{o}\"")), StringComparison.Ordinal)
            .Replace("OTHER", _others[0].Name, StringComparison.Ordinal)
            .Replace("PARTY", Id.Name, StringComparison.Ordinal);
    }
}
