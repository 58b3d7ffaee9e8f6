using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Joint.Messages;
using JointWatch.Tracking;

namespace JointWatch.Joint.Desk;

/// <content>
/// Raw data that the party has promised to delete (the assurance <c>deletion</c>): the desk commits to each stretch of it, and says when it is deleted. Whoever has the
/// data and does both is the station.
/// </content>
public sealed partial class JointDesk
{
    private const string DeletedNote = "removed from the station's journal";

    /// <summary>Gets how many days after the time that they are of the party's raw data are to be deleted; null: it has not promised that.</summary>
    public double? DeletionDays { get; }

    /// <summary>
    /// Commits to the raw data of a stretch of time. What was committed to for that stretch before counts: the data may be gone through again after a start.
    /// </summary>
    /// <param name="from">The beginning of the stretch, by the clock in force.</param>
    /// <param name="until">Its end.</param>
    /// <param name="content">What binds to the data; the salt keeps it from being tried out.</param>
    /// <returns>The record of the commitment, made now or before.</returns>
    public RecordHash CommitRawData(UtcMicroseconds from, UtcMicroseconds until, ReadOnlyMemory<byte> content, UtcMicroseconds now)
    {
        RecordHash commitment = default;
        Do(() =>
        {
            _now = now;
            if (SaidHere().FirstOrDefault(r => r.Body is CommitmentBody { Context: CommitmentContexts.RawData } c && c.Span == (from, until)) is { } before)
            {
                commitment = before.Hash;
                return;
            }

            (byte[] salt, byte[] digest) = OpeningStore.Commit(CommitmentContexts.RawData, content.Span);
            commitment = Say(new CommitmentBody(CommitmentContexts.RawData, digest, (from, until))).Hash;
            _openings.Keep(new OpeningMessage(Party, commitment, salt, content), isTrue: true);
        });
        return commitment;
    }

    /// <summary>Whether the party has said that the data of a commitment are deleted.</summary>
    public bool IsSaidDeleted(RecordHash commitment)
    {
        lock (_gate)
        {
            return _pen.Said.Any(r => r.Body is DeletionBody deletion && deletion.Of.Contains(commitment));
        }
    }

    /// <summary>Says that the data of a commitment are deleted. Say it after it is done.</summary>
    public void SayDeleted(RecordHash commitment, UtcMicroseconds now) => Do(() =>
    {
        _now = now;
        Say(new DeletionBody([commitment], DeletedNote));
    });

    /// <summary>
    /// What the desk is told until <see cref="Wake"/> is what is left of a journal from which data were removed: it makes another picture of what was long said, so nothing is said
    /// of it.
    /// </summary>
    public void Sleep()
    {
        lock (_gate)
        {
            _isAsleep = true;
        }
    }

    /// <summary>From now on the desk says again what it is told, under references that were never used; what is still going on is told anew.</summary>
    public void Wake() => Do(() =>
    {
        if (_isAsleep)
        {
            _isAsleep = false;
            _confirmations.Clear();
            _outages.Clear();
            _releasing?.Clear(_now, _exercise is not null);
            _releasing?.GoOnBehind(SaidHere());
        }
    });

    private static double? PromisedDays(string? assurances) =>
        assurances is null ? null : AssuranceFile.Parse(assurances, "assurances").Assurances.OfType<DeletionAssurance>().Min(d => (double?)d.Days);
}
