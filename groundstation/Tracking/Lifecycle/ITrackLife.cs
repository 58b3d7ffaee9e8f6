namespace JointWatch.Tracking.Lifecycle;

/// <summary>Says when a track is shown and when it ends.</summary>
internal interface ITrackLife
{
    /// <summary>Sets a track's state after a look.</summary>
    void Judge(Track track);

    /// <summary>Whether a track ends at <paramref name="now"/>.</summary>
    bool IsOver(Track track, UtcMicroseconds now);
}
