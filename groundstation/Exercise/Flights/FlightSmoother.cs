using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Flights;

/// <summary>A flight at one instant, smoothed: along the ground and upwards.</summary>
public readonly record struct FlightPoint(double Seconds, AxisState Downrange, AxisState Altitude)
{
    /// <summary>Gets acceleration less gravity, thrust and drag together, m/s².</summary>
    public double SpecificForce =>
        Math.Sqrt((Downrange.SpecificForce * Downrange.SpecificForce) + (Altitude.SpecificForce * Altitude.SpecificForce));
}

/// <summary>
/// Turns readings into a smooth flight in two passes: the first follows everything and shows where the body is in free fall; the second
/// holds the specific force nearly still there, so that the coast is a coast, and leaves outliers out.
/// </summary>
public static class FlightSmoother
{
    /// <summary>The smoothed flight at the times of the readings.</summary>
    public static IReadOnlyList<FlightPoint> Smooth(IReadOnlyList<FlightRow> rows, FlightSite site, SmoothingOptions options)
    {
        double[] seconds = [.. rows.Select(r => r.Seconds)];
        double[] falling = [.. rows.Select(r => -FallAcceleration(r, site))];
        double[] none = new double[rows.Count];
        double[] drift = [.. rows.Select(_ => options.PoweredForceDrift)];

        var altitude = new Axis([.. rows.Select(r => r.AltitudeMeters)], [.. rows.Select(r => r.VerticalMetersPerSecond)], falling);
        var downrange = new Axis([.. rows.Select(r => r.DownrangeMeters)], [.. rows.Select(r => r.HorizontalMetersPerSecond)], none);
        IReadOnlyList<FlightPoint> first = Pass();

        MarkCoasts(first, site.Place.HeightMeters, drift, options);
        altitude = altitude.WithoutOutliers(first.Select(p => p.Altitude), options);
        downrange = downrange.WithoutOutliers(first.Select(p => p.Downrange), options);
        return Pass();

        IReadOnlyList<FlightPoint> Pass()
        {
            AxisState[] up = AxisSmoother.Smooth(seconds, altitude.Position, altitude.Velocity, altitude.Gravity, drift, options);
            AxisState[] along = AxisSmoother.Smooth(seconds, downrange.Position, downrange.Velocity, downrange.Gravity, drift, options);
            return [.. seconds.Select((t, i) => new FlightPoint(t, along[i], up[i]))];
        }
    }

    /// <summary>Downward acceleration of a body in free fall over the turning Earth, as an observer on it sees it.</summary>
    private static double FallAcceleration(FlightRow row, FlightSite site)
    {
        double radius = Wgs84.MeanRadiusMeters + row.AltitudeMeters;
        double eastward = Wgs84.RotationRateRadiansPerSecond * Math.Cos(site.Place.LatitudeRadians);
        double east = (row.HorizontalMetersPerSecond * Math.Sin(site.AzimuthRadians)) + (eastward * radius);
        double north = row.HorizontalMetersPerSecond * Math.Cos(site.AzimuthRadians);
        return (Wgs84.GravitationalConstant / (radius * radius)) - (((east * east) + (north * north)) / radius);
    }

    /// <summary>Free fall: no engine, no air, and long enough; the seconds at either end, where a display lags behind the engine, are left out.</summary>
    private static void MarkCoasts(IReadOnlyList<FlightPoint> points, double siteHeightMeters, double[] drift, SmoothingOptions options)
    {
        bool[] burns = BurnFinder.Find(points, siteHeightMeters);
        for (int begin = 0; begin < points.Count;)
        {
            int end = begin;
            while (end < points.Count && !burns[end] && points[end].Altitude.Position > options.CoastHeightMeters)
            {
                end++;
            }

            if (end > begin && points[end - 1].Seconds - points[begin].Seconds >= options.ShortestCoastSeconds)
            {
                (double first, double last) = (points[begin].Seconds + options.DisplayLagSeconds, points[end - 1].Seconds - options.DisplayLagSeconds);
                for (int i = begin; i < end; i++)
                {
                    drift[i] = points[i].Seconds >= first && points[i].Seconds < last ? options.CoastForceDrift : drift[i];
                }
            }

            begin = end + 1;
        }
    }

    private sealed record Axis(double[] Position, double[] Velocity, double[] Gravity)
    {
        public Axis WithoutOutliers(IEnumerable<AxisState> smooth, SmoothingOptions options) => this with
        {
            Position = Kept(Position, smooth.Select(s => s.Position), options.OutlierSigmas * options.PositionSigmaMeters),
            Velocity = Kept(Velocity, smooth.Select(s => s.Velocity), options.OutlierSigmas * options.SpeedSigmaMetersPerSecond),
        };

        private static double[] Kept(double[] readings, IEnumerable<double> smooth, double limit) =>
            [.. readings.Zip(smooth, (reading, value) => Math.Abs(reading - value) > limit ? double.NaN : reading)];
    }
}
