namespace JointWatch.Metrics.AirPicture;

/// <summary>A track's time with one object: an object may have several tracks at once, a track has one object.</summary>
/// <param name="Track">Its place among the tracks.</param>
/// <param name="Truth">The object's place among the objects.</param>
/// <param name="First">The first of the times, by its place among all.</param>
/// <param name="Last">The last of them.</param>
internal readonly record struct Segment(int Track, int Truth, int First, int Last)
{
    /// <summary>Every track's segments: as long as it is at each of its times nearest to the same object, and near.</summary>
    public static IEnumerable<Segment> Of(Comparison comparison, SiapOptions options)
    {
        for (int track = 0; track < comparison.Tracks.Count; track++)
        {
            Segment open = new(track, -1, 0, 0);
            int times = 0;
            for (int k = 0; k < comparison.Times.Count; k++)
            {
                if (comparison.Tracks[track].Places[k] is not { } place)
                {
                    continue;
                }

                int nearest = Nearest(comparison, place, k, options.NearMeters);
                if (nearest == open.Truth)
                {
                    open = open with { Last = k };
                    times++;
                    continue;
                }

                if (open.Truth >= 0 && times >= options.TimesInARow)
                {
                    yield return open;
                }

                open = new Segment(track, nearest, k, k);
                times = 1;
            }

            if (open.Truth >= 0 && times >= options.TimesInARow)
            {
                yield return open;
            }
        }
    }

    private static int Nearest(Comparison comparison, Place place, int time, double nearMeters)
    {
        int nearest = -1;
        for (int truth = 0; truth < comparison.Truth.Count; truth++)
        {
            if (comparison.Truth[truth].Places[time] is { } there && (there.Position - place.Position).Length is double meters && meters < nearMeters)
            {
                (nearest, nearMeters) = (truth, meters);
            }
        }

        return nearest;
    }
}
