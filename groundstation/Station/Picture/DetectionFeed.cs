using JointWatch.Station.Ingest;
using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Picture;

/// <summary>The newest detections, for the map; filled by the core's thread, emptied by the page's.</summary>
internal sealed class DetectionFeed
{
    private const int Capacity = 2_000;

    private readonly Lock _gate = new();
    private readonly Queue<DetectionView> _waiting = new();

    public void Add(NodeId node, Scan scan, IReadOnlyList<TrackId?> tracks)
    {
        string time = scan.Time.ToString();
        lock (_gate)
        {
            for (int i = 0; i < scan.Detections.Count; i++)
            {
                if (_waiting.Count == Capacity)
                {
                    _waiting.Dequeue();
                }

                _waiting.Enqueue(View(node, scan, scan.Detections[i], tracks[i], time));
            }
        }
    }

    public IReadOnlyList<DetectionView> Take()
    {
        lock (_gate)
        {
            DetectionView[] taken = [.. _waiting];
            _waiting.Clear();
            return taken;
        }
    }

    private static DetectionView View(NodeId node, Scan scan, Detection d, TrackId? track, string time)
    {
        Geodetic? place = scan.Sensor.Kind == SensorKind.Radar
            ? Wgs84.ToGeodetic(Ecef.FromVector(scan.Sensor.Frame.ToCommon(Enu.FromSpherical(d.RangeMeters, d.AzimuthRadians, d.ElevationRadians))))
            : null;
        return new DetectionView(
            node.ToString(),
            Words.Of(scan.Sensor.Kind),
            time,
            double.RadiansToDegrees(d.AzimuthRadians),
            double.RadiansToDegrees(d.ElevationRadians),
            place is null ? null : d.RangeMeters,
            place?.LatitudeDegrees,
            place?.LongitudeDegrees,
            place?.HeightMeters,
            track?.ToString());
    }
}
