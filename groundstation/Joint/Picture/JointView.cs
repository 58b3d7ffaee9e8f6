using System.Text.Json.Nodes;

namespace JointWatch.Joint.Picture;

/// <summary>
/// What the parties have told each other, for a page: JSON in camel case, units in names. Whatever is in it was released, said by hand, or (in a party's own view) sealed to
/// this party and opened; nothing in it is finer than that.
/// </summary>
/// <param name="Self">Whose view it is; null: the centre's.</param>
/// <param name="Exercise">The exercise's mark; null: meant in earnest.</param>
/// <param name="Parties">In the order of their names.</param>
/// <param name="Comparisons">For each two parties.</param>
/// <param name="Records">The newest records, newest first.</param>
public sealed record JointView(
    string? Self,
    string? Exercise,
    IReadOnlyList<PartyView> Parties,
    IReadOnlyList<ComparisonView> Comparisons,
    IReadOnlyList<AnnouncedView> Announcements,
    IReadOnlyList<QueryView> Queries,
    IReadOnlyList<WordsView> HotLine,
    IReadOnlyList<RecordView> Records)
{
    public LogView Log { get; init; } = new("", 0, "", [], []);

    /// <summary>Gets how many of the own party's records are on their way to the log; 0 in the centre's view.</summary>
    public int Unlogged { get; init; }

    /// <summary>Gets how the links stand; filled in by who has them.</summary>
    public IReadOnlyList<LinkView> Links { get; init; } = [];
}

/// <param name="Cosigned">Who has cosigned it, up to which size.</param>
/// <param name="Faults">What is wrong, each a sentence, oldest first.</param>
public sealed record LogView(string Origin, long Size, string Root, IReadOnlyList<CosignedView> Cosigned, IReadOnlyList<string> Faults);

/// <param name="At">When, by the witness's clock; null: not known here.</param>
/// <param name="Refusal">Why the party cosigns no more; null: it does.</param>
public sealed record CosignedView(string Party, long Size, string? At, string? Refusal);

/// <param name="Waiting">Messages that were sent and have not been taken.</param>
public sealed record LinkView(string Peer, bool IsConnected, string? Since, string? LastHeard, long Waiting, bool IsHeldBack, string? Fault);

/// <param name="Watch">Who has the watch, as it was handed over last; null: nobody has said.</param>
/// <param name="LastSaidAt">The time of its newest record; null: it has said nothing.</param>
/// <param name="Released">What it has released and this view may see, in the order in which things were first released.</param>
public sealed record PartyView(
    string Name, WatchView? Watch, string? LastSaidAt, IReadOnlyList<ReleasedView> Released, IReadOnlyList<SensorView> Sensors, bool HasAssurances);

public sealed record WatchView(string Person, string Since, string Summary, int Open);

/// <summary>A thing as a party has released it last.</summary>
/// <param name="Record">The record's hash: what an acknowledgement or a query names.</param>
/// <param name="To">Whom it was released to; null: to the centre, and so to all.</param>
/// <param name="IsSealed">Whether it is in the log as a commitment alone.</param>
/// <param name="IsEnded">Whether the party has said that it is over.</param>
/// <param name="Values">The release, as <c>release.cddl</c> has it, with units in names; null: sealed, and not opened here.</param>
/// <param name="Text">The same in a line.</param>
public sealed record ReleasedView(
    string Kind,
    string Reference,
    int Revision,
    string Record,
    long Index,
    string SaidAt,
    string? To,
    bool IsSealed,
    bool IsEnded,
    JsonNode? Values,
    string Text,
    IReadOnlyList<SeenView> SeenBy,
    IReadOnlyList<string> ShownTo);

/// <summary>Who of whom has seen a record.</summary>
public sealed record SeenView(string Party, string Person, string At, string Note);

/// <summary>A sensor as its party has told of it.</summary>
/// <param name="Coverage">In a sentence; null: the party has not said what it can see.</param>
/// <param name="OutSince">Since when it is out; null: the party has said of no outage.</param>
public sealed record SensorView(string Name, string? Coverage, CoverageCircleView? Place, string? OutSince, string? OutUntil, string? Why);

/// <summary>Where a sensor stands, how far and where it looks; azimuth clockwise from true north.</summary>
public sealed record CoverageCircleView(
    double LatitudeDegrees, double LongitudeDegrees, double RadiusMeters, double AzimuthFromDegrees, double AzimuthWidthDegrees, double RangeMinMeters, double RangeMaxMeters);

/// <summary>Two parties' released pictures side by side.</summary>
public sealed record ComparisonView(string A, string B, IReadOnlyList<BothView> Both, IReadOnlyList<ThingView> OnlyA, IReadOnlyList<ThingView> OnlyB);

/// <param name="Differences">Beyond what the coarseness of both explains, each a clause; none: they agree as far as they tell.</param>
/// <param name="Fused">The fused places; null unless they were asked for.</param>
public sealed record BothView(ThingView A, ThingView B, IReadOnlyList<string> Differences, FusedView? Fused);

public sealed record ThingView(string Party, string Reference, string Record);

/// <summary>Places that both parties see, by covariance intersection: it holds however the errors of the two are correlated.</summary>
public sealed record FusedView(EllipseView? Launch, EllipseView? Impact, string Method);

/// <summary>A one-sigma ellipse; azimuth of the major axis clockwise from true north.</summary>
/// <param name="WeightA">How much the first party's place counted, 0 to 1.</param>
public sealed record EllipseView(
    double LatitudeDegrees, double LongitudeDegrees, double SemiMajorMeters, double SemiMinorMeters, double MajorAxisAzimuthDegrees, double WeightA);

public sealed record AnnouncedView(
    string Record, string Party, string Id, int Revision, string State, string Class, string From, string Until, string Note, IReadOnlyList<SeenView> SeenBy);

/// <param name="Of">The record that is asked about.</param>
public sealed record QueryView(
    string Record, long Index, string By, string To, string Of, string At, IReadOnlyList<string> Differences, string Text, IReadOnlyList<AnswerView> Answers);

public sealed record AnswerView(string By, string At, string Verdict, string Text);

public sealed record WordsView(string Record, string Party, string Person, string At, string Text, string? ReplyTo);

/// <param name="Standing">What became of it: counted, refused, ...</param>
/// <param name="Faults">What is wrong with it.</param>
public sealed record RecordView(long Index, string Record, string By, IReadOnlyList<string> To, string Kind, string At, string Summary, string Standing, IReadOnlyList<string> Faults);
