using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Clutter;

/// <summary>
/// A coarse division of what a sensor measures, and the share of its false detections that it says fall into each cell: azimuth by range by
/// elevation, those of them that it measures, or east by north. It does not change; a sensor that has moved out of it needs another.
/// </summary>
internal sealed class ClutterGrid
{
    /// <summary>How many points stand for a box full of false detections: some tens in a cell, evenly spread.</summary>
    private const int Samples = 16_384;

    /// <summary>The share of the box's size by which a sensor may move within it before the shares no longer hold.</summary>
    private const double MoveShare = 0.1;

    private readonly FieldOfView _field;
    private readonly bool _isPlace;
    private readonly int _first;
    private readonly int _second;
    private readonly int _third;
    private readonly double _eastLeast;
    private readonly double _eastSpan;
    private readonly double _secondLeast;
    private readonly double _secondSpan;
    private readonly double _thirdLeast;
    private readonly double _thirdSpan;
    private readonly Vector3? _originInBox;
    private readonly Vector3 _boxSize;

    public ClutterGrid(Sensor sensor, bool measuresElevation, ClutterOptions options)
    {
        _field = sensor.FieldOfView;
        _isPlace = sensor.Kind == SensorKind.Place;
        MeasuresElevation = measuresElevation && !_isPlace;
        _first = _isPlace ? options.PlaceCells : options.AzimuthCells;
        _second = _isPlace ? options.PlaceCells : sensor.Kind == SensorKind.Radar ? options.RangeCells : 1;
        _third = MeasuresElevation ? options.ElevationCells : 1;
        (_secondLeast, _secondSpan) = (_field.RangeMinMeters, Math.Max(_field.RangeMaxMeters - _field.RangeMinMeters, 1));
        (_thirdLeast, _thirdSpan) = (_field.ElevationMinRadians, Math.Max(_field.ElevationMaxRadians - _field.ElevationMinRadians, 1e-3));
        if (_isPlace)
        {
            (_eastLeast, _eastSpan) = Extent(sensor, static d => d.EastMeters);
            (_secondLeast, _secondSpan) = Extent(sensor, static d => d.NorthMeters);
        }
        else if (sensor.FalseBox is not null)
        {
            (_secondLeast, _secondSpan) = Extent(sensor, static d => d.RangeMeters);
            (_thirdLeast, _thirdSpan) = Extent(sensor, static d => d.ElevationRadians);
        }

        if (sensor.FalseBox is { } box)
        {
            _originInBox = sensor.Frame.Origin - box.Least;
            _boxSize = box.Greatest - box.Least;
        }

        Shares = FindShares(sensor);
    }

    /// <summary>Gets the share of each cell; they sum to one, and none is nothing.</summary>
    public double[] Shares { get; }

    public bool MeasuresElevation { get; }

    /// <summary>The cell of a detection; what lies outside falls into the nearest.</summary>
    public int CellOf(in Detection detection)
    {
        if (_isPlace)
        {
            return Part((detection.EastMeters - _eastLeast) / _eastSpan, _first)
                + (_first * Part((detection.NorthMeters - _secondLeast) / _secondSpan, _second));
        }

        double turn = detection.AzimuthRadians - _field.AzimuthStartRadians;
        turn -= Math.Floor(turn / Math.Tau) * Math.Tau;
        int cell = Part(turn / Math.Max(_field.AzimuthWidthRadians, 1e-3), _first);
        if (_second > 1)
        {
            cell += _first * Part((detection.RangeMeters - _secondLeast) / _secondSpan, _second);
        }

        return _third > 1 ? cell + (_first * _second * Part((detection.ElevationRadians - _thirdLeast) / _thirdSpan, _third)) : cell;
    }

    /// <summary>Whether the shares hold for a sensor as it stands now.</summary>
    public bool IsGoodFor(Sensor sensor)
    {
        if (sensor.FalseBox is not { } box)
        {
            return _originInBox is null;
        }

        Vector3 moved = sensor.Frame.Origin - box.Least - (_originInBox ?? default);
        return _originInBox is not null
            && Math.Max(Math.Abs(moved.X), Math.Abs(moved.Y)) <= MoveShare * Math.Min(_boxSize.X, _boxSize.Y)
            && box.Greatest - box.Least == _boxSize;
    }

    private static int Part(double share, int parts) => (int)Math.Clamp(share * parts, 0, parts - 1);

    private double[] FindShares(Sensor sensor)
    {
        double[] shares = new double[_first * _second * _third];
        if (sensor.FalseBox is null && !_isPlace)
        {
            Array.Fill(shares, 1.0 / shares.Length);
            return shares;
        }

        // Half a point in each cell: a false detection at the box's edge, moved by noise, may fall outside.
        Array.Fill(shares, 0.5);
        for (int i = 1; i <= Samples; i++)
        {
            shares[CellOf(Sample(sensor, i))]++;
        }

        double sum = Samples + (0.5 * shares.Length);
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }

    private static (double Least, double Span) Extent(Sensor sensor, Func<Detection, double> measured)
    {
        (double least, double greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int i = 1; i <= Samples; i++)
        {
            double value = measured(Sample(sensor, i));
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return (least, Math.Max(greatest - least, 1e-3));
    }

    /// <summary>
    /// A point of an even spread of false detections: in the box, or over the disc that a sensor of places sees (points by J. Halton, "On the
    /// efficiency of certain quasi-random sequences of points", Numerische Mathematik 2, 1960).
    /// </summary>
    private static Detection Sample(Sensor sensor, int index)
    {
        double a = Halton(index, 2);
        double b = Halton(index, 3);
        if (sensor.FalseBox is not { } box)
        {
            double range = sensor.FieldOfView.RangeMaxMeters * Math.Sqrt(a);
            return Detection.AtPlace(range * Math.Sin(Math.Tau * b), range * Math.Cos(Math.Tau * b));
        }

        Vector3 size = box.Greatest - box.Least;
        Vector3 at = box.Least + new Vector3(a * size.X, b * size.Y, Halton(index, 5) * size.Z);
        Enu local = sensor.Frame.ToLocal(at);
        return new Detection(local.RangeMeters, local.AzimuthRadians, local.ElevationRadians, double.NaN, double.NaN)
        {
            EastMeters = local.EastMeters,
            NorthMeters = local.NorthMeters,
        };
    }

    private static double Halton(int index, int radix)
    {
        double value = 0;
        double digit = 1;
        for (int i = index; i > 0; i /= radix)
        {
            digit /= radix;
            value += digit * (i % radix);
        }

        return value;
    }
}
