using System.Text.Json.Nodes;
using JointWatch.Exercises.Flights;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Making;

/// <summary>A sensor of a made set of a flight, on the Earth.</summary>
internal sealed record LaunchSensor(string Id, bool IsRadar, Geodetic Place, double OffsetSeconds)
{
    /// <summary>Gets its east-north-up frame.</summary>
    public LocalFrame Frame { get; } = LocalFrame.At(Place);

    /// <summary>The four sensors about a site; bearings are from the flight's azimuth, clockwise.</summary>
    public static List<LaunchSensor> About(FlightSite site)
    {
        return
        [
            At("R1", true, 138, 34_200, 10, 0),
            At("R2", true, 285, 76_000, 12, 0.4),
            At("I1", false, 278, 47_600, 8, 0.1),
            At("I2", false, 135, 61_900, 6, 0.3),
        ];

        LaunchSensor At(string id, bool isRadar, double bearingDegrees, double meters, double height, double offset) => new(
            id,
            isRadar,
            Geodesic.Direct(site.Place, site.AzimuthRadians + double.DegreesToRadians(bearingDegrees), meters).Place with { HeightMeters = height },
            offset);
    }

    /// <summary>The sensor as <c>sensors.json</c> has it.</summary>
    public JsonObject ToJson(double periodSeconds) => new()
    {
        ["id"] = Id,
        ["lat"] = Math.Round(Place.LatitudeDegrees, 9),
        ["lon"] = Math.Round(Place.LongitudeDegrees, 9),
        ["h"] = Place.HeightMeters,
        ["off"] = OffsetSeconds,
        ["period"] = periodSeconds,
    };
}
