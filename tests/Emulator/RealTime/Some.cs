using JointWatch.Contract.Messages;
using JointWatch.Firmware;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Emulation.Tests.RealTime;

/// <summary>Values that do not matter to a test, or that many share.</summary>
internal static class Some
{
    /// <summary>2030-01-01T00:00:00Z, microseconds.</summary>
    public const ulong ExerciseStart = 1_893_456_000_000_000;

    private static readonly Geodetic Place = Geodetic.FromDegrees(48, 11, 500);

    public static NodeSetup Radar() => WithoutFalseDetections(NodeSetup.ForRadar("alpha", "radar-1", Place.LatitudeDegrees, Place.LongitudeDegrees, 500));

    public static NodeSetup Infrared() => WithoutFalseDetections(NodeSetup.ForInfrared("alpha", "ir-1", Place.LatitudeDegrees, Place.LongitudeDegrees, 500));

    /// <summary>An object that stands still over the rotating Earth 200 km from the radar for an hour.</summary>
    public static ScenarioMessage Still(uint run)
    {
        Vector3 at = LocalFrame.At(Place).ToCommon(Enu.FromSpherical(200_000, double.DegreesToRadians(30), double.DegreesToRadians(40)));
        ScenarioMessage message = new(2) { Run = run, Object = 0, Name = "still", CrossSectionCentidecibels = 4_000 };
        for (int i = 0; i < 2; i++)
        {
            message.TimeMs[i] = (uint)(i * 3_600_000);
            message.XDm[i] = (long)Math.Round(at.X * 10);
            message.YDm[i] = (long)Math.Round(at.Y * 10);
            message.ZDm[i] = (long)Math.Round(at.Z * 10);
        }

        return message;
    }

    private static NodeSetup WithoutFalseDetections(NodeSetup setup)
    {
        setup.FalseDetectionsPerScan = 0;
        return setup;
    }
}
