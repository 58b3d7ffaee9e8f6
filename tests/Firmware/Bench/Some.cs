using JointWatch.Contract.Messages;
using JointWatch.Firmware.Sensors;
using JointWatch.Firmware.Sky;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Firmware.Tests.Bench;

/// <summary>Values that do not matter to a test, or that many share.</summary>
internal static class Some
{
    /// <summary>2030-01-01T00:00:00Z, microseconds.</summary>
    public const ulong ExerciseStart = 1_893_456_000_000_000;

    /// <summary>A sensor in central Europe.</summary>
    public static readonly Geodetic Place = Geodetic.FromDegrees(48, 11, 500);

    public static NodeSetup Radar() => WithoutFalseDetections(NodeSetup.ForRadar("alpha", "radar-1", Place.LatitudeDegrees, Place.LongitudeDegrees, 500));

    public static NodeSetup Infrared() => WithoutFalseDetections(NodeSetup.ForInfrared("alpha", "ir-1", Place.LatitudeDegrees, Place.LongitudeDegrees, 500));

    /// <summary>An object that stands still over the rotating Earth at a range, azimuth and elevation from <see cref="Place"/> for an hour.</summary>
    public static ScenarioMessage Still(
        double rangeMeters, double azimuthDegrees = 30, double elevationDegrees = 40, uint number = 0, uint run = 1, uint intensity = 0, double crossSectionDecibels = 0)
    {
        Vector3 at = LocalFrame.At(Place).ToCommon(Enu.FromSpherical(
            rangeMeters, double.DegreesToRadians(azimuthDegrees), double.DegreesToRadians(elevationDegrees)));
        ScenarioMessage message = new(2)
        {
            Run = run,
            Object = number,
            Name = "still",
            CrossSectionCentidecibels = (int)(crossSectionDecibels * 100),
        };
        for (int i = 0; i < 2; i++)
        {
            message.TimeMs[i] = (uint)(i * 3_600_000);
            message.XDm[i] = (long)Math.Round(at.X * 10);
            message.YDm[i] = (long)Math.Round(at.Y * 10);
            message.ZDm[i] = (long)Math.Round(at.Z * 10);
            message.IntensityWpsr[i] = intensity;
        }

        return message;
    }

    /// <summary>Every report of a sensor that looks at one object so many times, at instants a second apart.</summary>
    public static IEnumerable<ReportMessage> Looks(NodeSetup setup, ScenarioMessage? sky, int count)
    {
        BirthMessage birth = BirthWriter.Write(setup, new NodeStart(1));
        SensorModel model = SensorModel.Create(setup, birth);
        Scenario scenario = new(4, 100);
        if (sky is not null)
        {
            Assert.True(scenario.Put(sky));
        }

        ReportMessage report = new(ReportMessage.MaxDetections) { Kind = setup.Kind };
        ReportFiller filler = new(report, model.View, ReportMessage.MaxDetections);
        for (int i = 0; i < count; i++)
        {
            model.Scan(scenario, 1, i * 1_000_000L % 3_600_000_000, filler);
            yield return report;
        }
    }

    private static NodeSetup WithoutFalseDetections(NodeSetup setup)
    {
        setup.FalseDetectionsPerScan = 0;
        setup.Seed = 42;
        return setup;
    }
}
