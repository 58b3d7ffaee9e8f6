using JointWatch.Station.Ingest;
using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Tracking.Registration;

namespace JointWatch.Station.Picture;

/// <summary>A node as the page shows it.</summary>
internal static class NodeViews
{
    /// <summary>A node is silent after three scans without a word, but never before five seconds: a Wi-Fi reconnect takes some.</summary>
    private const double SilentAfterScans = 3;
    private const double SilentAfterSeconds = 5;

    /// <summary>The view of a node at an instant of the station's wall clock.</summary>
    public static NodeView Of(NodeRecord node, UtcMicroseconds wall, IReadOnlyList<SensorKnowledge> learned)
    {
        double? age = node.LastHeard is { } heard ? Math.Max(0, wall.SecondsSince(heard)) : null;
        (string state, string? reason) = StateOf(node, age);
        NodeBirth? birth = node.Birth;
        return new NodeView(
            node.Id.ToString(),
            node.Id.Party,
            node.Id.Name,
            birth?.Label,
            birth is null ? "unknown" : Words.Of(birth.Kind),
            state,
            reason,
            age,
            birth?.Place.LatitudeDegrees,
            birth?.Place.LongitudeDegrees,
            birth?.Place.HeightMeters,
            birth is null ? null : Of(birth.Sensor.FieldOfView),
            birth?.Firmware,
            birth?.Boot ?? node.State?.Boot ?? 0,
            node.Reports,
            node.Detections,
            node.Quarantined,
            node.Missed,
            node.Health?.ReportsWaiting,
            node.Health?.ReportsDropped)
        {
            IsAuthenticated = node.IsAuthenticated,
            Marks = node.Marks,
            IsTesting = node.Testing,
            Learned = learned.FirstOrDefault(known => birth is not null && known.Sensor == birth.Sensor.Id) is { } knowledge ? Of(knowledge) : null,
            Board = birth is null ? null : Of(birth, node.Health is { } said && said.Boot == birth.Boot ? said : null),
        };
    }

    /// <summary>
    /// A fault is the node's own word. For the rest the station believes what it hears: a node that reports is online whatever its last will
    /// said, and one that is quiet is silent, or offline where it (or its last will) said so.
    /// </summary>
    private static (string State, string? Reason) StateOf(NodeRecord node, double? ageSeconds)
    {
        if (node.State is { Word: "fault" } fault && fault.Boot >= (node.Birth?.Boot ?? 0))
        {
            return ("fault", fault.Reason);
        }

        double grace = Math.Max(SilentAfterSeconds, SilentAfterScans * (node.Birth?.Sensor.ScanPeriodSeconds ?? 0));
        bool saidOffline = node.State is { Word: "offline" } state && state.Boot >= (node.Birth?.Boot ?? 0);
        return ageSeconds switch
        {
            null => (saidOffline ? "offline" : "silent", node.State?.Reason),
            { } age when age <= grace && !(saidOffline && age > 1) => ("online", null),
            { } age => (saidOffline ? "offline" : "silent", $"nothing heard for {age:F0} s"),
        };
    }

    /// <summary>Health of an earlier start says nothing of this one.</summary>
    private static BoardView Of(NodeBirth birth, NodeHealth? health) => new(
        Words.Of(birth.Reason),
        birth.Cause,
        birth.SafeMode,
        health?.UptimeSeconds,
        health?.Reconnects,
        health?.FreeHeapBytes,
        health?.LargestBlockBytes,
        health?.SignalDbm,
        health is null ? null : Words.Of(health.Clock),
        health?.ClockSigmaSeconds,
        health?.DriftPpm);

    private static LearnedView Of(SensorKnowledge known) => new(
        known.FalseDetectionsPerScan,
        known.FalseDetectionsSigma,
        Of(known.Registration?.RangeMeters, 1),
        Of(known.Registration?.AzimuthRadians, 1e3),
        Of(known.Registration?.ElevationRadians, 1e3),
        Of(known.Registration?.ClockSeconds, 1e3),
        known.Registration?.IsSignificant ?? false);

    private static ErrorView? Of(BiasEstimate? bias, double scale) => bias is { } b ? new ErrorView(scale * b.Value, scale * b.Sigma) : null;

    private static FieldOfViewView Of(FieldOfView view) => new(
        double.RadiansToDegrees(view.AzimuthStartRadians),
        double.RadiansToDegrees(view.AzimuthWidthRadians),
        double.RadiansToDegrees(view.ElevationMinRadians),
        double.RadiansToDegrees(view.ElevationMaxRadians),
        view.RangeMinMeters,
        view.RangeMaxMeters);
}
