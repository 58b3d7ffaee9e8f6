using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// The estimates of one object under each motion model, and the probability of each model. Models may sleep: then their probability is 0 and
/// their estimate is not kept.
/// </summary>
internal sealed class ModelBank
{
    private readonly IReadOnlyList<IMotionModel> _models;
    private readonly ModelRooms _rooms;
    private readonly ModelRooms.Room?[] _room;
    private readonly double[] _probabilities;
    private readonly double[] _stateBefore = new double[StateLayout.Stride(StateLayout.Common)];
    private readonly double[] _covarianceBefore = new double[StateLayout.Common * StateLayout.Stride(StateLayout.Common)];

    public ModelBank(IReadOnlyList<IMotionModel> models, ModelRooms rooms)
    {
        _models = models;
        _rooms = rooms;
        _room = new ModelRooms.Room?[models.Count];
        _probabilities = new double[models.Count];
        Set(1);
        _probabilities[0] = 1;
    }

    /// <summary>Gets the motion models.</summary>
    public IReadOnlyList<IMotionModel> Models => _models;

    /// <summary>Gets which models are awake: bit m for model m.</summary>
    public int Awake { get; private set; }

    /// <summary>Gets the probabilities of the models: they sum to 1.</summary>
    public Span<double> Probabilities => _probabilities;

    /// <summary>Gets or sets for how long straight flight has been almost certain, seconds.</summary>
    public double CalmSeconds { get; set; }

    /// <summary>Gets what tells a steady push while only straight flight is awake.</summary>
    public PushWatch Push { get; } = new();

    /// <summary>Gets or sets the time since <see cref="StateBefore"/>, seconds.</summary>
    public double SecondsBefore { get; set; }

    /// <summary>Gets the estimate of straight flight before the latest prediction: from there other models set out if the prediction turns out wrong.</summary>
    public Span<double> StateBefore => _stateBefore;

    public Span<double> CovarianceBefore => _covarianceBefore;

    /// <summary>Whether a model is awake.</summary>
    public bool IsAwake(int model) => (Awake & (1 << model)) != 0;

    /// <summary>The estimate under a model that is awake, padded to its stride.</summary>
    public Span<double> State(int model) => _room[model]!.State;

    /// <summary>The covariance under a model that is awake, row by row, rows padded to its stride.</summary>
    public Span<double> Covariance(int model) => _room[model]!.Covariance;

    /// <summary>Sets which models are awake. The estimates of those that were not before are for the caller to set.</summary>
    public void Set(int awake)
    {
        if (awake == Awake)
        {
            return;
        }

        Awake = awake;
        for (int m = 0; m < _room.Length; m++)
        {
            if (IsAwake(m))
            {
                _room[m] ??= _rooms.Take(m);
                continue;
            }

            _probabilities[m] = 0;
            if (_room[m] is { } room)
            {
                _rooms.Return(m, room);
                _room[m] = null;
            }
        }
    }

    /// <summary>Makes it the same as another.</summary>
    public void CopyFrom(ModelBank other)
    {
        Set(other.Awake);
        for (int m = 0; m < _room.Length; m++)
        {
            if (IsAwake(m))
            {
                other.State(m).CopyTo(State(m));
                other.Covariance(m).CopyTo(Covariance(m));
            }
        }

        other._probabilities.CopyTo(_probabilities, 0);
        other._stateBefore.CopyTo(_stateBefore, 0);
        other._covarianceBefore.CopyTo(_covarianceBefore, 0);
        CopyMemory(other);
    }

    /// <summary>Takes over what another remembers beside its estimates.</summary>
    public void CopyMemory(ModelBank other)
    {
        SecondsBefore = other.SecondsBefore;
        CalmSeconds = other.CalmSeconds;
        Push.CopyFrom(other.Push);
    }

    /// <summary>Keeps the estimate of straight flight as the one before a prediction.</summary>
    public void KeepBefore(ModelBank from, double seconds)
    {
        from.State(0).CopyTo(_stateBefore);
        from.Covariance(0).CopyTo(_covarianceBefore);
        SecondsBefore = seconds;
    }
}
