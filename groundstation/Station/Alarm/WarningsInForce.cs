using JointWatch.Station.Core;
using JointWatch.Warnings;

namespace JointWatch.Station.Alarm;

/// <summary>Counts the warnings in force, by the page's rule: those suspected, probable or confirmed in the present picture. Read by any thread.</summary>
internal sealed class WarningsInForce : ICoreObserver
{
    private readonly HashSet<int> _inForce = [];
    private int _count;

    /// <summary>Gets how many they are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning)
    {
        _ = warning.State is WarningState.Suspected or WarningState.Probable or WarningState.Confirmed ? _inForce.Add(warning.Id) : _inForce.Remove(warning.Id);
        Volatile.Write(ref _count, _inForce.Count);
    }

    /// <inheritdoc/>
    public void PictureCleared()
    {
        _inForce.Clear();
        Volatile.Write(ref _count, 0);
    }
}
