using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warning.Calibration;

/// <summary>Which sensors a flight is seen by. Each party has two sites, and a site has a sensor of each kind that the layout has.</summary>
internal sealed record SensorLayout(string Name, bool HasRadar, bool HasInfrared, int Parties)
{
    /// <summary>Gets all layouts: radar, infra-red, both; one party, two parties.</summary>
    public static IReadOnlyList<SensorLayout> All { get; } =
    [
        new("radar, one party", true, false, 1), new("infra-red, one party", false, true, 1), new("both, one party", true, true, 1),
        new("radar, two parties", true, false, 2), new("infra-red, two parties", false, true, 2), new("both, two parties", true, true, 2),
    ];

    /// <summary>Places the sensors about a flight: one site of a party near the pad, one down range, on either side of the ground track.</summary>
    public List<Sensor> About(CalibrationFlight flight, SeededDraws draws)
    {
        double length = flight.Impact is { } impact ? Geodesic.Inverse(flight.Pad, impact).DistanceMeters : 2_000_000;
        List<Sensor> sensors = [];
        for (int site = 0; site < 2 * Parties; site++)
        {
            string party = site % 2 == 0 ? "alfa" : "bravo";
            party = Parties == 1 ? "alfa" : party;
            double along = site < Parties ? draws.Between(-20_000, 40_000) : draws.Between(0.1, 0.5) * Math.Min(length, 1_200_000);
            double across = (site % 2 == 0 ? 1 : -1) * draws.Between(20_000, 100_000);
            (Geodetic onTrack, double azimuth) = Geodesic.Direct(flight.Pad, flight.AzimuthRadians, along);
            LocalFrame frame = LocalFrame.At(Geodesic.Direct(onTrack, azimuth + (Math.PI / 2), across).Place with { HeightMeters = draws.Between(20, 400) });
            // Hills and woods hide the first two degrees or less.
            FieldOfView field = new(0, Math.Tau, double.DegreesToRadians(draws.Between(0, 2)), Math.PI / 2, 0, 3_000_000);
            if (HasRadar)
            {
                sensors.Add(new Sensor(
                    new SensorId($"{party}/radar-{site}"), SensorKind.Radar, frame, field, new MeasurementNoise(30, 0.001, 0.001, 1), 0.95, 0.3, 1));
            }

            if (HasInfrared)
            {
                sensors.Add(new Sensor(
                    new SensorId($"{party}/ir-{site}"), SensorKind.Infrared, frame, field, new MeasurementNoise(double.NaN, 0.0005, 0.0005, double.NaN), 0.95, 0.2, 0.5));
            }
        }

        return sensors;
    }
}
