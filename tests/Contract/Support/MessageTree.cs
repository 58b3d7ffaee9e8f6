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
        return map.AddIf(m.Label is not null, 10, m.Label);
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
        return map.AddIf(m.InExercise, 5, m.Run).AddIf(true, 6, detections);
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
        return map.AddIf(m.FreeHeapBytes >= 0, 9, m.FreeHeapBytes).AddIf(m.SignalDbm <= 0, 10, m.SignalDbm);
    }

    public static CborMap Of(CommandMessage m) =>
        new CborMap { { 1L, m.Number }, { 2L, (long)m.Verb } }.AddIf(m.Verb == CommandVerb.SetScanPeriod, 3, m.ScanPeriodUs);

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

    private static List<object> List(params long[] values) => [.. values];
}
