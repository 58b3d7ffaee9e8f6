using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Reviews.Coverage;

/// <summary>Works out what each party, and all together, can see at three heights. A pure function.</summary>
internal static class CoverageMaker
{
    private const int CellsAcross = 160;
    private const double LeastHalfWidthMeters = 50_000;
    private const double MostHalfWidthMeters = 2_500_000;

    /// <summary>Heights of what is looked for, metres: a low flyer, a liner or a rocket in its first minute, and the edge of space.</summary>
    public static readonly IReadOnlyList<double> Heights = [1_000, 10_000, 100_000];

    /// <summary>Null: there is no sensor.</summary>
    public static CoverageReview? Make(Scenario scenario)
    {
        SensorReach[] reaches = [.. scenario.Boards.Select(b => new SensorReach(b))];
        if (reaches.Length == 0)
        {
            return null;
        }

        Vector3 mean = reaches.Aggregate(Vector3.Zero, (sum, r) => sum + r.Board.Place.ToEcef().Vector);
        Geodetic middle = Wgs84.ToGeodetic(Ecef.FromVector(mean.Unit * Wgs84.MeanRadiusMeters)) with { HeightMeters = 0 };
        FootprintFact[][] footprints = [.. Heights.Select(h => reaches.Select(r => Footprint(r, h, middle)).ToArray())];

        // The map holds all that is seen at the middle height; what reaches farther is cut at its edge.
        double half = footprints[1].SelectMany(f => f.Outer).Select(p => Math.Max(Math.Abs(p.EastMeters), Math.Abs(p.NorthMeters))).DefaultIfEmpty(LeastHalfWidthMeters).Max();
        half = Math.Clamp(1.1 * half, LeastHalfWidthMeters, MostHalfWidthMeters);
        return new CoverageReview(
            middle.LatitudeDegrees,
            middle.LongitudeDegrees,
            half,
            [.. reaches.Select(r => new SensorCoverageFact(r.Board.Party, r.Board.Node, r.Board.Place.LatitudeDegrees, r.Board.Place.LongitudeDegrees, Sentence(r)))],
            [.. Heights.Select((h, i) => Layer(h, reaches, footprints[i], middle, half))],
            [.. scenario.Objects.Where(o => o.Launch is not null).Select(o => Site(o, reaches, middle))]);
    }

    private static LayerFact Layer(double height, SensorReach[] reaches, FootprintFact[] footprints, Geodetic middle, double half)
    {
        string[] parties = [.. reaches.Select(r => r.Board.Party).Distinct().Order(StringComparer.Ordinal)];
        var seen = new long[parties.Length];
        var alone = new long[parties.Length];
        long joint = 0;
        long shared = 0;
        double cell = 2 * half / CellsAcross;
        for (int i = 0; i < CellsAcross * CellsAcross; i++)
        {
            Geodetic at = SphericalGround.Unproject(middle, (((i % CellsAcross) + 0.5) * cell) - half, (((i / CellsAcross) + 0.5) * cell) - half) with { HeightMeters = height };
            int[] by = [.. Enumerable.Range(0, parties.Length).Where(p => reaches.Any(r => r.Board.Party == parties[p] && r.Sees(at)))];
            joint += by.Length > 0 ? 1 : 0;
            shared += by.Length > 1 ? 1 : 0;
            foreach (int p in by)
            {
                seen[p]++;
                alone[p] += by.Length == 1 ? 1 : 0;
            }
        }

        double squareKilometers = cell * cell * 1e-6;
        return new LayerFact(
            height,
            [.. parties.Select((p, i) => new PartyAreaFact(p, seen[i] * squareKilometers, alone[i] * squareKilometers))],
            joint * squareKilometers,
            shared * squareKilometers,
            1 - (joint / (double)(CellsAcross * CellsAcross)),
            footprints);
    }

    private static FootprintFact Footprint(SensorReach reach, double height, Geodetic middle)
    {
        (IReadOnlyList<Geodetic> far, IReadOnlyList<Geodetic> near) = reach.Border(height);

        // A sector's ring goes back to the sensor, or along the near border; a whole circle's hole is a ring of its own.
        IEnumerable<Geodetic> back = reach.IsAllRound || far.Count == 0 ? [] : near.Count > 0 ? near.Reverse() : [reach.Board.Place];
        return new FootprintFact(
            reach.Board.Party, reach.Board.Node, [.. far.Concat(back).Select(Point)], reach.IsAllRound ? [.. near.Select(Point)] : []);

        MapPoint Point(Geodetic place)
        {
            (double east, double north) = SphericalGround.Project(middle, place);
            return new MapPoint(east, north);
        }
    }

    private static SiteFact Site(ExerciseObject launched, SensorReach[] reaches, Geodetic middle)
    {
        Geodetic site = launched.Launch!.Place;
        (double east, double north) = SphericalGround.Project(middle, site);
        double? lowest = Heights.Where(h => reaches.Any(r => r.Sees(site with { HeightMeters = h }))).Select(h => (double?)h).FirstOrDefault();
        return new SiteFact(launched.Name, east, north, lowest);
    }

    private static string Sentence(SensorReach reach)
    {
        FieldOfView field = reach.Board.FieldOfView;
        double from = double.RadiansToDegrees(field.AzimuthStartRadians);
        string directions = reach.IsAllRound
            ? "all round"
            : string.Create(CultureInfo.InvariantCulture, $"from {from:F0}° to {(from + double.RadiansToDegrees(field.AzimuthWidthRadians)) % 360:F0}° and nothing elsewhere");
        string heights = string.Join("; ", Heights.Select(h => reach.At(h) is var (near, far)
            ? string.Create(CultureInfo.InvariantCulture, $"at {h / 1000:F0} km up {(near > 0 ? $"from {near / 1000:F0} " : "")}to {far / 1000:F0} km away")
            : string.Create(CultureInfo.InvariantCulture, $"nothing at {h / 1000:F0} km up")));
        string kind = reach.Board.Kind == SensorKind.Infrared ? "an infra-red sensor, directions alone," : "a radar";
        return $"{reach.Board.Party}/{reach.Board.Node}, {kind} sees {directions}: {heights}. What is lower than the line of its horizon or of its least elevation, {double.RadiansToDegrees(field.ElevationMinRadians).ToString("0.#", CultureInfo.InvariantCulture)}°, it cannot see.";
    }
}
