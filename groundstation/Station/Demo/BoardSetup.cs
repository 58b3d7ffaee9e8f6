using JointWatch.Exercises;
using JointWatch.Firmware;
using JointWatch.Tracking;

namespace JointWatch.Station.Demo;

/// <summary>A board of a scenario as the firmware is told of itself.</summary>
internal static class BoardSetup
{
    private const double ThresholdToNoise = 5;

    public static NodeSetup Of(BoardSpec board) => new((Contract.Messages.SensorKind)(int)board.Kind)
    {
        Party = board.Party,
        Node = board.Node,
        Label = board.Label,
        LatitudeDegrees = board.Place.LatitudeDegrees,
        LongitudeDegrees = board.Place.LongitudeDegrees,
        HeightMeters = board.Place.HeightMeters,
        AzimuthStartDegrees = double.RadiansToDegrees(board.FieldOfView.AzimuthStartRadians),
        AzimuthWidthDegrees = double.RadiansToDegrees(board.FieldOfView.AzimuthWidthRadians),
        ElevationMinDegrees = double.RadiansToDegrees(board.FieldOfView.ElevationMinRadians),
        ElevationMaxDegrees = double.RadiansToDegrees(board.FieldOfView.ElevationMaxRadians),
        RangeMinMeters = board.FieldOfView.RangeMinMeters,
        RangeMaxMeters = board.FieldOfView.RangeMaxMeters,
        RangeSigmaMeters = board.Kind == SensorKind.Radar ? board.Noise.RangeSigmaMeters : 0,
        AzimuthSigmaMicroradians = board.Noise.AzimuthSigmaRadians * 1e6,
        ElevationSigmaMicroradians = board.Noise.ElevationSigmaRadians * 1e6,
        RangeRateSigmaMetersPerSecond = board.Kind == SensorKind.Radar ? board.Noise.RangeRateSigmaMetersPerSecond : 0,
        ScanPeriodUs = (uint)Math.Round(board.ScanPeriodSeconds * 1e6),
        ScanOffsetUs = (uint)Math.Round(board.ScanOffsetSeconds * 1e6),
        FalseDetectionsPerScan = board.FalseDetectionsPerScan,
        ReferenceRangeMeters = board.Kind == SensorKind.Radar ? board.ReferenceRangeMeters : 1_000_000,
        NoiseIrradianceNanowatts = board.Kind == SensorKind.Infrared ? board.SensitivityNanowattsPerSquareMeter / ThresholdToNoise : 1,
        ThresholdToNoise = ThresholdToNoise,
        Seed = (uint)board.Seed,
    };
}
