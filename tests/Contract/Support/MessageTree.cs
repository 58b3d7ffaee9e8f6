using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Tests.Support;

/// <summary>
/// A message as the CBOR tree that contract.cddl gives it, by hand: integers (long or ulong), strings, byte arrays, <see cref="List{T}"/>
/// for arrays and <see cref="CborMap"/> for maps.
/// </summary>
internal static class MessageTree
{
    public static CborMap Of(BirthMessage m)
    {
        CborMap map = new()
        {
            { 1L, m.Boot },
            { 2L, (long)m.Kind },
            { 3L, List(m.LatitudeE7, m.LongitudeE7, m.HeightDm) },
            { 4L, m.ScanPeriodUs },
            { 5L, List(m.AzimuthStartUrad, m.AzimuthWidthUrad, m.ElevationMinUrad, m.ElevationMaxUrad, m.RangeMinDm, m.RangeMaxDm) },
            {
                6L,
                m.Kind == SensorKind.Radar
                    ? List(m.RangeSigmaDm, m.AzimuthSigmaUrad, m.ElevationSigmaUrad, m.RangeRateSigmaCmps)
                    : List(m.AzimuthSigmaUrad, m.ElevationSigmaUrad)
            },
            { 7L, m.DetectionPermille },
            { 8L, m.FalseDetectionsMilli },
            { 9L, m.Firmware },
        };
        return map.AddIf(m.Label is not null, 10, m.Label)
            .AddIf(m.BootReason != BootReason.Unknown, 11, (long)m.BootReason)
            .AddIf(m.Cause is not null, 12, m.Cause)
            .AddIf(m.SafeMode, 13, 1L);
    }

    public static CborMap Of(ReportMessage m)
    {
        List<object> detections = [];
        for (int i = 0; i < m.Count; i++)
        {
            detections.Add(m.Kind == SensorKind.Radar
                ? List(m.RangeDm[i], m.AzimuthUrad[i], m.ElevationUrad[i], m.RangeRateCmps[i], m.SnrCentidecibels[i])
                : List(m.AzimuthUrad[i], m.ElevationUrad[i], m.IrradianceNwpm2[i]));
        }

        CborMap map = new() { { 1L, m.Boot }, { 2L, m.Sequence }, { 3L, m.TimeUs }, { 4L, m.ClockSigmaUs } };
        return map.AddIf(m.InExercise, 5, m.Run)
            .AddIf(!m.Packed, 6, detections)
            .AddIf(m.Packed, 7, Packed(m))
            .AddIf(m.Marks > 0, 8, (long)m.Marks)
            .AddIf(m.Test, 9, 1L);
    }

    public static CborMap Of(HealthMessage m)
    {
        CborMap map = new()
        {
            { 1L, m.Boot },
            { 2L, m.UptimeMs },
            { 3L, m.Scans },
            { 4L, m.ReportsSent },
            { 5L, m.ReportsWaiting },
            { 6L, m.ReportsDropped },
            { 7L, m.Reconnects },
            { 8L, m.ClockSigmaUs },
        };
        return map.AddIf(m.FreeHeapBytes >= 0, 9, m.FreeHeapBytes).AddIf(m.SignalDbm <= 0, 10, m.SignalDbm)
            .AddIf(m.LargestBlockBytes >= 0, 11, m.LargestBlockBytes)
            .AddIf(m.ClockState != ClockState.Unknown, 12, (long)m.ClockState)
            .AddIf(m.DriftKnown, 13, m.DriftPpb)
            .AddIf(m.BootReason != BootReason.Unknown, 14, (long)m.BootReason);
    }

    public static CborMap Of(CommandMessage m) =>
        new CborMap { { 1L, m.Number }, { 2L, (long)m.Verb } }.AddIf(m.Verb == CommandVerb.SetScanPeriod, 3, m.ScanPeriodUs)
            .AddIf(m.ForBoot, 4, m.Boot)
            .AddIf(m.Verb == CommandVerb.SetUp, 5, m.SetUp);

    public static CborMap Of(AckMessage m) =>
        new CborMap { { 1L, m.Boot }, { 2L, m.Number }, { 3L, (long)m.Result } }.AddIf(m.Reason is not null, 4, m.Reason);

    public static CborMap Of(ClockMessage m) => new()
    {
        { 1L, m.Run },
        { 2L, (long)m.State },
        { 3L, m.UtcUs },
        { 4L, m.ExerciseUs },
        { 5L, m.RateMilli },
        { 6L, m.StartUs },
        { 7L, m.Objects },
    };

    public static CborMap Of(AlarmMessage m) => new() { { 1L, m.UtcUs }, { 2L, m.Warnings } };

    public static CborMap Of(ScenarioMessage m)
    {
        List<object> knots = [];
        for (int i = 0; i < m.TimeMs.Length; i++)
        {
            knots.Add(List(
                m.TimeMs[i], m.XDm[i], m.YDm[i], m.ZDm[i], m.VelocityXCmps[i], m.VelocityYCmps[i], m.VelocityZCmps[i], m.IntensityWpsr[i]));
        }

        return new() { { 1L, m.Run }, { 2L, m.Object }, { 3L, m.Name }, { 4L, m.CrossSectionCentidecibels }, { 5L, knots } };
    }

    private static byte[] Packed(ReportMessage m)
    {
        List<byte> bytes = [];
        for (int i = 0; i < m.Count; i++)
        {
            bytes.AddRange(m.Kind == SensorKind.Radar
                ? [.. BigEndian(m.RangeDm[i], 4), .. BigEndian(m.AzimuthUrad[i], 3), .. BigEndian(m.ElevationUrad[i], 3), .. BigEndian(m.RangeRateCmps[i], 3), .. BigEndian(m.SnrCentidecibels[i], 2)]
                : [.. BigEndian(m.AzimuthUrad[i], 3), .. BigEndian(m.ElevationUrad[i], 3), .. BigEndian(m.IrradianceNwpm2[i], 4)]);
        }

        return [.. bytes];
    }

    private static byte[] BigEndian(long value, int bytes)
    {
        byte[] all = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(all, value);
        return all[^bytes..];
    }

    private static List<object> List(params long[] values) => [.. values];
}
