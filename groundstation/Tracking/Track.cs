using JointWatch.Tracking.Filtering;

namespace JointWatch.Tracking;

/// <summary>
/// One track as the tracker works on it; <see cref="TrackEstimate"/> is what others see. It keeps the estimate as of its last update and is
/// predicted from there for each scan that may concern it.
/// </summary>
internal sealed class Track(ModelBank updated, ModelBank working)
{
    /// <summary>Gets the estimate as of <see cref="UpdatedAt"/>.</summary>
    public ModelBank Updated { get; private set; } = updated;

    /// <summary>Gets the estimate taken to the present scan, where <see cref="Predicted"/> says so.</summary>
    public ModelBank Working { get; private set; } = working;

    /// <summary>Gets mean and covariance as of <see cref="UpdatedAt"/>.</summary>
    public StateMoments Moments { get; private set; } = new();

    /// <summary>Gets mean and covariance at the present scan.</summary>
    public StateMoments AtScan { get; private set; } = new();

    /// <summary>Gets the roots of the traces of the covariance of place and of velocity, as of <see cref="UpdatedAt"/>: no axis errs more.</summary>
    public double PositionSigma { get; private set; }

    public double VelocitySigma { get; private set; }

    public UtcMicroseconds UpdatedAt { get; private set; }

    public TrackId Id { get; private set; }

    public TrackState State { get; set; }

    /// <summary>Gets or sets a value indicating whether it was ever confirmed: then its end is told.</summary>
    public bool WasConfirmed { get; set; }

    /// <summary>Gets or sets the probability that there is an object, as of <see cref="ExistenceTime"/>.</summary>
    public double Existence { get; set; }

    public UtcMicroseconds ExistenceTime { get; private set; }

    public TrackHistory History { get; } = new();

    /// <summary>Gets or sets the older track that this one looks the same as, or null, and for how many scans in a row.</summary>
    public TrackId? Twin { get; set; }

    public int TwinScans { get; set; }

    /// <summary>Gets or sets a value indicating whether <see cref="Working"/> and <see cref="AtScan"/> are those of the present scan.</summary>
    public bool Predicted { get; set; }

    /// <summary>Gets or sets the probability that the sensor of the present scan, if the object exists, sees it; 0 where a miss says nothing.</summary>
    public double MissProbability { get; set; }

    /// <summary>Gets or sets a value indicating whether it lies behind a nearer object for the sensor of the present scan.</summary>
    public bool IsBehind { get; set; }

    /// <summary>Gets or sets a value indicating whether another object may hide it from the sensor of the present scan.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Gets or sets the number of its pairs in the present scan.</summary>
    public int Pairs { get; set; }

    /// <summary>Begins it anew, for another object. <see cref="Updated"/> has been set.</summary>
    public void Begin(TrackId id, double existence, UtcMicroseconds time)
    {
        Id = id;
        State = TrackState.Tentative;
        WasConfirmed = false;
        Existence = existence;
        ExistenceTime = time;
        Twin = null;
        TwinScans = 0;
        Pairs = 0;
        UpdatedAt = time;
        History.Clear();
        TakeMoments();
    }

    /// <summary>The probability that there still is an object at a later time: what is not seen may have gone.</summary>
    public double ExistenceAt(UtcMicroseconds time, double staySeconds) =>
        time > ExistenceTime ? Existence * Math.Exp(-time.SecondsSince(ExistenceTime) / staySeconds) : Existence;

    /// <summary>Takes the existence probability to a time.</summary>
    public void BringTo(UtcMicroseconds time, double staySeconds)
    {
        Existence = ExistenceAt(time, staySeconds);
        ExistenceTime = time > ExistenceTime ? time : ExistenceTime;
    }

    /// <summary>Takes the estimate to a scan, once a scan.</summary>
    public void PredictTo(UtcMicroseconds time, InteractingModels models)
    {
        if (!Predicted)
        {
            models.Predict(Updated, time.SecondsSince(UpdatedAt), Working);
            AtScan.Set(Working);
            Predicted = true;
        }
    }

    /// <summary>Makes <see cref="Working"/>, which now holds the estimate after the present scan, the one to go on from.</summary>
    public void Accept(UtcMicroseconds time)
    {
        (Updated, Working) = (Working, Updated);
        UpdatedAt = time;
        TakeMoments();
    }

    /// <summary>Makes it the same as another.</summary>
    public void CopyFrom(Track other)
    {
        Updated.CopyFrom(other.Updated);
        UpdatedAt = other.UpdatedAt;
        Id = other.Id;
        State = other.State;
        WasConfirmed = other.WasConfirmed;
        Existence = other.Existence;
        ExistenceTime = other.ExistenceTime;
        Twin = other.Twin;
        TwinScans = other.TwinScans;
        History.CopyFrom(other.History);
        TakeMoments();
    }

    private void TakeMoments()
    {
        Moments.Set(Updated);
        PositionSigma = Math.Sqrt(Moments.PositionVariance);
        VelocitySigma = Math.Sqrt(Moments.VelocityVariance);
    }
}
