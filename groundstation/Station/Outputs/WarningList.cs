using JointWatch.Station.Core;
using JointWatch.Warnings;

namespace JointWatch.Station.Outputs;

/// <summary>
/// The warnings for those outside the station: the newest revision of each with what it is worth, and which have changed. Written on the core's
/// thread, read by any.
/// </summary>
/// <param name="isActual">Whether warnings of what is no exercise are meant in earnest.</param>
public sealed class WarningList(bool isActual) : ICoreObserver
{
    /// <summary>The most earlier revisions of a warning that are remembered.</summary>
    public const int MostEarlier = 64;

    /// <summary>How many warnings are kept beyond those of the present clock.</summary>
    private static readonly int PastKept = new CoreOptions().PastWarningsKept;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, ListedWarning> _all = [];
    private readonly Dictionary<int, ListedWarning> _changed = [];
    private bool _isExercise;

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
        WarningStatus status = _isExercise ? WarningStatus.Exercise : isActual ? WarningStatus.Actual : WarningStatus.Test;
        bool isInForce = warning.State is WarningState.Suspected or WarningState.Probable or WarningState.Confirmed;
        lock (_gate)
        {
            Put(_all.TryGetValue(warning.Id, out ListedWarning? before)
                ? new ListedWarning(
                    warning, status, isInForce, [.. before.Earlier.TakeLast(MostEarlier - 1), (before.Warning.Revision, before.Warning.UpdatedAt)])
                : new ListedWarning(warning, status, isInForce, []));
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
    public void ClockChanged(bool isExercise) => _isExercise = isExercise;

    private void Put(ListedWarning warning)
    {
        _all[warning.Warning.Id] = warning;
        _changed[warning.Warning.Id] = warning;
    }
}
