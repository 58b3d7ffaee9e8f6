namespace JointWatch.Tracking.Initiation;

/// <summary>Which sensors made a plot, and when: one, or two whose lines of sight met, the earlier one first.</summary>
internal readonly record struct PlotSource(Sensor Sensor, UtcMicroseconds Time, Sensor? OtherSensor, UtcMicroseconds OtherTime)
{
    /// <summary>Notes its detections in a track's history.</summary>
    public void CountIn(TrackHistory history)
    {
        if (OtherSensor is { } other)
        {
            history.Count(other, OtherTime);
        }

        history.Count(Sensor, Time);
    }
}
