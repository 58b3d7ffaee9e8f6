using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Paths;

/// <summary>
/// The shortest way over the ellipsoid, by Vincenty's formulas (T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid
/// with application of nested equations", Survey Review 23 (176), 1975), good to 0.1 mm on lines of up to half way round the Earth.
/// </summary>
public static class Geodesic
{
    private const int MostIterations = 200;
    private const double Convergence = 1e-13;

    /// <summary>
    /// The place at a distance along an azimuth (clockwise from true north) on the ellipsoid, height zero, and the azimuth there, which
    /// leads on along the same line. A negative distance goes the other way.
    /// </summary>
    public static (Geodetic Place, double AzimuthRadians) Direct(Geodetic from, double azimuthRadians, double distanceMeters)
    {
        const double F = Wgs84.Flattening;
        const double B = Wgs84.SemiMinorAxisMeters;
        (double sinAz, double cosAz) = Math.SinCos(azimuthRadians);
        double tanU1 = (1 - F) * Math.Tan(from.LatitudeRadians);
        double cosU1 = 1 / Math.Sqrt(1 + (tanU1 * tanU1));
        double sinU1 = tanU1 * cosU1;
        double sigma1 = Math.Atan2(tanU1, cosAz);
        double sinAlpha = cosU1 * sinAz;
        double cosSquaredAlpha = 1 - (sinAlpha * sinAlpha);
        (double a, double b) = SeriesCoefficients(cosSquaredAlpha);

        double sigma = distanceMeters / (B * a);
        for (int i = 0; i < MostIterations; i++)
        {
            double previous = sigma;
            sigma = (distanceMeters / (B * a)) + DeltaSigma(b, sigma, Math.Cos((2 * sigma1) + sigma));
            if (Math.Abs(sigma - previous) < Convergence)
            {
                break;
            }
        }

        (double sinSigma, double cosSigma) = Math.SinCos(sigma);
        double cos2SigmaM = Math.Cos((2 * sigma1) + sigma);
        double x = (sinU1 * sinSigma) - (cosU1 * cosSigma * cosAz);
        double latitude = Math.Atan2(
            (sinU1 * cosSigma) + (cosU1 * sinSigma * cosAz),
            (1 - F) * Math.Sqrt((sinAlpha * sinAlpha) + (x * x)));
        double lambda = Math.Atan2(sinSigma * sinAz, (cosU1 * cosSigma) - (sinU1 * sinSigma * cosAz));
        double longitude = from.LongitudeRadians + lambda - LongitudeCorrection(sinAlpha, cosSquaredAlpha, sigma, sinSigma, cosSigma, cos2SigmaM);
        double azimuth = Math.Atan2(sinAlpha, -x);
        return (new Geodetic(latitude, Math.IEEERemainder(longitude, Math.Tau), 0), azimuth < 0 ? azimuth + Math.Tau : azimuth);
    }

    /// <summary>
    /// The length of the shortest line between two places on the ellipsoid (heights do not count) and its azimuth at the first.
    /// Nearly antipodal places, where Vincenty's iteration does not settle, give the last iterate.
    /// </summary>
    public static (double DistanceMeters, double AzimuthRadians) Inverse(Geodetic from, Geodetic to)
    {
        const double F = Wgs84.Flattening;
        (double sinU1, double cosU1) = Math.SinCos(Math.Atan((1 - F) * Math.Tan(from.LatitudeRadians)));
        (double sinU2, double cosU2) = Math.SinCos(Math.Atan((1 - F) * Math.Tan(to.LatitudeRadians)));
        double longitudeDifference = Math.IEEERemainder(to.LongitudeRadians - from.LongitudeRadians, Math.Tau);
        double lambda = longitudeDifference;
        for (int i = 0; ; i++)
        {
            (double sinLambda, double cosLambda) = Math.SinCos(lambda);
            double across = cosU2 * sinLambda;
            double along = (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda);
            double sinSigma = Math.Sqrt((across * across) + (along * along));
            if (sinSigma == 0)
            {
                return (0, 0);
            }

            double cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            double sigma = Math.Atan2(sinSigma, cosSigma);
            double sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            double cosSquaredAlpha = 1 - (sinAlpha * sinAlpha);
            double cos2SigmaM = cosSquaredAlpha == 0 ? 0 : cosSigma - (2 * sinU1 * sinU2 / cosSquaredAlpha);
            double next = longitudeDifference + LongitudeCorrection(sinAlpha, cosSquaredAlpha, sigma, sinSigma, cosSigma, cos2SigmaM);
            if (Math.Abs(next - lambda) < Convergence || i == MostIterations)
            {
                (double a, double b) = SeriesCoefficients(cosSquaredAlpha);
                double azimuth = Math.Atan2(across, along);
                double distance = Wgs84.SemiMinorAxisMeters * a * (sigma - DeltaSigma(b, sigma, cos2SigmaM));
                return (distance, azimuth < 0 ? azimuth + Math.Tau : azimuth);
            }

            lambda = next;
        }
    }

    /// <summary>Vincenty's equations (3) and (4).</summary>
    private static (double A, double B) SeriesCoefficients(double cosSquaredAlpha)
    {
        const double SecondEccentricitySquared = Wgs84.EccentricitySquared / (1 - Wgs84.EccentricitySquared);
        double u2 = cosSquaredAlpha * SecondEccentricitySquared;
        double a = 1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2)))))));
        double b = u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2))))));
        return (a, b);
    }

    /// <summary>Vincenty's equation (6).</summary>
    private static double DeltaSigma(double b, double sigma, double cos2SigmaM)
    {
        (double sin, double cos) = Math.SinCos(sigma);
        double square = cos2SigmaM * cos2SigmaM;
        return b * sin * (cos2SigmaM + (b / 4
            * ((cos * (-1 + (2 * square))) - (b / 6 * cos2SigmaM * (-3 + (4 * sin * sin)) * (-3 + (4 * square))))));
    }

    /// <summary>λ - L by Vincenty's equations (10) and (11).</summary>
    private static double LongitudeCorrection(
        double sinAlpha, double cosSquaredAlpha, double sigma, double sinSigma, double cosSigma, double cos2SigmaM)
    {
        const double F = Wgs84.Flattening;
        double c = F / 16 * cosSquaredAlpha * (4 + (F * (4 - (3 * cosSquaredAlpha))));
        return (1 - c) * F * sinAlpha
            * (sigma + (c * sinSigma * (cos2SigmaM + (c * cosSigma * (-1 + (2 * cos2SigmaM * cos2SigmaM))))));
    }
}
