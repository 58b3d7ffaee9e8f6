namespace JointWatch.Releases.Tests.Leaks;

/// <summary>Random journals: what a party knows, as it changes over some minutes. Estimates jitter and drift as real ones do.</summary>
internal static class WorldMaker
{
    /// <summary>2026-07-04T12:00:00Z.</summary>
    public const long Start = 1_783_166_400_000_000;
    public const int LongestSeconds = 400;

    /// <param name="kinds">Those that the policy speaks of: most things are of them.</param>
    public static List<Snap> Make(Random random, AreaSpec hub, string[] kinds)
    {
        var world = new List<Snap>();
        int things = random.Next(1, 5);
        for (int number = 1; number <= things; number++)
        {
            string kind = PolicyMaker.Pick(random, random.Next(4) > 0 ? kinds : ["warning", "track", "announcement", "coverage", "node", "afterAction"]);
            world.AddRange(Life(random, hub, kind, number));
            if (kind == "warning" && random.Next(2) == 0)
            {
                world.AddRange(Life(random, hub, "track", 100 + number));
            }
        }

        return [.. world.OrderBy(s => s.AtMicroseconds)];
    }

    /// <summary>A place about the hub: most within its radius.</summary>
    public static Point Near(Random random, AreaSpec hub)
    {
        double latitude = Math.Clamp(hub.Latitude + ((random.NextDouble() - 0.5) * 8), -89.9, 89.9);
        double stretch = Math.Max(0.05, Math.Cos(latitude * Math.PI / 180));
        double longitude = hub.Longitude + ((random.NextDouble() - 0.5) * 8 / stretch);
        longitude = ((longitude + 540) % 360) - 180;
        return new Point(latitude, longitude, random.Next(1, 60_000));
    }

    /// <summary>A thing of a kind from nothing, at a time.</summary>
    public static Snap Draw(Random random, AreaSpec hub, string kind, int number, long at) => new(
        kind, number, at, PolicyMaker.Pick(random, FieldForms.StatesOf[kind]), PolicyMaker.Pick(random, FieldForms.Classes))
    {
        Launch = kind == "announcement" || (kind == "warning" && random.Next(4) > 0) ? Near(random, hub) : null,
        Impact = kind is "announcement" or "warning" && random.Next(3) > 0 ? Near(random, hub) : null,
        Place = FieldForms.IsPlaced(kind) && (kind != "node" || random.Next(4) > 0) ? Near(random, hub) : null,
        LaunchMicroseconds = Moment(random),
        ImpactMicroseconds = Moment(random),
        BurnoutMicroseconds = random.Next(2) == 0 ? Moment(random) : null,
        AzimuthDegrees = random.NextDouble() * 359.99,
        WidthDegrees = kind == "announcement" && random.Next(3) == 0 ? 0 : random.NextDouble() * 200,
        Percent = random.NextDouble() * 99.9,
        ApogeeKilometers = 1 + (random.NextDouble() * 1_500),
        HeightKilometers = 1 + (random.NextDouble() * 800),
        Speed = 50 + (random.NextDouble() * 7_000),
        RangeMeters = random.NextDouble() * 3_000_000,
        Count = random.Next(0, 1_000),
        SecondCount = random.Next(1, 1_000),
        ThirdCount = random.Next(0, 1_000),
        Sensors = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => $"alfa/node-{(i * 100) + random.Next(100)}")],
        IsInfrared = random.Next(2) == 0,
        FromMicroseconds = Moment(random),
        UntilMicroseconds = Moment(random) + (LongestSeconds * 2_000_000L),
        Track = 100 + number,
        Words = $"climbs at {random.Next(10_000)} m/s, seen {random.Next(100)} times",
    };

    private static IEnumerable<Snap> Life(Random random, AreaSpec hub, string kind, int number)
    {
        long at = Start + random.NextInt64(LongestSeconds / 2 * 1_000_000L);
        Snap snap = Draw(random, hub, kind, number, at);
        int steps = random.Next(1, 8);
        for (int i = 0; i < steps; i++)
        {
            yield return snap;
            at += 1 + random.NextInt64(60_000_000);
            Snap anew = Draw(random, hub, kind, number, at);
            snap = random.Next(5) == 0 ? anew : Jittered(random, snap, at) with { State = random.Next(2) == 0 ? anew.State : snap.State };
        }
    }

    /// <summary>The same thing as it is estimated a little later.</summary>
    private static Snap Jittered(Random random, Snap s, long at) => s with
    {
        AtMicroseconds = at,
        Launch = s.Launch is { } launch ? Moved(random, launch) : null,
        Impact = s.Impact is { } impact ? Moved(random, impact) : null,
        Place = s.Place is { } place ? Moved(random, place) : null,
        LaunchMicroseconds = s.LaunchMicroseconds + random.NextInt64(-2_000_000, 2_000_000),
        ImpactMicroseconds = s.ImpactMicroseconds + random.NextInt64(-9_000_000, 9_000_000),
        AzimuthDegrees = (s.AzimuthDegrees + random.NextDouble()) % 359.99,
        Percent = Math.Min(99.9, s.Percent + (random.NextDouble() * 5)),
        Count = s.Count + random.Next(10),
        FromMicroseconds = s.FromMicroseconds + random.NextInt64(10_000_000),
        Words = $"climbs at {random.Next(10_000)} m/s",
    };

    private static Point Moved(Random random, Point p)
    {
        double latitude = Math.Clamp(p.Latitude + ((random.NextDouble() - 0.5) * 0.3), -89.9, 89.9);
        double longitude = ((p.Longitude + ((random.NextDouble() - 0.5) * 0.3) + 540) % 360) - 180;
        return new Point(latitude, longitude, p.RadiusMeters * (0.8 + (random.NextDouble() * 0.4)));
    }

    private static long Moment(Random random) => Start + random.NextInt64(LongestSeconds * 1_000_000L);
}
