using System.Globalization;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Core;

/// <summary>
/// A track update or a warning as one line of text, exact to the last bit: what digests are made of, what <c>replay</c> writes, and so what
/// "byte for byte" means.
/// </summary>
public static class PictureLine
{
    /// <summary>The header above track lines.</summary>
    public const string TrackHeader = "time_us,track_id,state,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,detections";

    /// <summary>A track as it stands after an update.</summary>
    public static string Of(TrackEstimate t) => string.Create(
        CultureInfo.InvariantCulture,
        $"{t.Time.Value},{t.Id},{t.State},{t.Position.X:R},{t.Position.Y:R},{t.Position.Z:R},{t.Velocity.X:R},{t.Velocity.Y:R},{t.Velocity.Z:R},{t.Detections}");

    /// <summary>A warning as it stands after a change, as JSON.</summary>
    public static string Of(LaunchWarning warning) => System.Text.Json.JsonSerializer.Serialize(warning, PictureJson.Exact);
}
