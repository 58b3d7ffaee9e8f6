using JointWatch.Tracking;
using JointWatch.Warnings.Ballistics;
using JointWatch.Warnings.Evidence;
using JointWatch.Warnings.Life;

namespace JointWatch.Warnings;

/// <summary>
/// The warning stage: it watches the tracks that move as no aircraft can, weighs the evidence, works out launch and impact, and keeps each
/// object's one warning through all the tracks that the object has. Not safe for use by several threads at once.
/// </summary>
public sealed class LaunchWarningStage : IWarningStage
{
    /// <summary>A track that has done nothing worth a look for so long is not watched any more, seconds.</summary>
    private const double DullSeconds = 30;

    private readonly WarningOptions _options;
    private readonly WarningLife _life;
    private readonly Reviser _reviser;
    private readonly Continuation _continuation;
    private readonly int _firstId;
    private readonly List<LaunchWarning> _warnings = [];
    private readonly List<LaunchWarning> _changed = [];
    private readonly List<Watch> _watches = [];
    private readonly List<Watch> _due = [];
    private readonly Dictionary<TrackId, Watch> _byTrack = [];

    /// <param name="options">The defaults if left out.</param>
    /// <param name="firstId">The number of the first warning.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public LaunchWarningStage(WarningOptions? options = null, int firstId = 1)
    {
        _options = options ?? new WarningOptions();
        _options.Validate();
        _firstId = firstId;
        _life = new WarningLife(_options);
        _reviser = new Reviser(_options);
        _continuation = new Continuation(_options);
    }

    /// <inheritdoc/>
    public IReadOnlyList<LaunchWarning> Warnings => _warnings;

    /// <summary>Gets how many estimates were refused because they were not finite or had no 6 by 6 covariance.</summary>
    public long EstimatesRefused { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<LaunchWarning> Update(IReadOnlyList<TrackEstimate> tracks, IReadOnlyList<TrackEstimate> ended, UtcMicroseconds now)
    {
        _changed.Clear();
        foreach (Watch watch in _watches)
        {
            watch.IsPresent = false;
        }

        for (int i = 0; i < tracks.Count; i++)
        {
            if (tracks[i].State == TrackState.Confirmed)
            {
                Look(tracks[i]);
            }
        }

        // What ended is heard of for the last time; its last detections may be new.
        for (int i = 0; i < ended.Count; i++)
        {
            if (_byTrack.TryGetValue(ended[i].Id, out Watch? watch) && TrackKinematics.IsSound(ended[i]))
            {
                watch.Observe(ended[i]);
                watch.IsPresent = false;
            }
        }

        foreach (Watch watch in _watches)
        {
            watch.Boost.Wait(watch.SilenceSeconds(now), watch.Sensors.Count);
        }

        Join(now);
        RenewForecasts(now);
        foreach (Watch watch in _watches)
        {
            Revise(watch, now);
        }

        Forget(now);
        _changed.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return _changed.Count == 0 ? [] : [.. _changed];
    }

    private void Look(TrackEstimate track)
    {
        if (_byTrack.TryGetValue(track.Id, out Watch? watch))
        {
            watch.IsPresent = true;
            if (TrackKinematics.IsSound(track))
            {
                watch.Observe(track);
            }
            else
            {
                EstimatesRefused++;
            }

            return;
        }

        double climb = Tracking.Geodesy.Vector3.Dot(EarthShape.Up(track.Position), track.Velocity);
        if (!LaunchEvidence.IsWorthALook(EarthShape.HeightMeters(track.Position), track.Velocity.Length, climb))
        {
            return;
        }

        if (!TrackKinematics.IsSound(track))
        {
            EstimatesRefused++;
        }
        else if (_watches.Count < _options.MostWatched)
        {
            watch = new Watch(track, _options) { IsPresent = true };
            _watches.Add(watch);
            _byTrack.Add(track.Id, watch);
        }
    }

    /// <summary>Gives the tracks that continue a lost object's arc to that object.</summary>
    private void Join(UtcMicroseconds now)
    {
        for (int i = 0; i < _watches.Count; i++)
        {
            Watch young = _watches[i];
            if (young.Warning is not null || young.IsLost(now) || Best(young, old => CanGoOn(old, now)) is not { } old)
            {
                continue;
            }

            _ = _byTrack.Remove(old.Track);
            old.TakeOver(young);
            _byTrack[old.Track] = old;
            _watches.RemoveAt(i);
            i--;
        }
    }

    private static bool CanGoOn(Watch old, UtcMicroseconds now) =>
        old.IsLost(now) && old.Warning is null or { State: not (WarningState.Over or WarningState.Cancelled) };

    /// <summary>Whether a track that has no warning yet runs beside one that has: another track of the same object, or a part of it.</summary>
    /// <remarks>When it has gone its own way it is a child: a stage, a fairing, a warhead.</remarks>
    private bool IsTwin(Watch young)
    {
        LaunchWarning? beside = Best(young, old => old.IsPresent && old.IsOpen)?.Warning;
        young.Parent = beside ?? young.Parent;
        return beside is not null;
    }

    private Watch? Best(Watch young, Func<Watch, bool> isCandidate)
    {
        (Watch? best, double least) = (null, double.PositiveInfinity);
        foreach (Watch old in _watches)
        {
            if (old != young && isCandidate(old) && _continuation.Distance(old, young) is { } distance && distance < least)
            {
                (best, least) = (old, distance);
            }
        }

        return best;
    }

    /// <summary>Renews the forecasts that are due, those first that have waited longest.</summary>
    private void RenewForecasts(UtcMicroseconds now)
    {
        _due.Clear();
        foreach (Watch watch in _watches)
        {
            bool isWarned = watch.IsOpen || (watch.Warning is null or { State: not WarningState.Over } && _life.Judge(watch, now) is { State: < WarningState.Over });
            if (isWarned && watch.Forecast.IsDue(watch))
            {
                _due.Add(watch);
            }
        }

        if (_due.Count > _options.MostImpactsPerUpdate)
        {
            _due.Sort(static (a, b) => (a.Forecast.Time?.Value ?? 0, a.Track.Value).CompareTo((b.Forecast.Time?.Value ?? 0, b.Track.Value)));
            _due.RemoveRange(_options.MostImpactsPerUpdate, _due.Count - _options.MostImpactsPerUpdate);
        }

        foreach (Watch watch in _due)
        {
            watch.Launch.Refresh();
            watch.Forecast.Renew(watch);
        }
    }

    private void Revise(Watch watch, UtcMicroseconds now)
    {
        // Looked at each time, not only when it is to be warned of: by then it may have gone its own way.
        bool isTwin = watch.Warning is null && IsTwin(watch);
        if (_life.Judge(watch, now) is not { } verdict)
        {
            return;
        }

        LaunchWarning? revision;
        if (watch.Warning is { } warning)
        {
            revision = _reviser.Revise(watch, warning, verdict, now);
        }
        else
        {
            bool isNew = _warnings.Count < _options.MostWarnings && !isTwin;
            revision = isNew ? Reviser.Raise(watch, _firstId + _warnings.Count, verdict, now) : null;
        }

        if (revision is null)
        {
            return;
        }

        if (watch.Warning is null)
        {
            _warnings.Add(revision);
        }
        else
        {
            _warnings[revision.Id - _firstId] = revision;
        }

        watch.Warning = revision;
        watch.Highest = revision.State <= WarningState.Confirmed && revision.State > watch.Highest ? revision.State : watch.Highest;
        _changed.Add(revision);
    }

    /// <summary>Drops what nothing more is to be expected of.</summary>
    private void Forget(UtcMicroseconds now)
    {
        for (int i = _watches.Count - 1; i >= 0; i--)
        {
            Watch watch = _watches[i];
            bool isDone = watch.Warning switch
            {
                null => (!watch.IsPresent && watch.SilenceSeconds(now) > _options.ExpireSeconds)
                    || now.SecondsSince(watch.LastInteresting) > DullSeconds,
                { State: WarningState.Over or WarningState.Cancelled } => !watch.IsPresent,
                { State: WarningState.Expired } => watch.SilenceSeconds(now) > Math.Max(_options.TakeOverSeconds, _options.LongestFallSeconds),
                _ => false,
            };
            if (isDone)
            {
                _ = _byTrack.Remove(watch.Track);
                _watches.RemoveAt(i);
            }
        }
    }
}
