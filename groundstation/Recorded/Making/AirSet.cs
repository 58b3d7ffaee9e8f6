using System.Globalization;
using System.Text.Json.Nodes;
using JointWatch.Exercises;
using JointWatch.Recorded.Looks;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Making;

/// <summary>Makes a set of aircraft by its recipe: detections, truth at every look of a radar, and what the sensors are.</summary>
public static class AirSet
{
    private const string Frame =
        "flat local Cartesian metres, x=East y=North z=Up; azimuth = atan2(y,x) counter-clockwise FROM THE X (EAST) AXIS, not compass bearing; no earth curvature, no refraction";

    /// <summary>Writes <c>sensors.json</c>, <c>truth.csv</c>, <c>radar_detections.csv</c> and <c>ir_detections.csv</c> into a folder.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many aircraft.</exception>
    /// <exception cref="InvalidInputException">A file cannot be written.</exception>
    public static void Write(AirRecipe recipe, string directory)
    {
        OptionRange.Check(recipe.Targets, 1, AirRecipe.MostTargets);
        Draws draws = new(recipe.Seed);
        List<Aircraft> aircraft = [.. Enumerable.Range(0, recipe.Targets).Select(_ => Aircraft.Draw(recipe, draws))];
        List<(AirSensor Sensor, int Scan, double Seconds)> looks =
        [
            .. AirSensor.All
                .SelectMany(sensor => Enumerable.Range(0, AirRecipe.Scans).Select(k => (Sensor: sensor, Scan: k, Seconds: sensor.OffsetSeconds + (k * AirRecipe.ScanPeriodSeconds))))
                .OrderBy(look => look.Seconds),
        ];
        List<string> radar = [];
        List<string> infrared = [];
        int number = 0;
        foreach ((AirSensor sensor, int scan, double seconds) in looks)
        {
            foreach (Row row in Look(sensor, seconds, aircraft, recipe, draws))
            {
                string range = sensor.IsRadar ? row.Range.ToString("F3", CultureInfo.InvariantCulture) + "," : "";
                (sensor.IsRadar ? radar : infrared).Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scan},{seconds:F6},{sensor.Id},{number++},{range}{row.Azimuth:F8},{row.Elevation:F8},{row.Truth}"));
            }
        }

        SetFiles.Write(
            directory,
            Describe(recipe),
            (LookSet.RadarName, "scan,time_s,sensor_id,det_id,range_m,az_rad,el_rad,truth_id", radar),
            (LookSet.InfraredName, "scan,time_s,sensor_id,det_id,az_rad,el_rad,truth_id", infrared),
            ("truth.csv", "time_s,target_id,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps", looks.Where(look => look.Sensor.IsRadar).SelectMany(look => TruthAt(look.Seconds, aircraft))));
    }

    /// <summary>The detections of one look, true and false in no order.</summary>
    private static List<Row> Look(AirSensor sensor, double seconds, List<Aircraft> aircraft, AirRecipe recipe, Draws draws)
    {
        List<Row> rows = [];
        for (int i = 0; i < aircraft.Count; i++)
        {
            if (draws.Chance(recipe.DetectionProbability))
            {
                rows.Add(new Row(sensor.Measure(aircraft[i].At(seconds), recipe, draws), i));
            }
        }

        for (int left = draws.Poisson(recipe.FalsePerScan); left > 0; left--)
        {
            rows.Add(new Row(sensor.False(recipe, draws), -1));
        }

        draws.Shuffle(rows);
        return rows;
    }

    private static IEnumerable<string> TruthAt(double seconds, List<Aircraft> aircraft) => aircraft.Select((one, id) =>
    {
        (Vector3 p, Vector3 v) = (one.At(seconds), one.Velocity);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds:F6},{id},{p.X:F4},{p.Y:F4},{p.Z:F4},{v.X:F4},{v.Y:F4},{v.Z:F4}");
    });

    private static JsonObject Describe(AirRecipe recipe) => new()
    {
        ["name"] = recipe.Name,
        ["seed"] = recipe.Seed,
        ["n_targets"] = recipe.Targets,
        ["scan_period_s"] = AirRecipe.ScanPeriodSeconds,
        ["n_scans"] = AirRecipe.Scans,
        ["frame"] = Frame,
        ["suggested_enu_origin"] = new JsonObject { ["lat_deg"] = 60.0, ["lon_deg"] = 20.0, ["h_m"] = 0.0 },
        ["radars"] = new JsonArray([.. AirSensor.All.Where(s => s.IsRadar).Select(s => s.ToJson(recipe))]),
        ["ir"] = new JsonArray([.. AirSensor.All.Where(s => !s.IsRadar).Select(s => s.ToJson(recipe))]),
    };

    private readonly record struct Row(double Range, double Azimuth, double Elevation, int Truth)
    {
        public Row((double Range, double Azimuth, double Elevation) polar, int truth)
            : this(polar.Range, polar.Azimuth, polar.Elevation, truth)
        {
        }
    }

    /// <param name="Crossing">Where it is when all cross the disc.</param>
    private readonly record struct Aircraft(Vector3 Crossing, Vector3 Velocity)
    {
        public static Aircraft Draw(AirRecipe recipe, Draws draws)
        {
            double radius = recipe.DiscMeters * Math.Sqrt(draws.Uniform(0, 1));
            (double sinPlace, double cosPlace) = Math.SinCos(draws.Uniform(-Math.PI, Math.PI));
            (double sinHeading, double cosHeading) = Math.SinCos(draws.Uniform(-Math.PI, Math.PI));
            double speed = draws.Uniform(AirRecipe.SlowestMetersPerSecond, AirRecipe.FastestMetersPerSecond);
            double climb = draws.Uniform(-AirRecipe.SteepestMetersPerSecond, AirRecipe.SteepestMetersPerSecond);
            double height = draws.Uniform(recipe.LowestMeters, recipe.HighestMeters);
            return new Aircraft(
                new Vector3(radius * cosPlace, radius * sinPlace, height), new Vector3(speed * cosHeading, speed * sinHeading, climb));
        }

        public Vector3 At(double seconds) => Crossing + ((seconds - AirRecipe.CrossingSeconds) * Velocity);
    }
}
