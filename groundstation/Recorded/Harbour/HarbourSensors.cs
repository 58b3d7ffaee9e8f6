using JointWatch.Exercises;
using JointWatch.Recorded.Files;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Harbour;

/// <summary>
/// What is known of the four sensors of the milliAmpere ferry (Ø. Helgesen, K. Vasstein, E. Brekke, A. Stahl, "Heterogeneous multi-sensor
/// tracking for an autonomous surface vehicle in a littoral environment", Ocean Engineering 252, 2022). The data tell nothing of it, so the
/// defaults are round numbers measured on the scenarios 2, 3 and 16 against the vessels' satellite positions: the scatter about the median, and it is
/// that of boats of 10 to 20 m at 20 to 200 m rather than of the sensors. A <c>sensors.json</c> beside the data prevails.
/// </summary>
internal sealed class HarbourSensors
{
    public static readonly SensorId Lidar = new("lidar");
    public static readonly SensorId Radar = new("radar");
    public static readonly SensorId Infrared = new("ir");
    private static readonly SensorId ElectroOptical = new("eo");

    private const double FarthestMeters = 10_000;

    /// <summary>The length of a boat: its track may be at one end and a plot at the other.</summary>
    private const double BoatMeters = 30;

    /// <summary>In some seconds a boat turns another side to a camera, and what is taken for its middle moves over its length.</summary>
    private const double TurnSeconds = 3;
    private readonly Sensor[] _sensors;
    private readonly double[] _reaches;

    private HarbourSensors(JsonFields root)
    {
        // Sigma (metres or radians), Pd, false detections a look, period (s), reach (m), and how far a miss says something (m): beyond 60 to
        // 100 m, which depends on the boat, the lidar sees nothing of it for seconds on end.
        (Sensor Sensor, double Reach)[] read =
        [
            Place(root, Lidar, 2.5, 0.9, 0.5, 0.5, 150, 60),
            Place(root, Radar, 4, 0.9, 4, 1.68, 500, 500),
            Bearing(root, Infrared, 0.03, 0.35, 2, 0.117, 300),
            Bearing(root, ElectroOptical, 0.03, 0.55, 4, 0.2, 300),
        ];
        _sensors = [.. read.Select(r => r.Sensor)];
        _reaches = [.. read.Select(r => r.Reach)];
    }

    /// <summary>
    /// Reads an object for each sensor that differs, under <c>lidar</c>, <c>radar</c>, <c>ir</c> or <c>eo</c>, with the keys <c>sigma_m</c> or
    /// <c>sigma_az_rad</c>, <c>pd</c>, <c>clutter_mean_per_scan</c>, <c>scan_period_s</c>, <c>reach_m</c>, and <c>sure_reach_m</c> or
    /// <c>correlation_s</c>, each of which may be left out.
    /// </summary>
    /// <exception cref="InvalidInputException">The file is there and cannot be used.</exception>
    public static HarbourSensors Read(string path) => File.Exists(path)
        ? JsonFile.Read(path, root => new HarbourSensors(JsonFields.OfRoot(path, "sensors", root)))
        : new HarbourSensors(new JsonFields(path, "sensors", []));

    /// <summary>A sensor where own ship is; its false detections go with it.</summary>
    /// <param name="number">1 lidar, 2 radar, 3 infra-red, 4 electro-optical.</param>
    /// <param name="ownShip">East, north, metres.</param>
    public Sensor At(int number, Vector3 ownShip)
    {
        Vector3 half = new(_reaches[number - 1], _reaches[number - 1], 1);
        Sensor sensor = _sensors[number - 1];
        return sensor with
        {
            Frame = LocalFrame.Flat(ownShip),
            FalseBox = sensor.Kind == SensorKind.Place ? new FalseDetectionBox(ownShip - half, ownShip + half) : null,
        };
    }

    private static (Sensor Sensor, double Reach) Place(
        JsonFields root, SensorId id, double sigma, double probability, double falseOnes, double period, double reach, double sureReach)
    {
        JsonFields fields = root.ObjectOr(id.Value);
        double sigmaMeters = fields.NumberOr(["sigma_m"], 1e-3, 1e4, sigma);
        double sureMeters = fields.NumberOr(["sure_reach_m"], 1, FarthestMeters, sureReach);
        MeasurementNoise noise = new(0, 0, 0, 0) { PlaceSigmaMeters = sigmaMeters, ExtentMeters = BoatMeters };
        (Sensor sensor, double reachMeters) = Of(fields, id, SensorKind.Place, noise, probability, falseOnes, period, reach);
        return (sensor with { SureRangeMeters = sureMeters }, reachMeters);
    }

    private static (Sensor Sensor, double Reach) Bearing(
        JsonFields root, SensorId id, double sigma, double probability, double falseOnes, double period, double reach)
    {
        JsonFields fields = root.ObjectOr(id.Value);
        double sigmaRadians = fields.NumberOr(["sigma_az_rad"], 1e-6, 1, sigma);
        MeasurementNoise noise = new(0, sigmaRadians, 0, 0) { AngleCorrelationSeconds = fields.NumberOr(["correlation_s"], 0, 3600, TurnSeconds) };
        return Of(fields, id, SensorKind.Infrared, noise, probability, falseOnes, period, reach);
    }

    private static (Sensor Sensor, double Reach) Of(
        JsonFields fields, SensorId id, SensorKind kind, MeasurementNoise noise, double probability, double falseOnes, double period, double reach)
    {
        double reachMeters = fields.NumberOr(["reach_m"], 1, FarthestMeters, reach);
        Sensor sensor = new(
            id,
            kind,
            LocalFrame.Flat(Vector3.Zero),
            new FieldOfView(0, Math.Tau, -Math.PI / 2, Math.PI / 2, 0, reachMeters),
            noise,
            fields.NumberOr(["pd"], 0, 1, probability),
            fields.NumberOr(["clutter_mean_per_scan"], 0, 1e6, falseOnes),
            fields.NumberOr(["scan_period_s"], 1e-3, 3600, period));
        return (sensor, reachMeters);
    }
}
