using JointWatch.Exercises;
using JointWatch.Recorded.Files;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Plots;

/// <summary>
/// The one sensor of a set of places in a plane, and where new objects appear. What <c>sensors.json</c> leaves out, or all where there is
/// none, is as in J. Williams, "Marginal multi-Bernoulli filters: RFS derivation of MHT, JIPDA, and association-based MeMBer", IEEE Trans.
/// Aerospace and Electronic Systems 51(3), 2015, in the form of Á. García-Fernández's MTT code: area 300 by 300, T = 1, R = I, Pd 0.9,
/// 10 false detections a step; births of weight 0.005 a step from a Gaussian of mean (100, 0, 100, 0) and standard deviations
/// (150, 1, 150, 1) of x, vx, y, vy, and 3 objects expected at the start.
/// </summary>
internal sealed record PlotSensor(Sensor Sensor, BirthModel Birth)
{
    private const double FarthestMeters = 1e7;

    /// <summary>
    /// Reads the keys <c>id</c>, <c>sigma_m</c>, <c>pd</c>, <c>clutter_mean_per_scan</c>, <c>clutter_box_m</c> (x, y), <c>scan_period_s</c>
    /// and <c>birth</c> (<c>weight_per_step</c>, <c>expected_at_start</c>, <c>mean</c> and <c>sigma</c> of x, vx, y, vy).
    /// </summary>
    /// <exception cref="InvalidInputException">The file is there and cannot be used.</exception>
    public static PlotSensor Read(string path)
    {
        return File.Exists(path)
            ? JsonFile.Read(path, root => Of(JsonFields.OfRoot(path, "sensor", root)))
            : Of(new JsonFields(path, "sensor", []));

        static PlotSensor Of(JsonFields fields)
        {
            double sigma = fields.NumberOr(["sigma_m"], 1e-6, 1e6, 1);
            FalseDetectionBox box = fields.BoxOr("clutter_box_m")
                ?? new FalseDetectionBox(new Vector3(0, 0, -1), new Vector3(300, 300, 1));
            Sensor sensor = new(
                new SensorId(fields.TextOr("id", "plots")),
                SensorKind.Place,
                LocalFrame.Flat(Vector3.Zero),
                new FieldOfView(0, Math.Tau, -Math.PI / 2, Math.PI / 2, 0, FarthestMeters),
                new MeasurementNoise(0, 0, 0, 0) { PlaceSigmaMeters = sigma },
                fields.NumberOr(["pd"], 0, 1, 0.9),
                fields.NumberOr(["clutter_mean_per_scan"], 0, 1e6, 10),
                fields.NumberOr(["scan_period_s"], 1e-3, 3600, 1))
            {
                FalseBox = box,
            };
            return new PlotSensor(sensor, BirthOf(fields.ObjectOr("birth")));
        }
    }

    private static BirthModel BirthOf(JsonFields fields)
    {
        double[] mean = fields.NumbersOr("mean", 4, -FarthestMeters, FarthestMeters) ?? [100, 0, 100, 0];
        double[] sigma = fields.NumbersOr("sigma", 4, 1e-6, FarthestMeters) ?? [150, 1, 150, 1];
        return new BirthModel(
            fields.NumberOr(["weight_per_step"], 0, 1e6, 0.005),
            fields.NumberOr(["expected_at_start"], 0, 1e6, 3),
            new Vector3(mean[0], mean[2], 0),
            new Vector3(mean[1], mean[3], 0),
            new Vector3(sigma[0], sigma[2], 0),
            new Vector3(sigma[1], sigma[3], 0));
    }
}
