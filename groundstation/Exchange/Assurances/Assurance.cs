using System.Globalization;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Exchange.Assurances;

/// <summary>An area that a statement names.</summary>
public sealed record NamedArea(string Name, GroundArea Ground);

/// <summary>One thing that a party says it will or will not do. The meaning of each in terms of the log is in the README, and in words here.</summary>
/// <param name="Name">The party's name for it.</param>
public abstract record Assurance(string Name)
{
    /// <summary>Gets the word in the file.</summary>
    public abstract string Form { get; }

    /// <summary>Gets what the party says, as a sentence without its subject.</summary>
    public abstract string Promise { get; }

    /// <summary>Gets what in the log shows that it is kept or broken.</summary>
    public abstract string Evidence { get; }

    /// <summary>Gets what the log cannot show of it.</summary>
    public abstract string Limit { get; }

    private protected static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>Each launch from an area is announced so many hours ahead.</summary>
public sealed record NoticeAssurance(string Name, double Hours, NamedArea From) : Assurance(Name)
{
    public override string Form => "notice";

    public override string Promise => $"announces each launch from {From.Name} at least {Number(Hours)} hours ahead";

    public override string Evidence =>
        $"An announcement that was in the party's chain {Number(Hours)} hours before the launch and stood until then, whose window and area the launch fits. A launch is what a "
        + "party's release of a warning says of its time and area, or the party's own word that it has flown. Broken is told by the party's own words alone; "
        + "a launch that only others report cannot be told.";

    public override string Limit => "A launch that no record names with its time and area does not show. A fit is no finer than the released times and areas are. How wide the announced windows and areas "
        + "are is not judged; the entries tell.";
}

/// <summary>What is confirmed is reported to another within so many seconds.</summary>
public sealed record ReportAssurance(string Name, double Seconds, PartyId To) : Assurance(Name)
{
    public override string Form => "report";

    public override string Promise => $"reports each launch to {To} within {Number(Seconds)} seconds of its confirmation";

    public override string Evidence =>
        $"At each confirmation the party logs a salted commitment. A release of a warning about that commitment, to {To}, at most {Number(Seconds)} seconds later keeps it; so does an "
        + "opening that shows a decoy. A later release, or an opened confirmation without one, breaks it. A release without a commitment is kept if it came within that time of the "
        + "launch itself, as another party saw it: nothing is confirmed before it is launched.";

    public override string Limit => "That the commitment was made at the instant of confirmation is the party's word. What it neither commits to nor reports does not show.";
}

/// <summary>Nothing is told to another of launches from an area.</summary>
public sealed record NoDataAssurance(string Name, NamedArea From, PartyId To, IReadOnlyList<ReleasedThing> Kinds) : Assurance(Name)
{
    public override string Form => "no-data";

    public override string Promise => $"gives {To} no data on launches from {From.Name} ({string.Join(", ", Kinds.Select(k => k.ToString().ToLowerInvariant()))})";

    public override string Evidence =>
        $"The party's releases that reach {To}: all that are in the log in the clear, to whomever they are, for {To} reads the log; and committed ones that are to {To}. One whose launch "
        + $"area lies wholly in {From.Name} breaks it, and so does showing one to {To}; wholly outside keeps it; across its border, without a launch area or unopened it cannot be told.";

    public override string Limit =>
        $"It holds over what goes by the centre alone: what the party tells {To} on another way does not show. Queries, answers and words over the hot line are not read by the check.";
}

/// <summary>No released position is finer than so many kilometres.</summary>
public sealed record GridAssurance(string Name, double Kilometers) : Assurance(Name)
{
    public override string Form => "grid";

    public override string Promise => $"releases no position finer than {Number(Kilometers)} km";

    public override string Evidence =>
        $"The cells of all places in the party's releases. One that is less than {Number(Kilometers)} km high or, at its narrower side, wide breaks it. A committed release cannot be told until it is opened.";

    public override string Limit => "Several coarse releases together may say more than each. Words over the hot line are not read by the check.";
}

/// <summary>The centre knows what each sensor sees, and soon when one is out.</summary>
public sealed record TellCoverageAssurance(string Name, double Minutes) : Assurance(Name)
{
    public override string Form => "tell-coverage";

    public override string Promise => $"tells what each of its sensors sees, and each outage within {Number(Minutes)} minutes";

    public override string Evidence =>
        $"A coverage record for each sensor in the register, at most {Number(Minutes)} minutes after the statement; and for each outage a record at most {Number(Minutes)} minutes after its beginning.";

    public override string Limit => "An outage that nobody told of does not show, nor a sensor that the register does not name. Whether the coverage is true the log cannot tell.";
}

/// <summary>Raw data is deleted after so many days.</summary>
public sealed record DeletionAssurance(string Name, double Days) : Assurance(Name)
{
    public override string Form => "deletion";

    public override string Promise => $"deletes its raw data at most {Number(Days)} days after the time that it is of";

    public override string Evidence =>
        $"For each commitment to raw data a deletion record of the party that names it, at most {Number(Days)} days after the end of its span.";

    public override string Limit => "That it was deleted is the party's signed word: if the data turns up later, the commitment shows whose word it was. Data without a commitment does not show.";
}
