using System.Globalization;
using System.Text.Json.Nodes;
using JointWatch.Exercises;
using JointWatch.Exercises.Paths;
using JointWatch.Recorded.Looks;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Making;

/// <summary>Makes a set of one recorded flight by its recipe.</summary>
public static class LaunchSet
{
    private const string Frame =
        "ECEF WGS-84 metres in truth; detections in each sensor's local ENU: azimuth CLOCKWISE FROM TRUE NORTH, elevation above local horizontal; no refraction";

    /// <summary>A body without thrust shines less than this, an engine more, W/sr.</summary>
    private const double EngineIntensity = 1_000;

    /// <summary>Writes <c>sensors.json</c>, <c>truth.csv</c>, <c>radar_detections.csv</c> and <c>ir_detections.csv</c> into a folder.</summary>
    /// <exception cref="InvalidInputException">A file cannot be written.</exception>
    public static void Write(LaunchRecipe recipe, RecordedFlight flight, string directory)
    {
        IObjectPath path = flight.ToObject(flight.Site.Mission, 0, RecordedFlight.CrossSectionDbsm).Path;
        List<LaunchSensor> sensors = LaunchSensor.About(flight.Site);
        double farthest = FarthestKilometers(path, sensors);
        Draws draws = new(recipe.Seed);
        List<string> radar = [];
        List<string> infrared = [];
        int number = 0;
        foreach ((LaunchSensor sensor, double seconds) in Looks(recipe, sensors, path.EndSeconds))
        {
            LaunchSensorKind kind = sensor.IsRadar ? recipe.Radar : recipe.Infrared;
            List<(double Range, double Azimuth, double Elevation, int Truth)> rows = [];
            ObjectState state = path.StateAt(Math.Max(seconds, path.StartSeconds));
            Enu local = sensor.Frame.ToLocal(state.PositionMeters);
            double probability = IsBurning(state) ? kind.ProbabilityBurning : kind.ProbabilityCoasting;
            if (local.ElevationRadians >= double.DegreesToRadians(LaunchRecipe.LeastElevationDegrees) && draws.Chance(probability))
            {
                rows.Add((
                    local.RangeMeters + draws.Normal(kind.RangeSigmaMeters),
                    Turned(local.AzimuthRadians + draws.Normal(kind.AngleSigmaRadians)),
                    local.ElevationRadians + draws.Normal(kind.AngleSigmaRadians),
                    0));
            }

            for (int left = draws.Poisson(kind.FalsePerScan); left > 0; left--)
            {
                rows.Add((
                    1000 * draws.Uniform(LaunchRecipe.FalseRangeMinKilometers, farthest),
                    draws.Uniform(0, Math.Tau),
                    double.DegreesToRadians(draws.Uniform(LaunchRecipe.LeastElevationDegrees, LaunchRecipe.FalseElevationMaxDegrees)),
                    -1));
            }

            draws.Shuffle(rows);
            foreach (var row in rows)
            {
                string range = sensor.IsRadar ? row.Range.ToString("F2", CultureInfo.InvariantCulture) + "," : "";
                (sensor.IsRadar ? radar : infrared).Add(string.Create(
                    CultureInfo.InvariantCulture, $"{seconds:F3},{sensor.Id},{number++},{range}{row.Azimuth:F7},{row.Elevation:F7},{row.Truth}"));
            }
        }

        SetFiles.Write(
            directory,
            Describe(recipe, flight, sensors, farthest),
            (LookSet.RadarName, "time_s,sensor_id,det_id,range_m,az_rad,el_rad,truth_id", radar),
            (LookSet.InfraredName, "time_s,sensor_id,det_id,az_rad,el_rad,truth_id", infrared),
            ("truth.csv", "time_s,target_id,lat_deg,lon_deg,h_m,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,burning", Truth(path)));
    }

    private static IEnumerable<(LaunchSensor Sensor, double Seconds)> Looks(LaunchRecipe recipe, List<LaunchSensor> sensors, double end) =>
        sensors.SelectMany(sensor => Times((sensor.IsRadar ? recipe.Radar : recipe.Infrared).PeriodSeconds, sensor.OffsetSeconds, end).Select(t => (Sensor: sensor, Seconds: t)))
            .OrderBy(look => look.Seconds);

    private static IEnumerable<double> Times(double period, double offset, double end)
    {
        for (int k = (int)Math.Ceiling((LaunchRecipe.FirstSeconds - offset) / period); offset + (k * period) <= end; k++)
        {
            yield return offset + (k * period);
        }
    }

    private static IEnumerable<string> Truth(IObjectPath path) =>
        Times(LaunchRecipe.TruthPeriodSeconds, 0, path.EndSeconds).Where(t => t >= path.StartSeconds).Select(seconds =>
        {
            ObjectState state = path.StateAt(seconds);
            (Vector3 p, Vector3 v) = (state.PositionMeters, state.VelocityMetersPerSecond);
            Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(p));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{seconds:F2},0,{place.LatitudeDegrees:F8},{place.LongitudeDegrees:F8},{place.HeightMeters:F2},{p.X:F2},{p.Y:F2},{p.Z:F2},{v.X:F3},{v.Y:F3},{v.Z:F3},{(IsBurning(state) ? 1 : 0)}");
        });

    /// <summary>How far the radars' field must reach to hold the flight, whole hundreds of kilometres.</summary>
    private static double FarthestKilometers(IObjectPath path, List<LaunchSensor> sensors)
    {
        double farthest = Times(1, 0, path.EndSeconds).Where(t => t >= path.StartSeconds)
            .Max(t => sensors.Max(s => s.Frame.ToLocal(path.StateAt(t).PositionMeters).RangeMeters));
        return Math.Max(LaunchRecipe.FalseRangeMaxKilometers, 100 * Math.Ceiling(farthest / 100_000));
    }

    private static bool IsBurning(ObjectState state) => state.IntensityWattsPerSteradian > EngineIntensity;

    private static double Turned(double azimuth) => azimuth - (Math.Floor(azimuth / Math.Tau) * Math.Tau);

    private static JsonObject Describe(LaunchRecipe recipe, RecordedFlight flight, List<LaunchSensor> sensors, double farthest) => new()
    {
        ["mission"] = flight.Site.Mission,
        ["assumed_launch_azimuth_deg"] = double.RadiansToDegrees(flight.Site.AzimuthRadians),
        ["pad"] = new JsonArray(flight.Site.Place.LatitudeDegrees, flight.Site.Place.LongitudeDegrees, flight.Site.Place.HeightMeters),
        ["seed"] = recipe.Seed,
        ["frame"] = Frame,
        ["radar"] = new JsonObject
        {
            ["sensors"] = new JsonArray([.. sensors.Where(s => s.IsRadar).Select(s => s.ToJson(recipe.Radar.PeriodSeconds))]),
            ["pd"] = recipe.Radar.ProbabilityBurning,
            ["sigma_range_m"] = recipe.Radar.RangeSigmaMeters,
            ["sigma_az_rad"] = recipe.Radar.AngleSigmaRadians,
            ["sigma_el_rad"] = recipe.Radar.AngleSigmaRadians,
            ["clutter_mean"] = recipe.Radar.FalsePerScan,
            ["clutter"] = string.Create(
                CultureInfo.InvariantCulture,
                $"uniform range {LaunchRecipe.FalseRangeMinKilometers}-{farthest} km, az 0-2pi, el {LaunchRecipe.LeastElevationDegrees}-{LaunchRecipe.FalseElevationMaxDegrees} deg"),
            ["min_el_deg"] = LaunchRecipe.LeastElevationDegrees,
        },
        ["ir"] = new JsonObject
        {
            ["sensors"] = new JsonArray([.. sensors.Where(s => !s.IsRadar).Select(s => s.ToJson(recipe.Infrared.PeriodSeconds))]),
            ["pd_while_burning"] = recipe.Infrared.ProbabilityBurning,
            ["pd_coasting"] = recipe.Infrared.ProbabilityCoasting,
            ["sigma_az_rad"] = recipe.Infrared.AngleSigmaRadians,
            ["sigma_el_rad"] = recipe.Infrared.AngleSigmaRadians,
            ["clutter_mean"] = recipe.Infrared.FalsePerScan,
            ["min_el_deg"] = LaunchRecipe.LeastElevationDegrees,
        },
    };
}
