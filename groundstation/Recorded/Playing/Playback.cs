using JointWatch.Tracking;
using JointWatch.Tracking.Late;

namespace JointWatch.Recorded.Playing;

/// <summary>
/// Plays a recorded set, in order of arrival, to a tracker and notes its confirmed tracks at each report time. Where scans arrive in order of
/// time, a report is what the tracker says after the last scan up to its time. Where some come late, a report is made once it is settled,
/// <see cref="SettlingSeconds"/> later or at the end, so that the late ones count.
/// </summary>
public static class Playback
{
    /// <summary>A scan that is later than this is left out by the tracker: a report so old does not change any more.</summary>
    public const double SettlingSeconds = 10;

    /// <summary>Plays a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="tracker">A fresh tracker; for a set whose scans come late it must be able to tell of the past (<see cref="IPastTracks"/>).</param>
    /// <exception cref="ArgumentException">It is not able to.</exception>
    public static List<TrackRow> Play(RecordedSet set, ITracker tracker)
    {
        IPastTracks? past = set.IsInOrder ? null : tracker as IPastTracks ?? throw new ArgumentException("scans come late, and this tracker cannot tell of the past", nameof(tracker));
        double lag = past is null ? 0 : SettlingSeconds;
        List<TrackRow> rows = [];
        int reported = 0;
        foreach (Scan scan in set.Scans)
        {
            for (; reported < set.ReportTimes.Count && scan.Time.SecondsSince(set.ReportTimes[reported]) > lag; reported++)
            {
                Report(set.ReportTimes[reported]);
            }

            tracker.Process(scan);
        }

        for (; reported < set.ReportTimes.Count; reported++)
        {
            Report(set.ReportTimes[reported]);
        }

        return rows;

        void Report(UtcMicroseconds time)
        {
            tracker.AdvanceTo(time);
            foreach (TrackEstimate track in past?.TracksAt(time) ?? tracker.Tracks)
            {
                if (track.State == TrackState.Confirmed)
                {
                    rows.Add(new TrackRow(time, track.Id, track.Position, track.Velocity));
                }
            }
        }
    }
}
