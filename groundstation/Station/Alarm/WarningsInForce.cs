using JointWatch.Station.Core;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Alarm;

/// <summary>
/// Counts the warnings that are to be sounded, by the page's rule: those suspected, probable or confirmed in the present picture, but for flights that
/// do just what was announced. Read by any thread.
/// </summary>
internal sealed class WarningsInForce : ICoreObserver
{
    private readonly HashSet<int> _inForce = [];
    private int _count;

    /// <summary>Gets how many they are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <inheritdoc/>
    public void WarningJudged(LaunchWarning warning, AnnouncementVerdict verdict)
    {
        bool sounds = verdict.Alarms && warning.State is (WarningState.Suspected or WarningState.Probable or WarningState.Confirmed);
        _ = sounds ? _inForce.Add(warning.Id) : _inForce.Remove(warning.Id);
        Volatile.Write(ref _count, _inForce.Count);
    }

    /// <inheritdoc/>
    public void PictureCleared()
    {
        _inForce.Clear();
        Volatile.Write(ref _count, 0);
    }
}
