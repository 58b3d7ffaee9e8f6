using System.Globalization;
using System.Text.Json.Nodes;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Tests.Support;

/// <summary>A message's fields by their names in contract.cddl, as contract-vectors.json has them: 64-bit integers are strings.</summary>
internal static class MessageFields
{
    public static JsonObject Of(object message) => message switch
    {
        BirthMessage m => Of(m),
        StateMessage m => Of(m),
        ReportMessage m => Of(m),
        HealthMessage m => Of(m),
        CommandMessage m => Of(m),
        AckMessage m => Of(m),
        ClockMessage m => Of(m),
        ScenarioMessage m => Of(m),
        AlarmMessage m => Of(m),
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "no message"),
    };

    private static JsonObject Of(BirthMessage m)
    {
        JsonObject noise = m.Kind == SensorKind.Radar
            ? new()
            {
                ["rangeSigma"] = m.RangeSigmaDm,
                ["azimuthSigma"] = m.AzimuthSigmaUrad,
                ["elevationSigma"] = m.ElevationSigmaUrad,
                ["rangeRateSigma"] = m.RangeRateSigmaCmps,
            }
            : new() { ["azimuthSigma"] = m.AzimuthSigmaUrad, ["elevationSigma"] = m.ElevationSigmaUrad };
        JsonObject fields = new()
        {
            ["boot"] = m.Boot,
            ["kind"] = (int)m.Kind,
            ["place"] = new JsonObject { ["latitude"] = m.LatitudeE7, ["longitude"] = m.LongitudeE7, ["height"] = m.HeightDm },
            ["scanPeriod"] = m.ScanPeriodUs,
            ["fieldOfView"] = new JsonObject
            {
                ["azimuthStart"] = m.AzimuthStartUrad,
                ["azimuthWidth"] = m.AzimuthWidthUrad,
                ["elevationMin"] = m.ElevationMinUrad,
                ["elevationMax"] = m.ElevationMaxUrad,
                ["rangeMin"] = m.RangeMinDm,
                ["rangeMax"] = m.RangeMaxDm,
            },
            ["noise"] = noise,
            ["detectionProbability"] = m.DetectionPermille,
            ["falseDetections"] = m.FalseDetectionsMilli,
            ["firmware"] = m.Firmware,
        };
        With(fields, "label", m.Label);
        With(fields, "bootReason", Reason(m.BootReason));
        With(fields, "cause", m.Cause);
        return With(fields, "safeMode", m.SafeMode ? 1 : null);
    }

    private static JsonObject Of(StateMessage m) =>
        With(new() { ["state"] = m.State.ToString().ToLowerInvariant(), ["boot"] = m.Boot }, "reason", m.Reason);

    private static JsonObject Of(ReportMessage m)
    {
        JsonArray detections = [];
        for (int i = 0; i < m.Count; i++)
        {
            detections.Add(m.Kind == SensorKind.Radar
                ? new JsonObject
                {
                    ["range"] = m.RangeDm[i],
                    ["azimuth"] = m.AzimuthUrad[i],
                    ["elevation"] = m.ElevationUrad[i],
                    ["rangeRate"] = m.RangeRateCmps[i],
                    ["snr"] = m.SnrCentidecibels[i],
                }
                : new JsonObject { ["azimuth"] = m.AzimuthUrad[i], ["elevation"] = m.ElevationUrad[i], ["irradiance"] = m.IrradianceNwpm2[i] });
        }

        JsonObject fields = new()
        {
            ["boot"] = m.Boot,
            ["sequence"] = Text(m.Sequence),
            ["time"] = Text(m.TimeUs),
            ["clockSigma"] = m.ClockSigmaUs,
        };
        With(fields, "run", m.InExercise ? JsonValue.Create(m.Run) : null)["detections"] = detections;
        With(fields, "marks", m.Marks > 0 ? JsonValue.Create(m.Marks) : null);
        return With(fields, "test", m.Test ? 1 : null);
    }

    private static JsonObject Of(HealthMessage m)
    {
        JsonObject fields = new()
        {
            ["boot"] = m.Boot,
            ["uptime"] = Text(m.UptimeMs),
            ["scans"] = Text(m.Scans),
            ["reportsSent"] = Text(m.ReportsSent),
            ["reportsWaiting"] = m.ReportsWaiting,
            ["reportsDropped"] = Text(m.ReportsDropped),
            ["reconnects"] = m.Reconnects,
            ["clockSigma"] = m.ClockSigmaUs,
        };
        With(fields, "freeHeap", m.FreeHeapBytes >= 0 ? JsonValue.Create(Text((ulong)m.FreeHeapBytes)) : null);
        With(fields, "signal", m.SignalDbm <= 0 ? JsonValue.Create(m.SignalDbm) : null);
        With(fields, "largestBlock", m.LargestBlockBytes >= 0 ? JsonValue.Create(Text((ulong)m.LargestBlockBytes)) : null);
        With(fields, "clockState", m.ClockState != ClockState.Unknown ? JsonValue.Create((int)m.ClockState) : null);
        With(fields, "drift", m.DriftKnown ? JsonValue.Create(m.DriftPpb) : null);
        return With(fields, "bootReason", Reason(m.BootReason));
    }

    private static JsonObject Of(CommandMessage m)
    {
        JsonObject fields = new() { ["number"] = m.Number, ["verb"] = (int)m.Verb };
        With(fields, "scanPeriod", m.Verb == CommandVerb.SetScanPeriod ? JsonValue.Create(m.ScanPeriodUs) : null);
        With(fields, "boot", m.ForBoot ? JsonValue.Create(m.Boot) : null);
        return With(fields, "setUp", m.SetUp);
    }

    private static JsonObject Of(AckMessage m) =>
        With(new() { ["boot"] = m.Boot, ["number"] = m.Number, ["result"] = (int)m.Result }, "reason", m.Reason);

    private static JsonObject Of(ClockMessage m) => new()
    {
        ["run"] = m.Run,
        ["state"] = (int)m.State,
        ["utc"] = Text(m.UtcUs),
        ["exercise"] = Text(m.ExerciseUs),
        ["rate"] = m.RateMilli,
        ["start"] = Text(m.StartUs),
        ["objects"] = m.Objects,
    };

    private static JsonObject Of(AlarmMessage m) => new() { ["utc"] = Text(m.UtcUs), ["warnings"] = m.Warnings };

    private static JsonObject Of(ScenarioMessage m)
    {
        JsonArray knots = [];
        for (int i = 0; i < m.TimeMs.Length; i++)
        {
            knots.Add(new JsonObject
            {
                ["time"] = m.TimeMs[i],
                ["x"] = m.XDm[i],
                ["y"] = m.YDm[i],
                ["z"] = m.ZDm[i],
                ["velocityX"] = m.VelocityXCmps[i],
                ["velocityY"] = m.VelocityYCmps[i],
                ["velocityZ"] = m.VelocityZCmps[i],
                ["intensity"] = m.IntensityWpsr[i],
            });
        }

        return new()
        {
            ["run"] = m.Run,
            ["object"] = m.Object,
            ["name"] = m.Name,
            ["crossSection"] = m.CrossSectionCentidecibels,
            ["knots"] = knots,
        };
    }

    private static JsonNode? Reason(BootReason reason) => reason == BootReason.Unknown ? null : JsonValue.Create((int)reason);

    private static JsonObject With(JsonObject fields, string name, JsonNode? value)
    {
        if (value is not null)
        {
            fields[name] = value;
        }

        return fields;
    }

    private static string Text(ulong value) => value.ToString(CultureInfo.InvariantCulture);
}
