using JointWatch.Exchange.Assurances;
using static JointWatch.Exchange.Tests.Some;

namespace JointWatch.Exchange.Tests.Assurances;

/// <summary>
/// The README's table worked out on the deeds themselves, without records, book or chain: to hold the checks against. Slow and plain.
/// </summary>
internal sealed class BruteForce
{
    private const int Report = 120;
    private const int Notice = 360;
    private const int Coverage = 120;
    private const int Deletion = 864;

    private readonly List<Deed> _all;
    private readonly List<Deed> _logged;
    private readonly List<Deed> _alfas;
    private readonly int _latest;

    public BruteForce(List<Deed> deeds)
    {
        _all = deeds;
        _logged = [.. deeds.Where(d => d.IsLogged)];
        _alfas = [.. _logged.Where(d => d.By == Alfa)];
        _latest = _logged.Select(d => d.Time).Append(0).Max();
    }

    public Dictionary<string, Verdict> Verdicts() => new()
    {
        ["notice"] = Worst(_logged.Where(d => d.What == "warn").Select(OfLaunch).Concat(_alfas.Where(d => d.What == "report" && d.Flag).Select(_ => (Verdict?)Verdict.CannotBeTold))),
        ["report"] = Worst(_alfas.Where(d => d.What == "commit").Select(OfCommitment).Concat(_alfas.Where(d => d.What == "warn").Select(OfBareReport))),
        ["no-data"] = Worst(_alfas.Select(d => d switch
        {
            { What: "warn", IsNorth: true } => Verdict.Broken,
            { What: "report", Flag: true } => Verdict.CannotBeTold,
            _ => (Verdict?)Verdict.Kept,
        })),
        ["grid"] = Worst(_alfas.Select(d => d switch
        {
            // 0.3° of longitude at 69.6° north is 11.6 km; everything else is more than 15 km.
            { What: "warn", IsNorth: true, Flag: true } => Verdict.Broken,
            { What: "report", Flag: true } => Verdict.CannotBeTold,
            _ => (Verdict?)Verdict.Kept,
        })),
        ["tell-coverage"] = Worst(_alfas.Where(d => d.What == "outage").Select(d => d.Time - d.Other <= Coverage ? Verdict.Kept : (Verdict?)Verdict.Broken).Append(OfCoverage())),
        ["deletion"] = Worst(_alfas.Where(d => d.What == "raw").Select(OfRawData)),
    };

    private Verdict? OfLaunch(Deed warning)
    {
        int from = warning.Other / 10 * 10;
        int until = from + 10;
        if (!warning.IsNorth || from < Notice)
        {
            return null;
        }

        bool isAnnounced = _alfas.Exists(a => a.What == "announce" && a.Time <= until - Notice && a.Other <= until && a.Until >= from);
        return isAnnounced ? Verdict.Kept : warning.By == Alfa && NothingWasAdded(0, until - Notice) ? Verdict.Broken : Verdict.CannotBeTold;
    }

    private Verdict? OfCommitment(Deed commitment)
    {
        int deadline = commitment.Time + Report;
        List<Deed> reports = _alfas.FindAll(r => r.What == "report" && r.Of == commitment);
        List<Deed> inTime = reports.FindAll(r => r.Time <= deadline);
        if (inTime.Exists(r => !r.Flag || _logged.Exists(a => a.What == "acknowledge" && a.Of == r)))
        {
            return Verdict.Kept;
        }

        if (inTime.Count > 0)
        {
            return Verdict.CannotBeTold;
        }

        bool isProven = NothingWasAdded(commitment.Time, deadline);
        bool isOpened = _alfas.Exists(o => o.What == "open" && o.Of == commitment);
        return reports.Count > 0 ? (isProven ? Verdict.Broken : Verdict.CannotBeTold)
            : isOpened && !commitment.Flag ? Verdict.Kept
            : isOpened && isProven ? Verdict.Broken
            : _latest > deadline ? Verdict.CannotBeTold
            : null;
    }

    private Verdict? OfBareReport(Deed warning)
    {
        int[] launches =
        [
            .. _logged.Where(b => b.What == "warn" && b.By == Bravo && b.IsNorth == warning.IsNorth && Math.Abs((b.Other / 10) - (warning.Other / 10)) <= 1).Select(b => b.Other / 10 * 10),
        ];
        return launches.Length > 0 && warning.Time - launches.Min() <= Report ? Verdict.Kept : Verdict.CannotBeTold;
    }

    private Verdict? OfCoverage()
    {
        Deed? told = _alfas.Find(d => d.What == "coverage");
        return told?.Time <= Coverage ? Verdict.Kept
            : NothingWasAdded(0, Coverage) ? Verdict.Broken
            : told is not null || _latest > Coverage ? Verdict.CannotBeTold
            : null;
    }

    private Verdict? OfRawData(Deed raw)
    {
        int deadline = raw.Time + Deletion;
        Deed? deleted = _alfas.Find(d => d.What == "delete" && d.Of == raw);
        return deleted?.Time <= deadline ? Verdict.Kept
            : NothingWasAdded(raw.Time, deadline) ? Verdict.Broken
            : deleted is not null || _latest > deadline ? Verdict.CannotBeTold
            : null;
    }

    /// <summary>Whether alfa has gone on beyond a span of time, and none of the deeds that it keeps back may be of that span.</summary>
    private bool NothingWasAdded(int from, int until)
    {
        if (!_alfas.Exists(d => d.Time > until))
        {
            return false;
        }

        List<Deed> own = _all.FindAll(d => d.By == Alfa);
        for (int i = 0; i < own.Count; i++)
        {
            // What is known of a lost deed's time: it lies between those of the nearest that are logged.
            int earliest = own.Take(i).LastOrDefault(d => d.IsLogged)?.Time ?? 0;
            int? latest = own.Skip(i).FirstOrDefault(d => d.IsLogged)?.Time;
            if (!own[i].IsLogged && latest is { } end && earliest <= until && end >= from)
            {
                return false;
            }
        }

        return true;
    }

    private Verdict Worst(IEnumerable<Verdict?> cases)
    {
        List<Deed> own = _all.FindAll(d => d.By == Alfa);
        int lastLogged = own.FindLastIndex(d => d.IsLogged);
        bool hasGap = own.Take(Math.Max(0, lastLogged)).Any(d => !d.IsLogged);
        Verdict worst = cases.Max() ?? Verdict.Kept;
        return hasGap && worst == Verdict.Kept ? Verdict.CannotBeTold : worst;
    }
}
