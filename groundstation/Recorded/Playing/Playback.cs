using JointWatch.Tracking;

namespace JointWatch.Recorded.Playing;

/// <summary>Plays a recorded set to a tracker and notes its confirmed tracks at each report time.</summary>
public static class Playback
{
    /// <summary>
    /// Plays a set in order of arrival. A report's rows are the tracks at its time after all scans up to its time that had arrived before
    /// the first newer one.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="tracker">A fresh tracker.</param>
    public static List<TrackRow> Play(RecordedSet set, ITracker tracker)
    {
        List<TrackRow> rows = [];
        int reported = 0;
        foreach (Scan scan in set.Scans)
        {
            for (; reported < set.ReportTimes.Count && set.ReportTimes[reported] < scan.Time; reported++)
            {
                Note(set.ReportTimes[reported], tracker, rows);
            }

            tracker.Process(scan);
        }

        for (; reported < set.ReportTimes.Count; reported++)
        {
            Note(set.ReportTimes[reported], tracker, rows);
        }

        return rows;
    }

    private static void Note(UtcMicroseconds time, ITracker tracker, List<TrackRow> rows)
    {
        tracker.AdvanceTo(time);
        foreach (TrackEstimate track in tracker.Tracks)
        {
            if (track.State == TrackState.Confirmed)
            {
                rows.Add(new TrackRow(time, track.Id, track.Position, track.Velocity));
            }
        }
    }
}
