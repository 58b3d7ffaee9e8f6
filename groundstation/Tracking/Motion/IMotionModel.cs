namespace JointWatch.Tracking.Motion;

/// <summary>How an object moves between two looks: a linear model with white process noise, in continuous time.</summary>
public interface IMotionModel
{
    /// <summary>
    /// The model over <paramref name="seconds"/>. A negative interval gives the way back: F(-T) = F(T)⁻¹ on position and velocity,
    /// and as noise that of the way forward seen from the later end, F(T)⁻¹ Q(T) F(T)⁻ᵀ.
    /// </summary>
    AxisTransition Over(double seconds);
}
