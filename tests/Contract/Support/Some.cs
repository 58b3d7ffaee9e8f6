using CsCheck;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Tests.Support;

/// <summary>Messages drawn at random from all that the contract allows, its edges more often than chance would.</summary>
internal static class Some
{
    private static readonly Gen<string> Text = Gen.OneOf("", "a", "~", "é", "€", "\u0001", "🛑", "node").Array[0, 16].Select(string.Concat);

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Text.Select(text => (string?)text), Gen.Const((string?)null));

    private static readonly Gen<ulong> U64 = Gen.OneOf(Gen.OneOf<ulong>(0, 23, 24, 255, 256, 65535, 65536, uint.MaxValue, 1UL + uint.MaxValue, ulong.MaxValue), Gen.ULong);

    public static readonly Gen<BirthMessage> Birth =
        from kind in Gen.OneOf(SensorKind.Radar, SensorKind.Infrared)
        from boot in In(Limit.Boot)
        from latitude in In(Limit.LatitudeE7)
        from longitude in In(Limit.LongitudeE7)
        from height in In(Limit.HeightDm)
        from period in In(Limit.ScanPeriodUs)
        from start in In(Limit.AzimuthStartUrad)
        from width in In(Limit.AzimuthWidthUrad)
        from elevations in In(Limit.ElevationMinUrad).Array[2]
        from ranges in In(Limit.RangeMinDm).Array[2]
        from rangeSigma in In(Limit.RangeSigmaDm)
        from azimuthSigma in In(Limit.AzimuthSigmaUrad)
        from elevationSigma in In(Limit.ElevationSigmaUrad)
        from rateSigma in In(Limit.RangeRateSigmaCmps)
        from probability in In(Limit.DetectionPermille)
        from clutter in In(Limit.FalseDetectionsMilli)
        from firmware in Text
        from label in MaybeText
        from reason in In(Limit.BootReason)
        from cause in MaybeText
        from safeMode in Gen.Bool
        select new BirthMessage
        {
            Boot = (uint)boot,
            Kind = kind,
            LatitudeE7 = (int)latitude,
            LongitudeE7 = (int)longitude,
            HeightDm = (int)height,
            ScanPeriodUs = (uint)period,
            AzimuthStartUrad = (uint)start,
            AzimuthWidthUrad = (uint)width,
            ElevationMinUrad = (int)elevations.Min(),
            ElevationMaxUrad = (int)elevations.Max(),
            RangeMinDm = (uint)ranges.Min(),
            RangeMaxDm = (uint)ranges.Max(),
            RangeSigmaDm = kind == SensorKind.Radar ? (uint)rangeSigma : 0,
            AzimuthSigmaUrad = (uint)azimuthSigma,
            ElevationSigmaUrad = (uint)elevationSigma,
            RangeRateSigmaCmps = kind == SensorKind.Radar ? (uint)rateSigma : 0,
            DetectionPermille = (uint)probability,
            FalseDetectionsMilli = (uint)clutter,
            Firmware = firmware,
            Label = label,
            BootReason = (BootReason)reason,
            Cause = cause,
            SafeMode = safeMode,
        };

    public static readonly Gen<ReportMessage> Report =
        from kind in Gen.OneOf(SensorKind.Radar, SensorKind.Infrared)
        from boot in In(Limit.Boot)
        from sequence in U64
        from time in U64
        from sigma in In(Limit.ClockSigmaUs)
        from inExercise in Gen.Bool
        from run in In(Limit.Run)
        from marks in In(Limit.Marks)
        from test in Gen.Bool
        from packed in Gen.Bool
        from detections in Gen.Select(
            In(Limit.RangeDm), In(Limit.AzimuthUrad), In(Limit.ElevationUrad), In(Limit.RangeRateCmps), In(Limit.SnrCentidecibels), In(Limit.IrradianceNwpm2)).Array[0, 30]
        select Fill(new ReportMessage(detections.Length)
        {
            Kind = kind,
            Boot = (uint)boot,
            Sequence = sequence,
            TimeUs = time,
            ClockSigmaUs = (uint)sigma,
            InExercise = inExercise,
            Run = inExercise ? (uint)run : 0,
            Marks = (uint)marks,
            Test = test,
            Packed = packed,
        }, detections);

    public static readonly Gen<HealthMessage> Health =
        from boot in In(Limit.Boot)
        from counters in U64.Array[4]
        from waiting in In(Limit.ReportsWaiting)
        from reconnects in In(Limit.Reconnects)
        from sigma in In(Limit.ClockSigmaUs)
        from heap in Gen.OneOf(In(Limit.FreeHeapBytes), Gen.Const(-1L))
        from signal in Gen.OneOf(In(Limit.SignalDbm), Gen.Const(1L))
        from block in Gen.OneOf(In(Limit.LargestBlockBytes), Gen.Const(-1L))
        from clock in Gen.Long[-1, 2]
        from drift in Gen.OneOf(In(Limit.DriftPpb).Select(ppb => (long?)ppb), Gen.Const((long?)null))
        from reason in In(Limit.BootReason)
        select new HealthMessage
        {
            Boot = (uint)boot,
            UptimeMs = counters[0],
            Scans = counters[1],
            ReportsSent = counters[2],
            ReportsWaiting = (uint)waiting,
            ReportsDropped = counters[3],
            Reconnects = (uint)reconnects,
            ClockSigmaUs = (uint)sigma,
            FreeHeapBytes = heap,
            SignalDbm = (int)signal,
            LargestBlockBytes = block,
            ClockState = (ClockState)clock,
            DriftKnown = drift is not null,
            DriftPpb = (int)(drift ?? 0),
            BootReason = (BootReason)reason,
        };

    public static readonly Gen<CommandMessage> Command =
        from number in In(Limit.CommandNumber)
        from verb in In(Limit.Verb)
        from period in In(Limit.AskedScanPeriodUs)
        from boot in Gen.OneOf(In(Limit.Boot).Select(boot => (long?)boot), Gen.Const((long?)null))
        from setUp in Text
        select new CommandMessage
        {
            Number = (uint)number,
            Verb = (CommandVerb)verb,
            ScanPeriodUs = verb == 3 ? (uint)period : 0,
            ForBoot = boot is not null,
            Boot = (uint)(boot ?? 0),
            SetUp = verb == 6 ? "{" + setUp : null,
        };

    public static readonly Gen<AlarmMessage> Alarm =
        from utc in U64
        from warnings in In(Limit.Warnings)
        select new AlarmMessage { UtcUs = utc, Warnings = (uint)warnings };

    public static readonly Gen<AckMessage> Ack =
        from boot in In(Limit.Boot)
        from number in In(Limit.CommandNumber)
        from result in In(Limit.AckResult)
        from reason in MaybeText
        select new AckMessage { Boot = (uint)boot, Number = (uint)number, Result = (AckResult)result, Reason = reason };

    public static readonly Gen<ClockMessage> Clock =
        from run in In(Limit.Run)
        from state in In(Limit.ExerciseState)
        from times in U64.Array[3]
        from rate in In(Limit.RateMilli)
        from objects in In(Limit.Objects)
        select new ClockMessage
        {
            Run = (uint)run,
            State = (ExerciseState)state,
            UtcUs = times[0],
            ExerciseUs = times[1],
            StartUs = times[2],
            RateMilli = (uint)rate,
            Objects = (uint)objects,
        };

    public static readonly Gen<ScenarioMessage> Scenario =
        from run in In(Limit.Run)
        from number in In(Limit.Object)
        from name in Text
        from section in In(Limit.CrossSectionCentidecibels)
        from times in Gen.UInt.HashSet[2, 20]
        from places in In(Limit.XDm).Array[3].Array[20]
        from speeds in In(Limit.VelocityXCmps).Array[3].Array[20]
        from intensities in In(Limit.IntensityWpsr).Array[20]
        select Fill(new ScenarioMessage(times.Count)
        {
            Run = (uint)run,
            Object = (uint)number,
            Name = name,
            CrossSectionCentidecibels = (int)section,
        }, [.. times.Order()], places, speeds, intensities);

    private static Gen<long> In(Limit limit) => Gen.OneOf(Gen.OneOf(Limits.Min(limit), Limits.Max(limit)), Gen.Long[Limits.Min(limit), Limits.Max(limit)]);

    private static ReportMessage Fill(ReportMessage m, (long Range, long Azimuth, long Elevation, long Rate, long Snr, long Irradiance)[] detections)
    {
        foreach ((long range, long azimuth, long elevation, long rate, long snr, long irradiance) in detections)
        {
            int i = m.Count++;
            m.RangeDm[i] = (uint)range;
            m.AzimuthUrad[i] = (uint)azimuth;
            m.ElevationUrad[i] = (int)elevation;
            m.RangeRateCmps[i] = (int)rate;
            m.SnrCentidecibels[i] = (int)snr;
            m.IrradianceNwpm2[i] = (uint)irradiance;
        }

        return m;
    }

    private static ScenarioMessage Fill(ScenarioMessage m, uint[] times, long[][] places, long[][] speeds, long[] intensities)
    {
        for (int i = 0; i < times.Length; i++)
        {
            m.TimeMs[i] = times[i];
            (m.XDm[i], m.YDm[i], m.ZDm[i]) = (places[i][0], places[i][1], places[i][2]);
            (m.VelocityXCmps[i], m.VelocityYCmps[i], m.VelocityZCmps[i]) = ((int)speeds[i][0], (int)speeds[i][1], (int)speeds[i][2]);
            m.IntensityWpsr[i] = (uint)intensities[i];
        }

        return m;
    }
}
