namespace JointWatch.Metrics.AirPicture;

/// <summary>
/// The attributes of a single integrated air picture (C. Votruba et al., "Single Integrated Air Picture (SIAP) metrics implementation", SIAP System Engineering
/// Task Force, 2001), in the form of Stone Soup's <c>SIAPMetrics</c>: sums over all times, of the whole network of sensors.
/// </summary>
/// <param name="Completeness">The share of objects, over time, that have a track; NaN without objects.</param>
/// <param name="Ambiguity">Tracks for each object that has one; best is 1; NaN where none has.</param>
/// <param name="Spuriousness">The share of tracks that have no object; NaN without tracks.</param>
/// <param name="PositionMeters">The mean distance of tracks from their objects; NaN where there are none.</param>
/// <param name="VelocityMetersPerSecond">The mean error of velocity, where both are known; NaN where none are.</param>
/// <param name="NumberChangesPerSecond">
/// How often an object that is tracked goes to another track: the fewest segments that cover what is covered of it, less one, for each second of it that is covered;
/// NaN where nothing is.
/// </param>
/// <param name="LongestSegment">
/// How well numbers stay, which SIAP calls the longest track segment: how much of an object's time the track holds that holds it longest, its segments
/// summed, from 0 to 1, weighed by the objects' times; NaN where no object has more than one time.
/// </param>
public sealed record Siap(
    double Completeness,
    double Ambiguity,
    double Spuriousness,
    double PositionMeters,
    double VelocityMetersPerSecond,
    double NumberChangesPerSecond,
    double LongestSegment)
{
    /// <summary>Gets what the tracks say of identities, or null where neither they nor the objects have any.</summary>
    public SiapIdentity? Identity { get; private init; }

    /// <summary>Measures.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static Siap Of(Comparison comparison, SiapOptions options)
    {
        options.Validate();
        Segment[] segments = [.. Segment.Of(comparison, options)];
        (double[] position, double[] velocity) = Errors(comparison, segments);
        int held = 0;
        double changes = 0;
        double covered = 0;
        double longest = 0;
        double lifetimes = 0;
        for (int truth = 0; truth < comparison.Truth.Count; truth++)
        {
            Continuity continuity = Continuity.Of(comparison, truth, [.. segments.Where(segment => segment.Truth == truth)]);
            held += continuity.TimesHeld;
            changes += Math.Max(0, continuity.Fewest - 1);
            covered += continuity.CoveredSeconds;
            longest += continuity.LongestSeconds;
            lifetimes += continuity.LifetimeSeconds;
        }

        double tracks = Places(comparison.Tracks);
        return new Siap(
            held / (double)Places(comparison.Truth),
            position.Length / (double)held,
            (tracks - position.Length) / tracks,
            position.DefaultIfEmpty(double.NaN).Average(),
            velocity.DefaultIfEmpty(double.NaN).Average(),
            changes / covered,
            longest / lifetimes)
        {
            Identity = HasIdentities(comparison.Truth) || HasIdentities(comparison.Tracks) ? SiapIdentity.Of(comparison, segments) : null,
        };
    }

    private static bool HasIdentities(IReadOnlyList<Trajectory> trajectories) => trajectories.Any(way => way.Places.Any(place => place?.Identity is not null));

    private static int Places(IReadOnlyList<Trajectory> trajectories) => trajectories.Sum(way => way.Places.Count(place => place is not null));

    private static (double[] Position, double[] Velocity) Errors(Comparison comparison, Segment[] segments)
    {
        List<double> position = [];
        List<double> velocity = [];
        foreach (Segment segment in segments)
        {
            for (int k = segment.First; k <= segment.Last; k++)
            {
                if (comparison.Tracks[segment.Track].Places[k] is { } track && comparison.Truth[segment.Truth].Places[k] is { } truth)
                {
                    position.Add((track.Position - truth.Position).Length);
                    velocity.Add((track.Velocity - truth.Velocity).Length);
                }
            }
        }

        return ([.. position], [.. velocity.Where(double.IsFinite)]);
    }
}
