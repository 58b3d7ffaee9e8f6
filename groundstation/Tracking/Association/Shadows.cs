using System.Runtime.InteropServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Association;

/// <summary>
/// Objects hidden behind others. Who looks along the surface, as a lidar or a harbour radar does, does not see the boat behind the boat: a look
/// without a detection then says nothing, and a bearing is of the nearer one. For sensors that measure places or bearings on the level; in the air
/// nothing hides anything for long.
/// </summary>
internal static class Shadows
{
    /// <summary>Among more objects than these, each hides some other somewhere.</summary>
    private const int MostTracks = 200;

    /// <summary>What has been seen less often may be nothing, and shadows are no place to hide for that.</summary>
    private const int LeastDetections = 20;

    /// <summary>Marks the tracks that a confirmed, nearer one may hide.</summary>
    /// <param name="tracks">The tracks in the sensor's reach.</param>
    /// <param name="frame">The sensor's frame.</param>
    /// <param name="time">When it looks.</param>
    /// <param name="halfWidthMeters">Half the width of what hides.</param>
    public static void Mark(List<Track> tracks, LocalFrame frame, UtcMicroseconds time, double halfWidthMeters)
    {
        Span<Track> all = CollectionsMarshal.AsSpan(tracks);
        if (all.Length > MostTracks)
        {
            return;
        }

        foreach (Track track in all)
        {
            Enu there = At(track, frame, time);
            double range = Math.Sqrt((there.EastMeters * there.EastMeters) + (there.NorthMeters * there.NorthMeters));
            foreach (Track other in all)
            {
                if (other.State == TrackState.Confirmed && !ReferenceEquals(other, track) && Hides(At(other, frame, time), there, range, halfWidthMeters))
                {
                    track.IsBehind = true;
                    track.IsHidden |= MayHide(other) && MayHide(track);
                }
            }
        }
    }

    /// <summary>Whether a track is of an object that has been seen often enough to hide others.</summary>
    public static bool MayHide(Track track) => track.State == TrackState.Confirmed && track.History.Detections >= LeastDetections;

    /// <summary>Whether the line of sight to a place passes something nearer: behind it by more than its own width, and beside it by less than half.</summary>
    public static bool Hides(double otherEast, double otherNorth, double east, double north, double range, double halfWidthMeters)
    {
        double along = ((otherEast * east) + (otherNorth * north)) / range;
        double beside = ((otherEast * north) - (otherNorth * east)) / range;
        return along > 0 && along < range - halfWidthMeters && Math.Abs(beside) < halfWidthMeters;
    }

    private static bool Hides(Enu other, Enu there, double range, double halfWidthMeters) =>
        Hides(other.EastMeters, other.NorthMeters, there.EastMeters, there.NorthMeters, range, halfWidthMeters);

    private static Enu At(Track track, LocalFrame frame, UtcMicroseconds time) =>
        frame.ToLocal(track.Moments.Position + (time.SecondsSince(track.UpdatedAt) * track.Moments.Velocity));
}
