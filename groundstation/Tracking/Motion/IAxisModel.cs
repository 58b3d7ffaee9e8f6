namespace JointWatch.Tracking.Motion;

/// <summary>A motion model that is linear and the same on the three axes: its prediction costs a fraction of a general one's.</summary>
internal interface IAxisModel : IMotionModel
{
    /// <summary>The model over an interval of at least 0 seconds.</summary>
    AxisTransition Over(double seconds);
}
