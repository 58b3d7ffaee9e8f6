using JointWatch.Exchange.Assurances.Checks;
using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Exercises;

namespace JointWatch.Exchange.Assurances;

/// <summary>
/// Holds a party's assurances against a book. A pure function: who runs it over the same log gets the same. It believes the party's own signed words where they are against
/// the party, and no other's word alone.
/// </summary>
public static class AssuranceChecker
{
    /// <param name="reader">Reads the data of releases.</param>
    public static AssuranceReport Check(RecordBook book, PartyId party, IReleaseFactsReader reader)
    {
        var results = new List<AssuranceResult>();
        var refused = new List<RefusedStatement>();
        IReadOnlyList<Said<AssurancesBody>> stated = book.Of<AssurancesBody>(party);
        for (int i = 0; i < stated.Count; i++)
        {
            Said<AssurancesBody>? next = i + 1 < stated.Count ? stated[i + 1] : null;
            try
            {
                AssuranceStatement statement = AssuranceFile.Parse(stated[i].Body.Toml, $"entry {stated[i].Index}");
                if (statement.Party != party)
                {
                    refused.Add(new RefusedStatement(EvidenceEntry.Of(stated[i]), $"it speaks for {statement.Party}, and {party} has signed it"));
                    continue;
                }

                results.AddRange(statement.Assurances.Select(a => Check(new CheckContext(book, party, new StatedAssurance(a, stated[i], next), reader))));
            }
            catch (InvalidInputException e)
            {
                refused.Add(new RefusedStatement(EvidenceEntry.Of(stated[i]), e.Message));
            }
        }

        IEnumerable<string> faults = book.Entries.Where(e => e.Record?.Head.By == party && e.Standing != EntryStanding.OtherExercise).SelectMany(e => e.Faults);
        return new AssuranceReport(party, book.Exercise, book.Entries.Count, CheckContext.LatestOf(book), results, refused, [.. faults]);
    }

    private static AssuranceResult Check(CheckContext context)
    {
        IEnumerable<AssuranceCase> cases = context.Stated.Assurance switch
        {
            NoticeAssurance notice => NoticeCheck.Cases(context, notice),
            ReportAssurance report => ReportCheck.Cases(context, report),
            NoDataAssurance noData => NoDataCheck.Cases(context, noData),
            GridAssurance grid => GridCheck.Cases(context, grid),
            TellCoverageAssurance coverage => CoverageCheck.Cases(context, coverage),
            DeletionAssurance deletion => DeletionCheck.Cases(context, deletion),
            _ => throw new InvalidOperationException("a form of assurance without a check"),
        };
        return new AssuranceResult(context.Stated, [.. cases.Concat(ChainCheck.Cases(context)).OrderBy(c => c.Entries.Count == 0 ? 0 : c.Entries.Max(e => e.Index))]);
    }
}
