using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Engine;

/// <summary>
/// Where a track was at its last update, kept side by side with the others': whether a scan concerns a track is asked of all tracks at each scan,
/// and most are far away.
/// </summary>
internal struct TrackPlace
{
    private Vector3 _position;
    private Vector3 _velocity;
    private double _positionSigma;
    private double _velocitySigma;
    private UtcMicroseconds _time;

    /// <summary>Whether the track has ended, and is to be taken out.</summary>
    public bool IsOver;

    public void Set(Track track)
    {
        _position = track.Moments.Position;
        _velocity = track.Moments.Velocity;
        _positionSigma = track.PositionSigma;
        _velocitySigma = track.VelocitySigma;
        _time = track.UpdatedAt;
        IsOver = false;
    }

    /// <summary>Whether it may be within some distance of a place at a time.</summary>
    public readonly bool MayBeWithin(double distance, Vector3 place, UtcMicroseconds time)
    {
        const double Sigmas = 6;
        double seconds = time.SecondsSince(_time);
        Vector3 offset = _position + (seconds * _velocity) - place;
        double reach = distance + (Sigmas * (_positionSigma + (Math.Abs(seconds) * _velocitySigma)));
        return Vector3.Dot(offset, offset) <= reach * reach;
    }
}
