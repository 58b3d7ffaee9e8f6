namespace JointWatch.Reviews.Coverage;

/// <summary>What the sensors of an exercise can see: by geometry, for the map and its table.</summary>
/// <param name="LatitudeDegrees">The map's middle.</param>
/// <param name="HalfWidthMeters">From its middle to its edge.</param>
public sealed record CoverageReview(
    double LatitudeDegrees, double LongitudeDegrees, double HalfWidthMeters, IReadOnlyList<SensorCoverageFact> Sensors, IReadOnlyList<LayerFact> Layers, IReadOnlyList<SiteFact> Sites);

/// <param name="Sentence">What it can see, and from where on not.</param>
public sealed record SensorCoverageFact(string Party, string Sensor, double LatitudeDegrees, double LongitudeDegrees, string Sentence);

/// <summary>What can be seen at a height, on the map.</summary>
/// <param name="Parties">Of each party.</param>
/// <param name="JointSquareKilometers">What any party sees.</param>
/// <param name="SharedSquareKilometers">What two parties or more see.</param>
/// <param name="UnseenShare">The share of the map that nobody sees.</param>
/// <param name="Footprints">Each sensor's border.</param>
public sealed record LayerFact(
    double HeightMeters, IReadOnlyList<PartyAreaFact> Parties, double JointSquareKilometers, double SharedSquareKilometers, double UnseenShare, IReadOnlyList<FootprintFact> Footprints);

/// <param name="AloneSquareKilometers">What no other party sees: what the others would gain.</param>
public sealed record PartyAreaFact(string Party, double SquareKilometers, double AloneSquareKilometers);

/// <summary>Rings on the map, metres east and north of its middle; what lies in the first and not in the second is seen.</summary>
public sealed record FootprintFact(string Party, string Sensor, IReadOnlyList<MapPoint> Outer, IReadOnlyList<MapPoint> Inner);

public sealed record MapPoint(double EastMeters, double NorthMeters);

/// <summary>A place from which something was launched.</summary>
/// <param name="SeenFromMeters">The least of the heights of the layers at which it is in sight straight above the place; null: at none.</param>
public sealed record SiteFact(string Name, double EastMeters, double NorthMeters, double? SeenFromMeters);
