using CsCheck;
using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using static JointWatch.Exchange.Tests.Some;

namespace JointWatch.Exchange.Tests.Assurances;

/// <summary>What somebody did: the same as a record, before it is one. Times are seconds.</summary>
internal sealed record Deed(PartyId By, string What, int Time, bool IsLogged)
{
    /// <summary>The deed that it is about, or null.</summary>
    public Deed? Of { get; init; }

    /// <summary>A time that it names: of launch, of an outage's beginning, of a window's.</summary>
    public int Other { get; init; }

    /// <summary>A window's end.</summary>
    public int Until { get; init; }

    /// <summary>Whether a launch is from the north.</summary>
    public bool IsNorth { get; init; }

    /// <summary>Whether a cell is small, a confirmation true, a release sealed: by what it is.</summary>
    public bool Flag { get; init; }
}

/// <summary>A log of random deeds of two parties under one statement of alfa's with all six forms.</summary>
internal sealed class RandomLog : IDisposable
{
    public const string Statement = AssuranceFileTests.Head + """
        [[assurance]]
        name = "notice"
        form = "notice"
        hours = 0.1
        launchArea = "north"
        [[assurance]]
        name = "report"
        form = "report"
        seconds = 120
        to = "bravo"
        confirmations = "committed"
        [[assurance]]
        name = "no-data"
        form = "no-data"
        to = "bravo"
        launchArea = "north"
        [[assurance]]
        name = "grid"
        form = "grid"
        kilometers = 15
        [[assurance]]
        name = "tell-coverage"
        form = "tell-coverage"
        minutes = 2
        [[assurance]]
        name = "deletion"
        form = "deletion"
        days = 0.01
        rawData = "committed"
        """;

    private readonly Table _table = new();

    private RandomLog((int Kind, int Step, int One, int Two, bool IsLost)[] draws)
    {
        _table.Say(Alfa, 0, new AssurancesBody(Statement));
        var records = new Dictionary<Deed, (SignedRecord Record, byte[] Salt)>();
        int time = 0;
        foreach (var draw in draws)
        {
            time += draw.Step;
            Deed deed = Make(draw, time);
            byte[] salt = _table.Salt();
            SignedRecord record = _table.Draft(deed.By, time, Body(deed, salt, records), deed.By == Alfa ? [Bravo] : [Alfa]);
            records[deed] = (record, salt);
            Deeds.Add(deed);
            if (deed.IsLogged)
            {
                _table.Log.Add(record);
            }
        }
    }

    public List<Deed> Deeds { get; } = [];

    public IReadOnlyList<SignedRecord> Log => _table.Log;

    public static Gen<RandomLog> Any { get; } =
        Gen.Select(Gen.Int[0, 13], Gen.Int[0, 250], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 24], (kind, step, one, two, lost) => (kind, step, one, two, lost == 0))
            .Array[0, 25]
            .Select(draws => new RandomLog(draws));

    public IReadOnlyDictionary<string, Verdict> Verdicts() => Verdicts(_table.Log);

    public IReadOnlyDictionary<string, Verdict> Verdicts(IEnumerable<SignedRecord> log) =>
        AssuranceChecker.Check(Table.BookOf(_table.Register, log), Alfa, new ReleaseCborFacts()).Results.ToDictionary(r => r.Stated.Assurance.Name, r => r.Verdict);

    public void Dispose() => _table.Dispose();

    public override string ToString() => string.Join("\n", Deeds.Select(d => $"{(d.IsLogged ? "" : "LOST ")}{d.By} {d.What} at {d.Time}, of {d.Of?.What} at {d.Of?.Time}, {d.Other}-{d.Until} north {d.IsNorth} flag {d.Flag}"));

    private Deed Make((int Kind, int Step, int One, int Two, bool IsLost) draw, int time)
    {
        (string what, PartyId by) = draw.Kind switch
        {
            1 => ("commit", Alfa),
            2 => ("open", Alfa),
            3 or 4 => ("report", Alfa),
            5 => ("warn", Alfa),
            6 => ("raw", Alfa),
            7 => ("delete", Alfa),
            8 => ("outage", Alfa),
            9 => ("coverage", Alfa),
            10 => ("announce", Alfa),
            11 => ("warn", Bravo),
            12 => ("acknowledge", Bravo),
            13 => ("words", Bravo),
            _ => ("words", Alfa),
        };
        string? needs = what switch { "open" or "report" => "commit", "delete" => "raw", "acknowledge" => "report", _ => null };
        Deed[] there = [.. Deeds.Where(d => d.What == needs && d.IsLogged && !(what == "open" && Deeds.Exists(o => o.What == "open" && o.Of == d)))];
        if (needs is not null && there.Length == 0)
        {
            what = "words";
        }

        return new Deed(by, what, time, !draw.IsLost || by == Bravo)
        {
            Of = needs is null || there.Length == 0 ? null : there[draw.One % there.Length],
            Other = what switch { "warn" => Math.Max(0, time - draw.One), "outage" => Math.Max(0, time - (2 * draw.One)), "announce" => time + (6 * draw.One), _ => 0 },
            Until = what == "announce" ? time + (6 * draw.One) + (3 * draw.Two) : 0,
            IsNorth = draw.Two % 3 == 0,
            Flag = draw.Two % 4 == 0,
        };
    }

    private RecordBody Body(Deed deed, byte[] salt, Dictionary<Deed, (SignedRecord Record, byte[] Salt)> records)
    {
        RecordHash of = deed.Of is { } about ? records[about].Record.Hash : default;
        string name = $"warning-{Deeds.Count}";
        return deed.What switch
        {
            "commit" => new CommitmentBody("confirmation", CommitmentDigest.Of(salt, "confirmation", new Confirmation(deed.Flag, "").ToCbor()), null),
            "open" => new OpeningBody(of, records[deed.Of!].Salt, "confirmation", new Confirmation(deed.Of!.Flag, "").ToCbor()),
            "report" when deed.Flag => ReleaseBody.Committed(ReleasedThing.Warning, name, 1, ReleaseCborFacts.ContentType, salt, of),
            "report" => Table.Warning(Alfa, name, deed.Time, latitude: 50, about: of),
            "warn" => Table.Warning(deed.By, name, deed.Other, deed.IsNorth ? 69.3 : 60, sizeDegrees: deed.Flag ? 0.3 : 0.5),
            "raw" => new CommitmentBody("raw-data", salt, (Table.At(deed.Time - 10), Table.At(deed.Time))),
            "delete" => new DeletionBody([of], ""),
            "outage" => new OutageBody("radar-1", Table.At(deed.Other), null, "power", null),
            "coverage" => new CoverageBody("radar-1", RecordArea.Circle(new(1, 2), 3), (0, 1), (0, 1), (0, 1)),
            "announce" => Table.Launch($"rocket-{Deeds.Count}", deed.Other, deed.Until),
            "acknowledge" => new AcknowledgementBody(of, "Maj. Orlova", ""),
            _ => Words(),
        };
    }
}
