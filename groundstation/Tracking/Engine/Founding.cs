using System.Runtime.InteropServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Lifecycle;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Engine;

/// <summary>Begins tracks with what a scan shows that no track has taken.</summary>
/// <param name="options">The tracker's.</param>
/// <param name="models">Gives a new track its filters.</param>
/// <param name="numbers">Gives it its number.</param>
/// <param name="life">Says whether it is confirmed at once.</param>
internal sealed class Founding(TrackerOptions options, InteractingModels models, TrackNumbers numbers, ITrackLife life)
{
    private readonly KnownObjects _known = new(options.Existence.HidesMeters);
    private readonly List<TrackSeed> _seeds = new(64);
    private double[] _other = [];

    /// <summary>Founds tracks.</summary>
    /// <param name="state">Gets them.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="serial">Its number in order of arrival.</param>
    /// <param name="look">What it shows.</param>
    /// <param name="problem">The problem, solved: which detections are of no track.</param>
    /// <param name="present">The tracks that there are already, where the sensor looks.</param>
    /// <param name="takenBy">Gets, for each detection that founds one, the track.</param>
    public void Found(TrackerState state, Scan scan, long serial, Look look, AssociationProblem problem, List<Track> present, Span<TrackId?> takenBy)
    {
        ReadOnlySpan<Observation> observations = look.Observations;
        _seeds.Clear();
        if (look.View.Form == MeasuredForm.Place)
        {
            _known.Mark(present, scan, observations, problem.Free);
        }

        state.Initiator.Initiate(scan, look.View, observations, problem.Free, _seeds);
        if (scan.Sensor.Noise.ExtentMeters > 0)
        {
            KnownObjects.RemoveParts(_seeds, scan.Sensor.Noise.ExtentMeters);
        }

        HoldLines(state, scan, look.View, problem);
        foreach (ref readonly TrackSeed seed in CollectionsMarshal.AsSpan(_seeds))
        {
            if (state.Tracks.Count >= options.MaxTracks)
            {
                return;
            }

            Track track = state.Add();
            models.Initialise(track.Updated, seed.State, seed.Covariance);
            track.Begin(numbers.Of(serial, seed.Detection), seed.Existence, scan.Time);
            seed.Earlier.CountIn(track.History);
            seed.Later.CountIn(track.History);
            track.History.Score = Math.Log(seed.Existence / (1 - seed.Existence));
            state.Places[^1].Set(track);
            life.Judge(track);
            takenBy[seed.Detection] ??= track.Id;
        }
    }

    /// <summary>Where only one sensor of angles is known, nothing crosses its lines of sight: they are held, each with all ranges that it may have.</summary>
    private void HoldLines(TrackerState state, Scan scan, SensorView view, AssociationProblem problem)
    {
        int ofAngles = 0;
        foreach (SensorMemory sensor in state.Sensors)
        {
            ofAngles += sensor.MeasuresAngles ? 1 : 0;
        }

        if (ofAngles != 1)
        {
            return;
        }

        if (_other.Length < view.Count)
        {
            _other = new double[2 * view.Count];
        }

        for (int d = 0; d < view.Count; d++)
        {
            _other[d] = view.Sightings[d].LogOtherDensity;
        }

        int before = _seeds.Count;
        state.Lines.Take(scan, problem.Free, _other.AsSpan(0, view.Count), _seeds);
        if (_seeds.Count > before && before > 0)
        {
            RemoveTwice(before);
        }
    }

    /// <summary>A detection founds one track: what the plots found comes before what the lines found.</summary>
    private void RemoveTwice(int before)
    {
        for (int i = _seeds.Count - 1; i >= before; i--)
        {
            for (int j = 0; j < before; j++)
            {
                if (_seeds[j].Detection == _seeds[i].Detection)
                {
                    _seeds.RemoveAt(i);
                    break;
                }
            }
        }
    }
}
