using JointWatch.Tracking.Filtering;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>What one pair, or a miss, makes of one track.</summary>
internal sealed class LocalHypothesis(ModelBank bank)
{
    public int Edge { get; set; }

    public ModelBank Bank { get; } = bank;

    public StateMoments Moments { get; } = new();

    public double Existence { get; set; }

    public double Mean(int i) => i switch
    {
        0 => Moments.Position.X,
        1 => Moments.Position.Y,
        2 => Moments.Position.Z,
        3 => Moments.Velocity.X,
        4 => Moments.Velocity.Y,
        _ => Moments.Velocity.Z,
    };
}
