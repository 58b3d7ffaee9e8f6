using System.Runtime.CompilerServices;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Association;

/// <summary>
/// Finds the detections that each of a run of tracks may have made, and weighs them. A track is predicted only if a detection is near;
/// for the rest it is enough to know whether the sensor should have seen it. One matcher a thread.
/// </summary>
internal sealed class Matcher(GateOptions options)
{
    private readonly double[] _limits = [.. options.SquaredDistance];
    private int[] _near = [];
    private int[] _detection = new int[64];
    private double[] _weight = new double[64];

    /// <summary>Gets the detections of the pairs found, track after track; <see cref="Track.Pairs"/> tells how many are whose.</summary>
    public ReadOnlySpan<int> Detection => _detection.AsSpan(0, Pairs);

    /// <summary>Gets the weights of the pairs found.</summary>
    public ReadOnlySpan<double> Weight => _weight.AsSpan(0, Pairs);

    public int Pairs { get; private set; }

    /// <summary>Gets a value indicating whether a detection is near a track that a later scan has updated.</summary>
    public bool MetLater { get; private set; }

    /// <summary>Gets the index behind the last track of the run.</summary>
    public int Last { get; private set; }

    /// <summary>Matches the tracks from <paramref name="first"/> to before <paramref name="last"/> with the detections of a scan at <paramref name="time"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Match(ReadOnlySpan<Track> tracks, int first, int last, SensorView view, UtcMicroseconds time, InteractingModels models)
    {
        Last = last;
        Pairs = 0;
        MetLater = false;
        if (_near.Length < view.Count)
        {
            _near = new int[2 * view.Count];
        }

        foreach (Track track in tracks[first..last])
        {
            Match(track, view, time, models);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Match(Track track, SensorView view, UtcMicroseconds time, InteractingModels models)
    {
        double seconds = time.SecondsSince(track.UpdatedAt);
        Vector3 position = track.Moments.Position + (seconds * track.Moments.Velocity);
        Vector3 offset = position - view.Frame.Origin;
        track.Pairs = 0;
        track.Predicted = false;
        track.MissProbability = view.Sensor.Kind != SensorKind.Infrared && !track.IsHidden && view.Visibility.CouldSee(position) ? view.DetectionProbability : 0;

        // Of two objects in line, the bearing is that of the nearer one.
        int near = track.IsHidden && view.Form == MeasuredForm.Azimuth ? 0 : FindNear(track, view, offset, Math.Abs(seconds));
        if (near == 0)
        {
            return;
        }

        if (seconds < 0)
        {
            MetLater = true;
            return;
        }

        track.PredictTo(time, models);
        Expectation expected = default;
        if (!expected.TrySet(view, track.AtScan))
        {
            return;
        }

        ReadOnlySpan<Sighting> sightings = view.Sightings;
        double prior = Math.Log(track.Existence * view.DetectionProbability / (1 - (track.Existence * track.MissProbability)));
        for (int i = 0; i < near; i++)
        {
            ref readonly Sighting sighting = ref sightings[_near[i]];
            if (!expected.Admits(sighting, _limits, out double logLikelihood))
            {
                continue;
            }

            double weight = Math.Exp(Math.Min(prior + logLikelihood - sighting.LogOtherDensity, 500));
            if (weight > options.LeastWeight)
            {
                Add(_near[i], weight);
                track.Pairs++;
            }
        }
    }

    /// <summary>
    /// The detections that are not far off by a bound that costs little: the track's spread at its last update, grown by the spread of its
    /// velocity and by what a manoeuvre could add.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindNear(Track track, SensorView view, Vector3 offset, double seconds)
    {
        double gate = Math.Sqrt(_limits[^1]);
        double reach = gate * (track.PositionSigma + (seconds * track.VelocitySigma) + (options.Manoeuvre * seconds * seconds / 2));
        double e = Vector3.Dot(offset, view.Frame.East);
        double n = Vector3.Dot(offset, view.Frame.North);
        double level = Math.Sqrt((e * e) + (n * n));
        double range = offset.Length;
        bool place = view.Form == MeasuredForm.Place;
        double angle = place ? gate * Math.Sqrt(view.PlaceVariance) / level : gate * Math.Sqrt(view.AzimuthVariance);
        (int sector, int sectors) = SensorView.SectorsAround(e, n, 1.2 * (angle + (reach / level)));
        double squaredChord = (reach / range) + (gate * Math.Sqrt(view.AzimuthVariance + view.ElevationVariance));
        squaredChord = view.Form is MeasuredForm.Angles or MeasuredForm.RangeAngles ? squaredChord * squaredChord : double.PositiveInfinity;
        double farther = view.Form is MeasuredForm.RangeAngles or MeasuredForm.RangeAzimuth
            ? reach + (gate * Math.Sqrt(view.RangeVariance))
            : double.PositiveInfinity;
        Vector3 u = offset / range;
        ReadOnlySpan<Sighting> sightings = view.Sightings;
        ReadOnlySpan<int> sorted = view.Sorted;
        int near = 0;
        for (int k = 0; k < sectors; k++)
        {
            (int first, int last) = view.InSector(sector + k);
            for (int i = first; i < last; i++)
            {
                ref readonly Sighting s = ref sightings[sorted[i]];
                Vector3 chord = s.LineOfSight - u;
                if (!(Math.Abs(s.Range - range) > farther) && !(Vector3.Dot(chord, chord) > squaredChord))
                {
                    _near[near++] = sorted[i];
                }
            }
        }

        return near;
    }

    private void Add(int detection, double weight)
    {
        if (Pairs == _detection.Length)
        {
            Array.Resize(ref _detection, 2 * Pairs);
            Array.Resize(ref _weight, 2 * Pairs);
        }

        _detection[Pairs] = detection;
        _weight[Pairs++] = weight;
    }
}
