using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warning.Tests.Watches;
using JointWatch.Warnings;

namespace JointWatch.Warning.Calibration;

/// <summary>What was not launched: aircraft and satellites, drawn by seed. There is no launch and no impact to be right about, only what it is.</summary>
internal static class OtherFlight
{
    private const double FlightHours = 0.2;

    /// <summary>An agile jet; its stages are four times on its way.</summary>
    public static CalibrationFlight Aircraft(SeededDraws draws, Geodetic over)
    {
        IObjectPath path = JetFlight.Fly((int)draws.Between(1, int.MaxValue), FlightHours, over with { HeightMeters = draws.Between(3_000, 12_000) }).Path;
        return new CalibrationFlight(ObjectClass.Aircraft, path, over, draws.Between(0, Math.Tau), 60, 300, null);
    }

    /// <summary>A satellite that passes over; its stages are four times of which the first is some ten seconds after it has come up.</summary>
    public static CalibrationFlight Satellite(SeededDraws draws, Geodetic over, double azimuth)
    {
        bool isEccentric = draws.Between(0, 1) < 0.25;
        double height = isEccentric ? draws.Between(170_000, 500_000) : draws.Between(300_000, 1_300_000);
        SampledPath path = Orbits.Pass(over, azimuth, height, isEccentric ? draws.Between(0.02, 0.74) : 0, 0);
        LocalFrame frame = LocalFrame.At(over);
        double up = Enumerable.Range(0, (int)path.EndSeconds).First(s => frame.ToLocal(path.StateAt(s).PositionMeters).ElevationRadians > 0.05);
        return new CalibrationFlight(ObjectClass.Satellite, path, over, azimuth, up + 5, up + 120, null);
    }
}
