using System.Globalization;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Flights;

/// <summary>Lays out three radars and two infra-red sensors along a recorded flight, on both sides of its ground track.</summary>
internal static class FlightScenario
{
    /// <summary>Boards connect and hear of the scenario first.</summary>
    private const double LaunchSeconds = 5;

    private const double AfterwardsSeconds = 30;

    /// <summary>
    /// No board is farther down range than this: a body at 165 km is above the horizon of a place 1,400 km away, so the last radar still
    /// sees the last of an ascent to orbit.
    /// </summary>
    private const double FarthestBoardMeters = 900_000;

    public static Scenario For(RecordedFlight flight)
    {
        double reach = Math.Min(FarthestBoardMeters, flight.Points.Max(p => p.Downrange.Position));
        var boards = new List<BoardSpec>
        {
            Radar(0, "alfa", "radar-1", "Radar at the launch site", 5_000, -30_000, 30),
            Radar(1, "bravo", "radar-1", "Radar to the right of the track", Math.Min(60_000, reach / 3), 60_000, 80),
            Radar(2, "alfa", "radar-2", "Radar down range", reach * 0.6, -90_000, 50),
            Infrared(3, "bravo", "ir-1", "Infra-red at the launch site", 15_000, 40_000, 60),
            Infrared(4, "alfa", "ir-2", "Infra-red down range", reach * 0.4, -60_000, 40),
        };
        ExerciseObject target = flight.ToObject(flight.Site.Mission, LaunchSeconds, RecordedFlight.CrossSectionDbsm);
        string description = string.Create(
            CultureInfo.InvariantCulture,
            $"The recorded flight of {flight.Site.Mission}, {flight.DurationSeconds:0} s, seen by five boards along its track");
        return new Scenario(flight.Site.Mission, description, Math.Ceiling(target.Path.EndSeconds) + AfterwardsSeconds, 1, boards, [target]);

        BoardSpec Radar(int index, string party, string node, string label, double along, double across, double height) =>
            Board(index, party, node, label, SensorKind.Radar, along, across, height) with
            {
                Noise = new MeasurementNoise(30, 0.001, 0.001, 1),
                ScanPeriodSeconds = 1,
                ReferenceRangeMeters = 1_200_000,
            };

        BoardSpec Infrared(int index, string party, string node, string label, double along, double across, double height) =>
            Board(index, party, node, label, SensorKind.Infrared, along, across, height) with
            {
                Noise = new MeasurementNoise(double.NaN, 0.0005, 0.0005, double.NaN),
                ScanPeriodSeconds = 0.5,
                SensitivityNanowattsPerSquareMeter = 10,
            };

        BoardSpec Board(int index, string party, string node, string label, SensorKind kind, double along, double across, double height)
        {
            (Geodetic onTrack, double azimuth) = Geodesic.Direct(flight.Site.Place, flight.Site.AzimuthRadians, along);
            Geodetic place = Geodesic.Direct(onTrack, azimuth + (Math.PI / 2), across).Place with { HeightMeters = height };
            var field = new FieldOfView(0, Math.Tau, double.DegreesToRadians(-2), Math.PI / 2, 0, 3_000_000);
            return new BoardSpec(
                party, node, label, kind, place, field, new MeasurementNoise(0, 0, 0, 0), 1, 0.1 * index, double.NaN, double.NaN, 0.95, 0.5, 1_001 + index);
        }
    }
}
