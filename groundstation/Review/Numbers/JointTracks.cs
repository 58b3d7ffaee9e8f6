using JointWatch.Exchange.Compare;
using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Parties;
using JointWatch.Reviews.Input;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Reviews.Numbers;

/// <summary>
/// The picture that the parties would have had together: their own tracks of one object, paired as the centre pairs what they release, fused by covariance intersection, since
/// their errors may be correlated; and what only one of them has.
/// </summary>
internal static class JointTracks
{
    private const int States = 6;

    /// <summary>Two tracks whose 99 % circles are farther apart than this are of two objects: as far as a track may be from an object that it follows.</summary>
    private static readonly ComparisonOptions Near = new() { PlaceMeters = Following.NearMeters };

    /// <summary>The joint picture at the samples of the first party; the other's samples are brought to those instants.</summary>
    public static IReadOnlyList<Sample> Of(IReadOnlyList<Observed> observed, double sampleSeconds)
    {
        var numbers = new Dictionary<(string Party, TrackId Track), TrackId>();
        var next = new int[observed.Count];
        var joint = new List<Sample>();
        foreach (Sample sample in observed[0].Samples)
        {
            List<List<Member>> groups = [];
            for (int p = 0; p < observed.Count; p++)
            {
                IReadOnlyList<Sample> own = observed[p].Samples;
                while (next[p] + 1 < own.Count && Apart(own[next[p] + 1]) <= Apart(own[next[p]]))
                {
                    next[p]++;
                }

                if (own.Count > 0 && Apart(own[next[p]]) <= sampleSeconds)
                {
                    string party = observed[p].Party;
                    groups = Join(groups, [.. own[next[p]].Tracks.Select(t => new Member(party, At(t, sample.Time.SecondsSince(own[next[p]].Time)), t.Id))]);
                }
            }

            joint.Add(new Sample(sample.Time, [.. groups.Select(g => Fuse(g, Number(g, numbers)))]));

            double Apart(Sample other) => Math.Abs(other.Time.SecondsSince(sample.Time));
        }

        return joint;
    }

    /// <summary>Pairs what a party sees with what those before it see.</summary>
    private static List<List<Member>> Join(List<List<Member>> groups, IReadOnlyList<Member> tracks)
    {
        // Names do for the comparison alone: by them the pairs are found again.
        PictureComparison comparison = PictureComparison.Of([.. groups.Select((g, i) => Sight(g[0], i))], [.. tracks.Select(Sight)], Near);
        foreach (SeenByBoth both in comparison.Both)
        {
            groups[Index(both.A)].Add(tracks[Index(both.B)]);
        }

        groups.AddRange(comparison.OnlyB.Select(alone => new List<Member> { tracks[Index(alone)] }));
        return groups;
    }

    private static Sighting Sight(Member member, int index)
    {
        double sigma = Math.Sqrt(Enumerable.Range(0, 3).Sum(i => member.Track.Covariance[(i * States) + i]));
        Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(member.Track.Position));
        return new Sighting(
            PartyId.Parse(member.Party), index.ToString(System.Globalization.CultureInfo.InvariantCulture), Position: new SpreadPlace(new GroundEllipse(place, sigma, sigma, 0)));
    }

    private static int Index(Sighting sighting) => int.Parse(sighting.Reference, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A joint track keeps its number as long as one of the tracks that it is of goes on.</summary>
    private static TrackId Number(List<Member> group, Dictionary<(string, TrackId), TrackId> numbers)
    {
        (string, TrackId)[] keys = [.. group.Select(m => (m.Party, m.Id))];
        TrackId[] known = [.. keys.Where(numbers.ContainsKey).Select(k => numbers[k])];
        TrackId number = known.Length > 0 ? known.MinBy(k => k.Value) : new TrackId(numbers.Values.Select(n => n.Value).DefaultIfEmpty(0).Max() + 1);
        foreach ((string, TrackId) key in keys)
        {
            numbers.TryAdd(key, number);
        }

        return number;
    }

    private static SeenTrack Fuse(List<Member> group, TrackId number)
    {
        SeenTrack first = group[0].Track;
        if (group.Count == 1)
        {
            return first with { Id = number };
        }

        // About the first of them: metres from the Earth's centre would cost digits. The volume is made least, for the state has two units.
        FusedEstimate fused = CovarianceIntersection.Fuse([.. group.Select(m => new Estimate(State(m.Track, first.Position), Matrix(m.Track.Covariance)))], FusionCriterion.Determinant);
        IReadOnlyList<double> mean = fused.Mean;
        return new SeenTrack(
            number,
            first.Position + new Vector3(mean[0], mean[1], mean[2]),
            new Vector3(mean[3], mean[4], mean[5]),
            group.Select(m => m.Track.FirstDetection).Min(),
            [.. fused.Covariance.Cast<double>()]);
    }

    private static double[] State(SeenTrack track, Vector3 about)
    {
        Vector3 at = track.Position - about;
        return [at.X, at.Y, at.Z, track.Velocity.X, track.Velocity.Y, track.Velocity.Z];
    }

    private static double[,] Matrix(IReadOnlyList<double> rows)
    {
        var matrix = new double[States, States];
        for (int i = 0; i < States * States; i++)
        {
            matrix[i / States, i % States] = rows[i];
        }

        return matrix;
    }

    /// <summary>A track some seconds on or back, by its velocity: F P Fᵀ with x' = x + v t.</summary>
    private static SeenTrack At(SeenTrack track, double seconds)
    {
        double[,] p = Matrix(track.Covariance);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < States; j++)
            {
                p[i, j] += seconds * p[i + 3, j];
            }
        }

        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < States; j++)
            {
                p[j, i] += seconds * p[j, i + 3];
            }
        }

        return track with { Position = track.Position + (track.Velocity * seconds), Covariance = [.. p.Cast<double>()] };
    }

    private sealed record Member(string Party, SeenTrack Track, TrackId Id);
}
