namespace JointWatch.Tracking.Motion;

/// <summary>
/// Nearly constant velocity: white noise acceleration of power spectral density q (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan,
/// "Estimation with Applications to Tracking and Navigation", 2001, section 6.2.2). Its acceleration state is held at zero with a
/// variance of its own, so that the model can be mixed with one that has an acceleration.
/// </summary>
/// <param name="accelerationPsd">q, m²/s³.</param>
/// <param name="accelerationSigma">Standard deviation given to the acceleration state, m/s².</param>
public sealed class NearlyConstantVelocity(double accelerationPsd, double accelerationSigma) : IMotionModel
{
    /// <inheritdoc/>
    public AxisTransition Over(double seconds)
    {
        double length = Math.Abs(seconds);
        return new AxisTransition(
            Pv: seconds,
            Pa: 0,
            Va: 0,
            Aa: 0,
            Qpp: accelerationPsd * length * length * length / 3,
            Qpv: accelerationPsd * seconds * length / 2,
            Qpa: 0,
            Qvv: accelerationPsd * length,
            Qva: 0,
            Qaa: accelerationSigma * accelerationSigma);
    }
}
