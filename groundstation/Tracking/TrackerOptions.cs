using JointWatch.Tracking.Association;
using JointWatch.Tracking.Clutter;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Initiation.SingleSensor;
using JointWatch.Tracking.Lifecycle;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking;

/// <summary>All that can be tuned in the tracker, stage by stage.</summary>
public sealed record TrackerOptions
{
    /// <summary>Gets how detections and tracks are brought together.</summary>
    public AssociationMethod Association { get; init; }

    /// <summary>Gets how tracks begin.</summary>
    public InitiationMethod Beginning { get; init; }

    /// <summary>Gets how tracks are confirmed and ended.</summary>
    public LifeMethod Life { get; init; }

    /// <summary>Gets how many threads work on the tracks of a scan (1 to 64), where there are enough. The tracks are the same, bit for bit, for any number.</summary>
    public int Threads { get; init; } = 1;

    public MotionOptions Motion { get; init; } = new();

    public FilterOptions Filter { get; init; } = new();

    public GateOptions Gate { get; init; } = new();

    public InitiationOptions Initiation { get; init; } = new();

    public TriangulationOptions Triangulation { get; init; } = new();

    public SingleSensorOptions SingleSensor { get; init; } = new();

    public ClutterOptions Clutter { get; init; } = new();

    public RegistrationOptions Registration { get; init; } = new();

    public BeliefPropagationOptions Beliefs { get; init; } = new();

    public JointOptions Joint { get; init; } = new();

    public ExistenceOptions Existence { get; init; } = new();

    public ConfirmationOptions Confirmation { get; init; } = new();

    public DeletionOptions Deletion { get; init; } = new();

    public MergingOptions Merging { get; init; } = new();

    /// <summary>Gets how far a scan may lie before the newest one and still be used, seconds (0 to 60): the tracker can go back so far.</summary>
    public double MaxLatenessSeconds { get; init; } = 10;

    /// <summary>Gets the most tracks alive, tentative and confirmed (10 to 100,000): beyond it nothing new is begun.</summary>
    public int MaxTracks { get; init; } = 5_000;

    /// <summary>Gets the number of the first track (1 to 10¹⁵): a tracker that takes over from another goes on counting where that one stopped.</summary>
    public long FirstTrackNumber { get; init; } = 1;

    /// <summary>Refuses what lies outside the ranges that each option names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Motion.Validate();
        Filter.Validate();
        Gate.Validate();
        Initiation.Validate();
        Triangulation.Validate();
        SingleSensor.Validate();
        Clutter.Validate();
        Registration.Validate();
        Beliefs.Validate();
        Joint.Validate();
        Existence.Validate();
        Confirmation.Validate();
        Deletion.Validate();
        Merging.Validate();
        OptionRange.Check(MaxLatenessSeconds, 0, 60);
        OptionRange.Check(Threads, 1, 64);
        OptionRange.Check(MaxTracks, 10, 100_000);
        OptionRange.Check(FirstTrackNumber, 1, 1e15);
    }
}
