using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Warning.Calibration;

/// <summary>A flight whose whole truth is known. Seconds count from <see cref="CalibrationWatch.Epoch"/>; what does not exist is NaN or null.</summary>
internal sealed record CalibrationFlight(
    ObjectClass Class, IObjectPath Path, Geodetic Pad, double AzimuthRadians, double BurnoutSeconds, double ApogeeSeconds, Geodetic? Impact)
{
    public bool IsLaunched => Class is not (ObjectClass.Aircraft or ObjectClass.Satellite);

    public double EndSeconds => Path.EndSeconds;

    /// <summary>When the estimates are looked at: 5 s after cut-off, for a station needs 4 s of velocities to see that an engine has stopped.</summary>
    public double Seconds(FlightStage stage) => stage switch
    {
        FlightStage.EndOfBoost => BurnoutSeconds + 5,
        FlightStage.HalfMinuteLater => BurnoutSeconds + 30,
        FlightStage.Apogee => ApogeeSeconds,
        _ => (ApogeeSeconds + EndSeconds) / 2,
    };
}

/// <summary>The stages of a flight at which estimates are held against the truth.</summary>
internal enum FlightStage
{
    EndOfBoost = 0,
    HalfMinuteLater = 1,
    Apogee = 2,
    Descent = 3,
}
