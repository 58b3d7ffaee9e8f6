using System.Runtime.CompilerServices;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Association;

/// <summary>
/// What one sensor should measure of one track, with the covariance of the innovation, computed once for the track and compared with many
/// detections. Angles are compared as direction cosines along the directions across and above at the expected direction: azimuth neither wraps
/// nor runs wild near the zenith. Rows: range, across, above, or east and north; then range rate. A row that the sensor does not
/// measure is a residual of 0 with a variance of 1, and counts for nothing.
/// </summary>
internal struct Expectation
{
    private const double LogTwoPi = 1.8378770664093453;

    private Vector3 _lineOfSight;
    private Vector3 _first;
    private Vector3 _second;
    private double _range;
    private double _rate;
    private double _east;
    private double _north;
    private double _l00;
    private double _l10;
    private double _l11;
    private double _l20;
    private double _l21;
    private double _l22;
    private double _l30;
    private double _l31;
    private double _l32;
    private double _l33;
    private double _logScale;
    private MeasuredForm _form;

    /// <summary>Sets it for a track whose moments are those at the scan's time.</summary>
    /// <returns>False where the track is at the sensor, or its covariance is not positive definite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TrySet(SensorView view, StateMoments moments)
    {
        _form = view.Form;
        Vector3 offset = moments.Position - view.Frame.Origin;
        ReadOnlySpan<double> p = moments.Covariance;
        double e = Vector3.Dot(offset, view.Frame.East);
        double n = Vector3.Dot(offset, view.Frame.North);
        double level = Math.Sqrt((e * e) + (n * n));
        _range = offset.Length;
        if (!(_range > 1e-3) || !(level > 1e-9 * _range))
        {
            return false;
        }

        if (_form == MeasuredForm.Place)
        {
            _east = e;
            _north = n;
            return TryFactor(p, view.Frame.East, view.Frame.North, default, view.PlaceVariance, view.PlaceVariance, 1)
                && SetScale(2);
        }

        Vector3 across = ((n / level) * view.Frame.East) - ((e / level) * view.Frame.North);
        Vector3 u = offset / _range;
        double cosine = level / _range;
        if (_form is MeasuredForm.RangeAzimuth or MeasuredForm.Azimuth)
        {
            // Bearings are compared in the level: the line of sight is the track's, laid down.
            _lineOfSight = ((e / level) * view.Frame.East) + ((n / level) * view.Frame.North);
            _first = across;
            _second = default;
            return _form == MeasuredForm.RangeAzimuth
                ? TryFactor(p, u, across / level, default, view.RangeVariance, view.AzimuthVariance, 1) && SetRate(view, p, u, moments.Velocity) && SetScale(2)
                : TryFactor(p, default, across / level, default, 1, view.AzimuthVariance, 1) && SetScale(1);
        }

        _lineOfSight = u;
        _first = across;
        _second = Vector3.Cross(across, u);
        double sine = Vector3.Dot(u, view.Frame.Up);

        // Near the zenith cos(elevation) is known no better than the elevation: its mean square keeps the variance off zero.
        double acrossVariance = view.AzimuthVariance * ((cosine * cosine) + (sine * sine * view.ElevationVariance));
        return _form == MeasuredForm.RangeAngles
            ? TryFactor(p, u, _first / _range, _second / _range, view.RangeVariance, acrossVariance, view.ElevationVariance)
                && SetRate(view, p, u, moments.Velocity) && SetScale(3)
            : TryFactor(p, default, _first / _range, _second / _range, 1, acrossVariance, view.ElevationVariance) && SetScale(2);
    }

    /// <summary>Compares a detection.</summary>
    /// <param name="sighting">The detection.</param>
    /// <param name="limits">The squared Mahalanobis distance at the gate for 1 to 4 measured numbers.</param>
    /// <param name="logLikelihood">The logarithm of the detection's density, given the track; only inside the gate.</param>
    /// <returns>True inside the gate.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly bool Admits(in Sighting sighting, ReadOnlySpan<double> limits, out double logLikelihood)
    {
        logLikelihood = double.NegativeInfinity;
        double r0 = 0;
        double r1;
        double r2 = 0;
        int rows;
        switch (_form)
        {
            case MeasuredForm.Place:
                r0 = sighting.East - _east;
                r1 = sighting.North - _north;
                rows = 2;
                break;
            case MeasuredForm.RangeAngles:
                r0 = sighting.Range - _range;
                r1 = Vector3.Dot(_first, sighting.LineOfSight);
                r2 = Vector3.Dot(_second, sighting.LineOfSight);
                rows = 3;
                break;
            case MeasuredForm.RangeAzimuth:
                r0 = sighting.Range - _range;
                r1 = Vector3.Dot(_first, sighting.LineOfSight);
                rows = 2;
                break;
            case MeasuredForm.Angles:
                r1 = Vector3.Dot(_first, sighting.LineOfSight);
                r2 = Vector3.Dot(_second, sighting.LineOfSight);
                rows = 2;
                break;
            default:
                r1 = Vector3.Dot(_first, sighting.LineOfSight);
                rows = 1;
                break;
        }

        double y0 = r0 / _l00;
        double y1 = (r1 - (_l10 * y0)) / _l11;
        double y2 = (r2 - (_l20 * y0) - (_l21 * y1)) / _l22;
        double distance = (y0 * y0) + (y1 * y1) + (y2 * y2);
        if (!(distance <= limits[rows - 1]) || (_form != MeasuredForm.Place && Vector3.Dot(_lineOfSight, sighting.LineOfSight) <= 0))
        {
            return false;
        }

        double scale = _logScale;
        if (_l33 > 0 && _form != MeasuredForm.Place && !double.IsNaN(sighting.RangeRate))
        {
            double y3 = (sighting.RangeRate - _rate - (_l30 * y0) - (_l31 * y1) - (_l32 * y2)) / _l33;
            distance += y3 * y3;
            if (distance > limits[rows])
            {
                return false;
            }

            scale -= Math.Log(_l33) + (0.5 * LogTwoPi);
        }

        logLikelihood = scale - (0.5 * distance);
        return true;
    }

    /// <summary>Factors the innovation covariance of three rows that depend on position only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryFactor(ReadOnlySpan<double> p, Vector3 h0, Vector3 h1, Vector3 h2, double v0, double v1, double v2)
    {
        Vector3 p0 = Times(p, h0);
        Vector3 p1 = Times(p, h1);
        Vector3 p2 = Times(p, h2);
        double s00 = v0 + Vector3.Dot(h0, p0);
        double s11 = v1 + Vector3.Dot(h1, p1);
        double s22 = v2 + Vector3.Dot(h2, p2);
        _l00 = Math.Sqrt(s00);
        _l10 = Vector3.Dot(h1, p0) / _l00;
        _l20 = Vector3.Dot(h2, p0) / _l00;
        _l11 = Math.Sqrt(s11 - (_l10 * _l10));
        _l21 = (Vector3.Dot(h2, p1) - (_l20 * _l10)) / _l11;
        _l22 = Math.Sqrt(s22 - (_l20 * _l20) - (_l21 * _l21));
        _l33 = 0;
        return _l00 > 0 && _l11 > 0 && _l22 > 0 && double.IsFinite(_l00 + _l11 + _l22);
    }

    private bool SetRate(SensorView view, ReadOnlySpan<double> p, Vector3 u, Vector3 velocity)
    {
        if (!(view.RangeRateVariance > 0))
        {
            return true;
        }

        _rate = Vector3.Dot(u, velocity);
        Vector3 byPosition = (velocity - (_rate * u)) / _range;

        // P h, its position part and its velocity part.
        Vector3 position = Times(p, byPosition) + TimesRight(p, u);
        double variance = view.RangeRateVariance + Vector3.Dot(byPosition, position)
            + Vector3.Dot(u, TimesLeft(p, byPosition)) + Vector3.Dot(u, TimesVelocity(p, u));
        Vector3 h0 = u;
        Vector3 h1 = _form == MeasuredForm.RangeAzimuth ? _first / (_range * Vector3.Dot(u, _lineOfSight)) : _first / _range;
        Vector3 h2 = _form == MeasuredForm.RangeAzimuth ? default : _second / _range;
        _l30 = Vector3.Dot(h0, position) / _l00;
        _l31 = (Vector3.Dot(h1, position) - (_l30 * _l10)) / _l11;
        _l32 = (Vector3.Dot(h2, position) - (_l30 * _l20) - (_l31 * _l21)) / _l22;
        _l33 = Math.Sqrt(variance - (_l30 * _l30) - (_l31 * _l31) - (_l32 * _l32));
        return _l33 > 0;
    }

    private bool SetScale(int rows)
    {
        _logScale = -Math.Log(_l00 * _l11 * _l22) - (0.5 * rows * LogTwoPi);
        return true;
    }

    private static Vector3 Times(ReadOnlySpan<double> p, Vector3 v) => Block(p, 0, 0, v);

    private static Vector3 TimesRight(ReadOnlySpan<double> p, Vector3 v) => Block(p, 0, 3, v);

    private static Vector3 TimesLeft(ReadOnlySpan<double> p, Vector3 v) => Block(p, 3, 0, v);

    private static Vector3 TimesVelocity(ReadOnlySpan<double> p, Vector3 v) => Block(p, 3, 3, v);

    private static Vector3 Block(ReadOnlySpan<double> p, int row, int column, Vector3 v)
    {
        int i = (row * StateMoments.N) + column;
        return new Vector3(
            (p[i] * v.X) + (p[i + 1] * v.Y) + (p[i + 2] * v.Z),
            (p[i + 6] * v.X) + (p[i + 7] * v.Y) + (p[i + 8] * v.Z),
            (p[i + 12] * v.X) + (p[i + 13] * v.Y) + (p[i + 14] * v.Z));
    }
}
