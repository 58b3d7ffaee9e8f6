namespace JointWatch.Warnings.Evidence;

/// <summary>
/// Weighs what a track does against what aircraft can do. The log-odds of "launched" rise by the second while bounds are exceeded that no
/// aircraft exceeds, and fall while it flies as aircraft do: one noisy estimate moves them little, whatever it shows.
/// </summary>
internal sealed class LaunchEvidence(EvidenceOptions options)
{
    /// <summary>An estimate speaks for no more than this, however long ago the one before was.</summary>
    private const double LongestStepSeconds = 1.5;

    private double _logOdds = options.PriorLogOdds;

    /// <summary>Gets the probability that it is a launched object.</summary>
    public double Confidence => 1 / (1 + Math.Exp(-_logOdds));

    /// <summary>Gets a value indicating whether it has been where no aircraft can be: from then on nothing speaks against it.</summary>
    public bool IsProven { get; private set; }

    /// <summary>Gets a value indicating whether the newest estimate spoke for a launched object.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>Whether a track is worth a closer look; needs no covariance. Airliners in level flight are not.</summary>
    public static bool IsWorthALook(double heightMeters, double speed, double climb) =>
        Math.Abs(climb) > 80 || speed > 600 || heightMeters > 18_000;

    public void Weigh(in TrackKinematics track, SpecificForce? force, double seconds)
    {
        double step = Math.Clamp(seconds, 0, LongestStepSeconds);
        double sigmas = options.BoundSigmas;
        double speed = track.Speed - (sigmas * track.SpeedSigma);
        double height = track.HeightMeters - (sigmas * track.HeightSigma);
        double weight = Share(options.Climb, track.Climb - (sigmas * track.ClimbSigma)) + Share(options.Speed, speed);
        weight += speed > options.FastMetersPerSecond ? Share(options.Height, height) : 0;
        weight += force is { } f ? Share(options.ExcessPower, f.ExcessPower - (sigmas * f.ExcessPowerSigma)) : 0;
        IsSpeaking = weight > 0;
        double rate = weight > 0 ? Math.Min(options.FullRate * weight, options.MostRate)
            : IsProven || !FliesLikeAnAircraft(track, force) ? 0
            : -options.AircraftRate;
        _logOdds = Math.Clamp(_logOdds + (rate * step), options.PriorLogOdds, options.MostLogOdds);
        IsProven |= Confidence >= options.Up.Confirmed && (height > options.ProvenHeightMeters || speed > options.ProvenSpeed);
    }

    private static double Share((double From, double To) ramp, double value) =>
        Math.Clamp((value - ramp.From) / Math.Max(ramp.To - ramp.From, 1e-9), 0, 1);

    /// <summary>Below every bound with its best estimate, not plunging, and held up by something: what falls freely has no wings.</summary>
    private bool FliesLikeAnAircraft(in TrackKinematics track, SpecificForce? force) =>
        force is { } f && f.Magnitude > options.LiftMetersPerSecondSquared
        && Math.Abs(track.Climb) < options.Climb.From && track.Speed < options.Speed.From && track.HeightMeters < options.Height.From;
}
