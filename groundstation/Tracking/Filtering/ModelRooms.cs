using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// Room for the estimates of models that wake, given back when they sleep again: most objects need one model most of the time, and keep no
/// room for the rest. Safe for several threads; models wake and sleep seldom.
/// </summary>
internal sealed class ModelRooms(IReadOnlyList<IMotionModel> models)
{
    private readonly Lock _lock = new();
    private readonly Stack<Room>[] _spare = [.. models.Select(_ => new Stack<Room>())];

    /// <summary>Room for the estimate of a model.</summary>
    public Room Take(int model)
    {
        lock (_lock)
        {
            if (_spare[model].Count > 0)
            {
                return _spare[model].Pop();
            }
        }

        int length = models[model].Length;
        int stride = StateLayout.Stride(length);
        return new Room(new double[stride], new double[length * stride]);
    }

    public void Return(int model, Room room)
    {
        lock (_lock)
        {
            _spare[model].Push(room);
        }
    }

    /// <summary>A state and its covariance.</summary>
    internal sealed record Room(double[] State, double[] Covariance);
}
