using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Association;

/// <summary>One scan as seen from its sensor: what it measures and how well, what it can see, and its detections sorted by azimuth.</summary>
internal sealed class SensorView
{
    /// <summary>How many sectors the detections are sorted into. A sector of 512 is 0.7 degrees wide: few detections share one.</summary>
    private const int Sectors = 512;

    private readonly int[] _sectorStart = new int[Sectors + 2];
    private int[] _sorted = [];
    private Sighting[] _sightings = [];
    private int[] _sector = [];

    public Sensor Sensor { get; private set; } = null!;

    public LocalFrame Frame => Sensor.Frame;

    public MeasuredForm Form { get; private set; }

    public double RangeVariance { get; private set; }

    public double AzimuthVariance { get; private set; }

    public double ElevationVariance { get; private set; }

    public double RangeRateVariance { get; private set; }

    public double PlaceVariance { get; private set; }

    /// <summary>Gets the probability that an object in view is detected.</summary>
    public double DetectionProbability { get; private set; }

    /// <summary>Gets the numbers of the detections, sorted by sector.</summary>
    public ReadOnlySpan<int> Sorted => _sorted;

    public Span<Sighting> Sightings => _sightings.AsSpan(0, Count);

    public int Count { get; private set; }

    public Visibility Visibility { get; private set; }

    /// <summary>Takes a scan, its detections corrected. The densities in <see cref="Sightings"/> are for the caller to fill in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(Scan scan, ReadOnlySpan<Detection> detections, ReadOnlySpan<Observation> observations)
    {
        Sensor = scan.Sensor;
        Count = scan.Detections.Count;
        Visibility = new Visibility(scan.Sensor);
        MeasurementNoise noise = scan.Sensor.Noise;
        RangeVariance = noise.RangeSigmaMeters * noise.RangeSigmaMeters;
        AzimuthVariance = noise.AzimuthSigmaRadians * noise.AzimuthSigmaRadians;
        ElevationVariance = noise.ElevationSigmaRadians * noise.ElevationSigmaRadians;
        RangeRateVariance = noise.RangeRateSigmaMetersPerSecond * noise.RangeRateSigmaMetersPerSecond;
        PlaceVariance = noise.PlaceSigmaMeters * noise.PlaceSigmaMeters;
        DetectionProbability = Math.Clamp(scan.Sensor.DetectionProbability, 0.05, 0.98);
        Form = FormOf(scan);
        if (_sightings.Length < Count)
        {
            _sightings = new Sighting[2 * Count];
            _sorted = new int[2 * Count];
            _sector = new int[2 * Count];
        }

        for (int d = 0; d < Count; d++)
        {
            Take(detections[d], observations[d], ref _sightings[d]);
        }

        Sort();
    }

    /// <summary>
    /// The sectors in which a direction, given east and north, lies within some angle: from the first, so many, going round.
    /// </summary>
    public static (int First, int Count) SectorsAround(double east, double north, double halfWidthRadians)
    {
        const double SectorsPerUnit = Sectors / 4.0;

        // The bearing below grows by at most one unit a radian.
        if (!(halfWidthRadians < 1))
        {
            return (0, Sectors);
        }

        double bearing = Bearing(east, north);
        int first = (int)Math.Floor((bearing - halfWidthRadians) * SectorsPerUnit);
        int last = (int)Math.Floor((bearing + halfWidthRadians) * SectorsPerUnit);
        return (((first % Sectors) + Sectors) % Sectors, Math.Min(last - first + 1, Sectors));
    }

    /// <summary>The detections of a sector, as a range of <see cref="Sorted"/>.</summary>
    public (int First, int Last) InSector(int sector)
    {
        int s = sector & (Sectors - 1);
        return (_sectorStart[s], _sectorStart[s + 1]);
    }

    private static MeasuredForm FormOf(Scan scan)
    {
        bool level = scan.Detections.Count > 0 && double.IsNaN(scan.Detections[0].ElevationRadians);
        return scan.Sensor.Kind switch
        {
            SensorKind.Place => MeasuredForm.Place,
            SensorKind.Radar => level ? MeasuredForm.RangeAzimuth : MeasuredForm.RangeAngles,
            _ => level ? MeasuredForm.Azimuth : MeasuredForm.Angles,
        };
    }

    private void Take(in Detection detection, in Observation observation, ref Sighting sighting)
    {
        sighting.East = detection.EastMeters;
        sighting.North = detection.NorthMeters;
        sighting.LineOfSight = observation.LineOfSight;
        sighting.Range = Sensor.Kind == SensorKind.Radar ? detection.RangeMeters : double.NaN;
        sighting.RangeRate = observation.HasRangeRate ? detection.RangeRateMetersPerSecond : double.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort()
    {
        Array.Clear(_sectorStart);
        for (int d = 0; d < Count; d++)
        {
            ref Sighting s = ref _sightings[d];
            double bearing = Form == MeasuredForm.Place
                ? Bearing(s.East, s.North)
                : Bearing(Vector3.Dot(s.LineOfSight, Frame.East), Vector3.Dot(s.LineOfSight, Frame.North));
            int sector = Math.Clamp((int)(bearing * (Sectors / 4.0)), 0, Sectors - 1);
            _sector[d] = sector;
            _sectorStart[sector + 2]++;
        }

        for (int s = 2; s < _sectorStart.Length; s++)
        {
            _sectorStart[s] += _sectorStart[s - 1];
        }

        for (int d = 0; d < Count; d++)
        {
            _sorted[_sectorStart[_sector[d] + 1]++] = d;
        }
    }

    /// <summary>A number from 0 to 4 that grows with the azimuth, going round once: cheaper than the angle itself.</summary>
    private static double Bearing(double east, double north)
    {
        double sum = Math.Abs(east) + Math.Abs(north);
        if (!(sum > 0))
        {
            return 0;
        }

        double x = east / sum;
        return north >= 0 ? (x >= 0 ? x : 4 + x) : 2 - x;
    }
}
