using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation;

/// <summary>Faults that a test puts into a board's nano calls, by the call's name: <c>Type.Method</c>, for example <c>MqttClient.Connect</c>.</summary>
public sealed class BoardFaults
{
    private readonly Dictionary<string, Action<BoardRun>> _faults = [];
    private volatile bool _any;

    /// <summary>Lets a call never return: a native driver that hangs.</summary>
    /// <param name="call">The call's name.</param>
    /// <param name="times">How often it hangs; after that it is well again, as after a reboot that cured it.</param>
    public void Hang(string call, int times = int.MaxValue) => Put(call, times, run => run.Wait(null, Scheduler.Forever));

    /// <summary>Lets a call throw.</summary>
    public void Throw(string call, Func<Exception> make, int times = int.MaxValue) => Put(call, times, _ => throw make());

    /// <summary>Makes a call well again.</summary>
    public void Cure(string call)
    {
        lock (_faults)
        {
            _faults.Remove(call);
            _any = _faults.Count > 0;
        }
    }

    internal Action<BoardRun>? Find(string call)
    {
        if (!_any)
        {
            return null;
        }

        lock (_faults)
        {
            return _faults.GetValueOrDefault(call);
        }
    }

    private void Put(string call, int times, Action<BoardRun> fault)
    {
        int left = times;
        lock (_faults)
        {
            _faults[call] = run =>
            {
                if (left-- > 0)
                {
                    fault(run);
                }
            };
            _any = true;
        }
    }
}
