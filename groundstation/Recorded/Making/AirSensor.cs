using System.Text.Json.Nodes;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Making;

/// <summary>A sensor of a made set of aircraft, on the flat table; azimuth counter-clockwise from east in (-π, π].</summary>
/// <param name="OffsetSeconds">When it looks first; then every scan period.</param>
internal sealed record AirSensor(string Id, bool IsRadar, Vector3 Place, double OffsetSeconds)
{
    private const double RangeMin = 1_000;
    private const double RangeMax = 120_000;

    /// <summary>The three radars stand a third of a period apart in time, the two infra-red sensors between them.</summary>
    public static readonly IReadOnlyList<AirSensor> All =
    [
        new("R1", true, new Vector3(-40_000, -30_000, 50), 0),
        new("R2", true, new Vector3(40_000, -30_000, 120), AirRecipe.ScanPeriodSeconds / 3),
        new("R3", true, new Vector3(0, 45_000, 80), 2 * AirRecipe.ScanPeriodSeconds / 3),
        new("I1", false, new Vector3(-25_000, 10_000, 60), AirRecipe.ScanPeriodSeconds / 6),
        new("I2", false, new Vector3(25_000, 15_000, 60), AirRecipe.ScanPeriodSeconds / 2),
    ];

    /// <summary>The top of the elevations over which false detections are spread: 30° for a radar, 60° for an infra-red sensor.</summary>
    private double ElevationMax => IsRadar ? Math.PI / 6 : Math.PI / 3;

    /// <summary>An aircraft as it is measured: range (of a radar), azimuth, elevation.</summary>
    public (double Range, double Azimuth, double Elevation) Measure(Vector3 position, AirRecipe recipe, Draws draws)
    {
        (double range, double azimuth, double elevation) = Polar(position);
        double angleSigma = IsRadar ? recipe.RadarAngleSigmaRadians : AirRecipe.InfraredSigmaRadians;
        return (range + draws.Normal(recipe.RangeSigmaMeters), Math.IEEERemainder(azimuth + draws.Normal(angleSigma), Math.Tau), elevation + draws.Normal(angleSigma));
    }

    /// <summary>A false detection.</summary>
    public (double Range, double Azimuth, double Elevation) False(AirRecipe recipe, Draws draws) =>
        IsRadar && recipe.FalseBox is { } box
            ? Polar(draws.InBox(box.Least, box.Greatest))
            : (draws.Uniform(RangeMin, RangeMax), draws.Uniform(-Math.PI, Math.PI), draws.Uniform(0, ElevationMax));

    /// <summary>The sensor as <c>sensors.json</c> has it.</summary>
    public JsonObject ToJson(AirRecipe recipe)
    {
        JsonObject json = new()
        {
            ["id"] = Id,
            ["pos_m"] = new JsonArray(Place.X, Place.Y, Place.Z),
            ["time_offset_s"] = OffsetSeconds,
        };
        if (IsRadar)
        {
            json["sigma_range_m"] = recipe.RangeSigmaMeters;
        }

        double angleSigma = IsRadar ? recipe.RadarAngleSigmaRadians : AirRecipe.InfraredSigmaRadians;
        json["sigma_az_rad"] = angleSigma;
        json["sigma_el_rad"] = angleSigma;
        json["pd"] = recipe.DetectionProbability;
        json["clutter_mean_per_scan"] = recipe.FalsePerScan;
        if (IsRadar && recipe.FalseBox is { } box)
        {
            json["clutter_box_m"] = new JsonObject
            {
                ["x"] = new JsonArray(box.Least.X, box.Greatest.X),
                ["y"] = new JsonArray(box.Least.Y, box.Greatest.Y),
                ["z"] = new JsonArray(box.Least.Z, box.Greatest.Z),
            };
            return json;
        }

        if (IsRadar)
        {
            json["clutter_uniform_range_m"] = new JsonArray(RangeMin, RangeMax);
        }

        json["clutter_uniform_az_rad"] = new JsonArray(-Math.PI, Math.PI);
        json["clutter_uniform_el_rad"] = new JsonArray(0.0, ElevationMax);
        return json;
    }

    private (double Range, double Azimuth, double Elevation) Polar(Vector3 position)
    {
        Vector3 offset = position - Place;
        return (offset.Length, Math.Atan2(offset.Y, offset.X), Math.Atan2(offset.Z, Math.Sqrt((offset.X * offset.X) + (offset.Y * offset.Y))));
    }
}
