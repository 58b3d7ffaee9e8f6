using JointWatch.Exchange.Ground;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Exchange.Compare;

/// <summary>A place that several parties see, by covariance intersection: offered beside their pictures, never in their stead.</summary>
public static class PlaceFusion
{
    /// <summary>Metres of a radian of the mean sphere.</summary>
    private const double MeanRadius = 6_371_008.8;

    /// <summary>The fused place as a one-sigma ellipse, and the weight of each party's; a cell counts with a covariance that bounds any place in it.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static (SpreadPlace Place, IReadOnlyList<double> Weights) Fuse(IReadOnlyList<ReleasedPlace> places, FusionCriterion criterion = FusionCriterion.Trace)
    {
        ArgumentOutOfRangeException.ThrowIfZero(places.Count, nameof(places));
        Geodetic about = places[0].Middle;
        double cos = Math.Cos(about.LatitudeRadians);
        FusedEstimate fused = CovarianceIntersection.Fuse([.. places.Select(p =>
        {
            (double ee, double en, double nn) = p.CovarianceBound;
            double east = MeanRadius * cos * Math.IEEERemainder(p.Middle.LongitudeRadians - about.LongitudeRadians, Math.Tau);
            return new Estimate([east, MeanRadius * (p.Middle.LatitudeRadians - about.LatitudeRadians)], new[,] { { ee, en }, { en, nn } });
        })], criterion);
        var centre = new Geodetic(about.LatitudeRadians + (fused.Mean[1] / MeanRadius), about.LongitudeRadians + (fused.Mean[0] / (MeanRadius * cos)), 0);
        return (new SpreadPlace(Ellipse(centre, fused.Covariance)), fused.Weights);
    }

    private static GroundEllipse Ellipse(Geodetic centre, double[,] p)
    {
        double mean = (p[0, 0] + p[1, 1]) / 2;
        double half = Math.Sqrt((((p[0, 0] - p[1, 1]) / 2) * ((p[0, 0] - p[1, 1]) / 2)) + (p[0, 1] * p[0, 1]));

        // Azimuth from north: tan(2 az) = 2 en / (nn - ee).
        double azimuth = 0.5 * Math.Atan2(2 * p[0, 1], p[1, 1] - p[0, 0]);
        return new GroundEllipse(centre, Math.Sqrt(mean + half), Math.Sqrt(Math.Max(0, mean - half)), azimuth < 0 ? azimuth + Math.PI : azimuth);
    }
}
