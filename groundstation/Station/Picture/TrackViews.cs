using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Station.Picture;

/// <summary>A track as the page shows it.</summary>
internal static class TrackViews
{
    /// <summary>Above this height no air-breathing aircraft flies level: the record is 25,929 m (SR-71A, 1976, FAI).</summary>
    private const double MaxAircraftHeightMeters = 26_000;

    /// <summary>Faster than any air-breathing aircraft of today: the record is 980 m/s (SR-71A, 1976, FAI).</summary>
    private const double MaxAircraftSpeedMetersPerSecond = 1_000;

    public static TrackView Of(TrackEstimate track, Geodetic place, LaunchWarning? warning, bool exercise)
    {
        LocalFrame frame = LocalFrame.At(place);
        Enu velocity = frame.DirectionToLocal(track.Velocity);
        (double major, double minor, double azimuth) = HorizontalEllipse.Of(track.Covariance, frame);
        string category = Category(track, place, warning);
        return new TrackView(
            track.Id.ToString(),
            category,
            Symbol(category, exercise),
            place.LatitudeDegrees,
            place.LongitudeDegrees,
            place.HeightMeters,
            track.Velocity.Length,
            double.RadiansToDegrees(velocity.AzimuthRadians),
            velocity.UpMeters,
            major,
            minor,
            double.RadiansToDegrees(azimuth),
            track.FirstDetection.ToString(),
            track.LastDetection.ToString(),
            track.Detections,
            [.. track.Sensors.Select(s => s.Value)],
            warning?.Id);
    }

    private static string Category(TrackEstimate track, Geodetic place, LaunchWarning? warning) => warning switch
    {
        { State: not WarningState.Cancelled, ReachesOrbit: true } => "space",
        { State: not WarningState.Cancelled } => "ballistic",
        _ when place.HeightMeters < MaxAircraftHeightMeters && track.Velocity.Length < MaxAircraftSpeedMetersPerSecond => "air",
        _ => "unknown",
    };

    /// <summary>
    /// MIL-STD-2525D, appendix A: version 10, context (0 reality, 1 exercise), standard identity 1 (unknown), symbol set (01 air, 02 missile,
    /// 05 space), then entity. A sensor network knows what moves, never whose it is: identity stays unknown.
    /// </summary>
    private static string Symbol(string category, bool exercise)
    {
        string head = exercise ? "1011" : "1001";
        return category switch
        {
            "air" => head + "0100000000000000",
            "ballistic" => head + "0200001100000000",
            "space" => head + "0500001101000000",
            _ => head + "0200000000000000",
        };
    }
}
