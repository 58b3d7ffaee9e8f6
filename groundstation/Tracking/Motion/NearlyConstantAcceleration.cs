namespace JointWatch.Tracking.Motion;

/// <summary>
/// Nearly constant acceleration: white noise jerk of power spectral density q, the Wiener-process acceleration model (Y. Bar-Shalom,
/// X.-R. Li, T. Kirubarajan, "Estimation with Applications to Tracking and Navigation", 2001, section 6.2.3).
/// In free fall, gravity is an acceleration that turns slowly; under thrust it is one that grows slowly.
/// </summary>
/// <param name="jerkPsd">q, m²/s⁵.</param>
public sealed class NearlyConstantAcceleration(double jerkPsd) : IMotionModel
{
    /// <inheritdoc/>
    public AxisTransition Over(double seconds)
    {
        double t1 = Math.Abs(seconds);
        double t2 = t1 * t1;
        double t3 = t2 * t1;
        double sign = Math.Sign(seconds);
        return new AxisTransition(
            Pv: seconds,
            Pa: t2 / 2,
            Va: seconds,
            Aa: 1,
            Qpp: jerkPsd * t3 * t2 / 20,
            Qpv: jerkPsd * sign * t2 * t2 / 8,
            Qpa: jerkPsd * t3 / 6,
            Qvv: jerkPsd * t3 / 3,
            Qva: jerkPsd * sign * t2 / 2,
            Qaa: jerkPsd * t1);
    }
}
