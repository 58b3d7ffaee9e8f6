using JointWatch.Station.Core;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Outputs;

/// <summary>
/// The warnings for those outside the station: the newest revision of each with what it is worth and what of it was announced, and which have changed. Written on the core's
/// thread, read by any.
/// </summary>
/// <param name="isActual">Whether warnings of what is no exercise are meant in earnest.</param>
public sealed class WarningList(bool isActual) : ICoreObserver
{
    /// <summary>The most earlier states of a warning that are remembered.</summary>
    public const int MostEarlier = 64;

    /// <summary>How many warnings are kept beyond those of the present clock.</summary>
    private static readonly int PastKept = new CoreOptions().PastWarningsKept;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, ListedWarning> _all = [];
    private readonly Dictionary<int, ListedWarning> _changed = [];
    private readonly Dictionary<int, AnnouncementVerdict> _verdicts = [];
    private string? _exercise;

    /// <summary>All warnings, in order of number.</summary>
    public IReadOnlyList<ListedWarning> All()
    {
        lock (_gate)
        {
            return [.. _all.Values];
        }
    }

    /// <summary>The warning of a number, or null.</summary>
    public ListedWarning? Find(int id)
    {
        lock (_gate)
        {
            return _all.GetValueOrDefault(id);
        }
    }

    /// <summary>Takes those that have changed since the last call, each as it stands, in order of number.</summary>
    public IReadOnlyList<ListedWarning> TakeChanged()
    {
        lock (_gate)
        {
            ListedWarning[] changed = [.. _changed.Values.OrderBy(w => w.Warning.Id)];
            _changed.Clear();
            return changed;
        }
    }

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning)
    {
        WarningStatus status = _exercise is not null ? WarningStatus.Exercise : isActual ? WarningStatus.Actual : WarningStatus.Test;
        bool isInForce = warning.State is WarningState.Suspected or WarningState.Probable or WarningState.Confirmed;
        lock (_gate)
        {
            ListedWarning? before = _all.GetValueOrDefault(warning.Id);
            _ = _verdicts.Remove(warning.Id, out AnnouncementVerdict? verdict);
            Put(new ListedWarning(warning, status, isInForce, verdict ?? before?.Verdict, before is null ? [] : EarlierWith(before)) { Exercise = _exercise });
        }
    }

    /// <inheritdoc/>
    public void WarningJudged(LaunchWarning warning, AnnouncementVerdict verdict)
    {
        lock (_gate)
        {
            if (_all.TryGetValue(warning.Id, out ListedWarning? listed) && listed.Warning.Revision == warning.Revision)
            {
                Put(listed with { Verdict = verdict, Judgement = listed.Judgement + 1, Earlier = EarlierWith(listed) });
            }
            else
            {
                // A new revision is judged before it is told: they go out together.
                _verdicts[warning.Id] = verdict;
            }
        }
    }

    /// <inheritdoc/>
    public void PictureCleared()
    {
        lock (_gate)
        {
            foreach (ListedWarning ended in _all.Values.Where(w => w.IsInForce).ToList())
            {
                Put(ended with { IsInForce = false });
            }

            foreach (int id in _all.Keys.Take(Math.Max(0, _all.Count - PastKept)).ToList())
            {
                _ = _all.Remove(id);
            }
        }
    }

    /// <inheritdoc/>
    public void ClockChanged(string? exercise) => _exercise = exercise;

    private static IReadOnlyList<ListedIssue> EarlierWith(ListedWarning before) => [.. before.Earlier.TakeLast(MostEarlier - 1), before.Issue];

    private void Put(ListedWarning warning)
    {
        _all[warning.Warning.Id] = warning;
        _changed[warning.Warning.Id] = warning;
    }
}
