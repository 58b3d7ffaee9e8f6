using JointWatch.Tracking.Association;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// Detections of known objects that their tracks did not take, for sensors that measure places on the level. A large object gives more plots than
/// one. And behind an object that is near, on its bearing, lie its multiple echoes, of waves that go to and fro between it and own ship (A. Bole, B. Dineley,
/// A. Wall, "Radar and ARPA Manual", section 3.9.3: they lie along one direction and move in accord), while what is really there is hidden by it.
/// Such detections begin no track. Points, objects without extent, hide nothing and give no such echoes.
/// </summary>
/// <param name="halfWidthMeters">Half the width of what hides.</param>
internal sealed class KnownObjects(double halfWidthMeters)
{
    /// <summary>A track that is likelier than not of an object explains the plots around it.</summary>
    private const double LeastExistence = 0.5;

    private readonly List<Place> _places = new(16);

    /// <summary>Sets the probability to be of no track to 0 for each such detection.</summary>
    /// <param name="tracks">The tracks in the sensor's reach.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="observations">Its detections.</param>
    /// <param name="free">For each of them, the probability that it is of no track.</param>
    public void Mark(List<Track> tracks, Scan scan, ReadOnlySpan<Observation> observations, Span<double> free)
    {
        FindPlaces(tracks, scan);
        double extent = scan.Sensor.Noise.ExtentMeters;
        for (int d = 0; d < observations.Length; d++)
        {
            foreach (Place place in _places)
            {
                double east = observations[d].East - place.East;
                double north = observations[d].North - place.North;
                bool isPart = (east * east) + (north * north) < extent * extent;
                if (isPart || (extent > 0 && place.Hides && IsBehind(place, observations[d].East, observations[d].North)))
                {
                    free[d] = 0;
                    break;
                }
            }
        }
    }

    private void FindPlaces(List<Track> tracks, Scan scan)
    {
        _places.Clear();
        foreach (Track track in tracks)
        {
            if (track.Existence >= LeastExistence)
            {
                Vector3 at = track.Moments.Position + (scan.Time.SecondsSince(track.UpdatedAt) * track.Moments.Velocity);
                Enu local = scan.Sensor.Frame.ToLocal(at);
                _places.Add(new Place(local.EastMeters, local.NorthMeters, !track.IsHidden && Shadows.MayHide(track)));
            }
        }
    }

    /// <summary>Of seeds that may be of one object the first, the likeliest, stays.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="extentMeters">How far from the middle of an object its plots may lie.</param>
    public static void RemoveParts(List<TrackSeed> seeds, double extentMeters)
    {
        for (int i = seeds.Count - 1; i > 0; i--)
        {
            Vector3 at = PositionOf(seeds[i]);
            for (int j = 0; j < i; j++)
            {
                if ((PositionOf(seeds[j]) - at).Length < extentMeters)
                {
                    seeds.RemoveAt(i);
                    break;
                }
            }
        }
    }

    private static Vector3 PositionOf(in TrackSeed seed) => new(seed.State[0], seed.State[1], seed.State[2]);

    private bool IsBehind(in Place place, double east, double north)
    {
        double range = Math.Sqrt((east * east) + (north * north));
        return Shadows.Hides(place.East, place.North, east, north, range, halfWidthMeters);
    }

    private readonly record struct Place(double East, double North, bool Hides);
}
