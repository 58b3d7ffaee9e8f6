using JointWatch.Exercises;
using JointWatch.Station.Demo;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Rehearsal;

/// <summary>What a party made of a launch in a rehearsal; or, with no object, of what was none.</summary>
/// <param name="Object">The object's name; null: the warning followed nothing that was launched.</param>
/// <param name="FirstTrackSeconds">Exercise seconds when the tracker first followed it; null: never.</param>
/// <param name="WarnedSeconds">When it was first warned of; null: never.</param>
/// <param name="ConfirmedSeconds">When a warning of it was confirmed; null: never.</param>
/// <param name="State">The last state of its last warning; null without one.</param>
/// <param name="Label">How that warning stood to what was announced at last.</param>
/// <param name="LaunchErrorMeters">How far the launch point was off at last.</param>
/// <param name="ImpactErrorMeters">How far the impact point was off at last.</param>
/// <param name="Warnings">How many warnings there were of it; one that came off another's object counts with that.</param>
internal sealed record RehearsedLaunch(
    string Party,
    string? Object,
    double? FirstTrackSeconds,
    double? WarnedSeconds,
    double? ConfirmedSeconds,
    WarningState? State,
    ObjectClass? Class,
    AnnouncementLabel? Label,
    double? LaunchErrorMeters,
    double? ImpactErrorMeters,
    int Warnings)
{
    /// <summary>A line for each launch and party, and one for each warning of what was not launched.</summary>
    public static IReadOnlyList<RehearsedLaunch> Of(Director director, IEnumerable<RehearsedParty> parties) => [.. parties.SelectMany(p => Of(director, p))];

    private static IEnumerable<RehearsedLaunch> Of(Director director, RehearsedParty party)
    {
        (IReadOnlyList<TrackRecord> tracks, IReadOnlyList<WarningRecord> warnings) = party.Truth.Take();
        var objects = tracks.ToDictionary(t => t.Id, t => t.Object);
        ILookup<string, WarningRecord> byObject = warnings.ToLookup(w => objects.GetValueOrDefault(w.Warning.Track) ?? "");
        HashSet<string> launched = [.. director.Scenario.Objects.Where(o => o.IsLaunched).Select(o => o.Name)];
        foreach (ExerciseObject item in director.Scenario.Objects.Where(o => o.IsLaunched))
        {
            yield return Of(director, party, item, [.. byObject[item.Name]]);
        }

        foreach (WarningRecord stray in byObject.Where(g => !launched.Contains(g.Key)).SelectMany(g => g))
        {
            yield return Of(director, party, null, [stray]);
        }
    }

    private static RehearsedLaunch Of(Director director, RehearsedParty party, ExerciseObject? item, IReadOnlyList<WarningRecord> warnings)
    {
        // The last that was confirmed; where none was, the last.
        LaunchWarning? last = warnings.OrderBy(w => w.ConfirmedAt is not null).ThenBy(w => w.Warning.UpdatedAt.Value).LastOrDefault()?.Warning;
        double[] confirmed = [.. warnings.Where(w => w.ConfirmedAt is not null).Select(w => w.ConfirmedAt!.Value.SecondsSince(director.TimeOf(0)))];
        return new RehearsedLaunch(
            party.Name,
            item?.Name,
            item is not null && party.FirstSights.TryGetValue(item.Name, out double first) ? first : null,
            warnings.Count == 0 ? null : warnings.Min(w => w.Warning.RaisedAt.SecondsSince(director.TimeOf(0))),
            confirmed.Length == 0 ? null : confirmed.Min(),
            last?.State,
            last?.Class,
            last is not null && party.Labels.TryGetValue(last.Id, out AnnouncementLabel label) ? label : null,
            Distance(last?.Launch?.Point, item?.Launch?.Place),
            Distance(last?.Impact?.Point, item?.Impact?.Place),
            warnings.Count(w => w.Warning.Parent is null));
    }

    private static double? Distance(Geodetic? a, Geodetic? b) => a is { } from && b is { } to ? from.ToEcef().DistanceTo(to.ToEcef()) : null;
}
