using JointWatch.Tracking;
using JointWatch.Warnings.Ballistics;

namespace JointWatch.Warnings.Evidence;

/// <summary>
/// What is known of a boost: since when it burns, when it ended, and how much may be left of it. It ends when the track falls freely, or when all of several
/// sensors that saw it burn lose it at once: a plume that goes out.
/// </summary>
internal sealed class BoostWatch(WarningOptions options)
{
    /// <summary>The tracker's own lag and the comparison of velocities show a cut-off so much later than it was, as a share of the time compared.</summary>
    private const double LagShare = 0.9;

    /// <summary>How far the end may be off by then, one sigma, as a share of the time compared.</summary>
    private const double LagSigmaShare = 0.25;

    /// <summary>The cut-off of a plume lies between its last sight and the look that missed it, seconds after the last: mean, and one sigma.</summary>
    private const double PlumeSeconds = 0.4;
    private const double PlumeSigmaSeconds = 0.5;

    private UtcMicroseconds? _burningSince;
    private UtcMicroseconds _last;
    private SpecificForce? _force;

    /// <summary>Gets the newest cut-off and one sigma of it, seconds; null while none was seen, or while an engine burns again.</summary>
    public (UtcMicroseconds Time, double SigmaSeconds)? CutOff { get; private set; }

    /// <summary>Gets the height at the newest cut-off, metres: as it is now while there was none.</summary>
    public double CutOffHeightMeters { get; private set; }

    /// <summary>Gets the speed likewise, m/s.</summary>
    public double CutOffSpeed { get; private set; }

    public bool HasCutOff => CutOff is not null;

    /// <summary>Gets a value indicating whether the cut-off was told from the silence of all sensors.</summary>
    public bool IsPlumeOut { get; private set; }

    /// <summary>Gets what may still be left of the boost: nothing after its end.</summary>
    public BoostRemainder Remainder =>
        _force is not { } force || _burningSince is not { } since ? BoostRemainder.None
        : IsPlumeOut ? new BoostRemainder(force.Vector, PlumeSeconds)
        : HasCutOff ? BoostRemainder.None
        : new BoostRemainder(force.Vector, Math.Clamp(options.RemainderShare * _last.SecondsSince(since), 1, options.LongestRemainderSeconds));

    public void Observe(UtcMicroseconds time, EngineState engine, SpecificForce? force, in TrackKinematics kinematics)
    {
        if (CutOff is null)
        {
            (CutOffHeightMeters, CutOffSpeed) = (kinematics.HeightMeters, kinematics.Speed);
        }

        _last = time;
        IsPlumeOut = false;
        if (engine == EngineState.Burning)
        {
            (_burningSince, CutOff, _force) = (_burningSince ?? time, null, force);
        }
        else if (engine == EngineState.Stopped && _burningSince is not null && CutOff is null)
        {
            CutOff = (time.AddSeconds(-LagShare * options.TrendSeconds), LagSigmaShare * options.TrendSeconds);
            _burningSince = null;
        }
    }

    /// <summary>Hears for how long no sensor has reported it.</summary>
    public void Wait(double silenceSeconds, int sensors)
    {
        if (_burningSince is not null && CutOff is null && sensors > 1 && silenceSeconds > options.PlumeOutSeconds)
        {
            CutOff = (_last.AddSeconds(PlumeSeconds), PlumeSigmaSeconds);
            IsPlumeOut = true;
        }
    }

    /// <summary>
    /// The covariance of a track as experience shows it. The tracker provides for manoeuvres all the time, so in free fall it knows better than it says; while
    /// an engine burns, and for some seconds after, it lags behind.
    /// </summary>
    public double[] Credible(TrackEstimate track)
    {
        double share = CutOff is null ? 1 : IsPlumeOut ? options.PlumeOutVarianceShare : options.CoastVarianceShare;
        if (CutOff is not null && !IsPlumeOut)
        {
            double settled = Math.Exp(-Math.Max(0, track.Time.SecondsSince(CutOff.Value.Time)) / options.SettleSeconds);
            share += settled * (options.CutOffVarianceShare - share);
        }

        double[] covariance = [.. track.Covariance];
        for (int i = 0; i < covariance.Length; i++)
        {
            covariance[i] *= share;
        }

        return covariance;
    }
}
