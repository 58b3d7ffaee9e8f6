namespace JointWatch.Station.Views;

/// <summary>
/// One detection for the map. The hub sends them as message <c>detections</c>, an array of what came since the last one, at most four
/// times a second and at most 2,000 at a time (the newest). A radar detection has a place; an infra-red one only a direction from its node.
/// </summary>
/// <param name="TrackId">The track that it updated; null: clutter, or not yet a track.</param>
public sealed record DetectionView(
    string NodeId,
    string Kind,
    string Time,
    double AzimuthDegrees,
    double ElevationDegrees,
    double? RangeMeters,
    double? LatitudeDegrees,
    double? LongitudeDegrees,
    double? HeightMeters,
    string? TrackId);

/// <summary><c>GET /api/quarantine</c>: the last 1,000 things that were refused, newest first.</summary>
/// <param name="Bytes">The first 256 bytes of the payload, hexadecimal.</param>
public sealed record QuarantineView(long Number, string ReceivedAt, string Topic, int Length, string Field, string Value, string Expected, string Bytes);
