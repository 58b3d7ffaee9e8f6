using System.Globalization;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises;

/// <summary>Says a scenario in plain sentences: who takes part and knows what, and what happens when. For who writes or leads the exercise: it tells everything.</summary>
public static class ScenarioAccount
{
    /// <summary>The sentences, a line each.</summary>
    public static IEnumerable<string> Of(Scenario scenario)
    {
        yield return Text($"\"{scenario.Name}\" lasts {Clock(scenario.DurationSeconds)}. {scenario.Description}");
        foreach (string party in scenario.PartyNames)
        {
            yield return Party(scenario, party);
        }

        yield return "";
        foreach ((double seconds, string words) in Events(scenario).OrderBy(e => e.Seconds))
        {
            yield return Text($"{Clock(seconds),7}  {words}");
        }

        foreach (InjectSpec inject in scenario.Injects.Where(i => !i.Auto))
        {
            yield return Text($"by hand  {inject.Name}: {Words(inject)}");
        }
    }

    /// <summary>What an inject does, in words.</summary>
    public static string Words(InjectSpec inject) => inject.Act switch
    {
        LinkAct act => $"the link of {act.Party} to the centre {(act.Up ? "comes up again" : "goes down")}",
        BoardSwitchAct act => $"{act.Party}/{act.Node} is switched {(act.On ? "on" : "off")}",
        BoardLiesAct act => $"{act.Party}/{act.Node} lies: {string.Join("; ", Lies(act))}",
        AnnounceAct act => $"{act.Party}/{act.Id} becomes known to {Names(act.To)}",
        MessageAct act => $"to {Names(act.To)}: \"{inject.Text}\"",
        _ => throw new InvalidOperationException($"no words for {inject.Act.GetType().Name}"),
    };

    private static string Party(Scenario scenario, string name)
    {
        PartySpec? spec = scenario.Parties.FirstOrDefault(p => p.Name == name);
        string[] boards = [.. scenario.Boards.Where(b => b.Party == name).Select(b => b.Node)];
        string[] known = [.. scenario.Announcements.Where(a => a.KnownTo.Contains(name) || a.KnownTo.Contains(PartySpec.Centre)).Select(a => $"{a.Party}/{a.Id}")];
        string briefing = string.IsNullOrWhiteSpace(spec?.Briefing) ? "" : $" It is told: \"{string.Join(' ', spec.Briefing.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}\"";
        return $"{spec?.Title ?? name} has {(boards.Length == 0 ? "no boards" : string.Join(", ", boards))}, and knows of {(known.Length == 0 ? "no announced launch" : string.Join(", ", known))}.{briefing}";
    }

    private static IEnumerable<(double Seconds, string Words)> Events(Scenario scenario)
    {
        foreach (ExerciseObject item in scenario.Objects)
        {
            if (item.Launch is not { } launch)
            {
                continue;
            }

            yield return (launch.Seconds, Text($"{item.Name} ({Kind(item.Kind)}) is launched at {Place(launch.Place)}"));
            if (item.Impact is { } impact)
            {
                string late = impact.Seconds > scenario.DurationSeconds ? ", after the exercise" : "";
                double range = Geodesic.Inverse(launch.Place, impact.Place).DistanceMeters / 1e3;
                yield return (impact.Seconds, Text($"{item.Name} comes down at {Place(impact.Place)}, {range:F0} km from its launch{late}"));
            }
            else
            {
                yield return (Math.Min(item.Path.EndSeconds, scenario.DurationSeconds), $"{item.Name} has not come down");
            }
        }

        foreach (AnnouncementSpec announced in scenario.Announcements)
        {
            yield return (announced.FromSeconds, Text($"the window of {announced.Party}/{announced.Id} opens, until {Clock(announced.UntilSeconds)}; known to {Names(announced.KnownTo)}"));
        }

        foreach (InjectSpec inject in scenario.Injects.Where(i => i.Auto))
        {
            yield return (inject.AtSeconds!.Value, $"{inject.Name}: {Words(inject)}");
        }
    }

    private static IEnumerable<string> Lies(BoardLiesAct act)
    {
        if (act.AzimuthBiasRadians != 0)
        {
            yield return Text($"azimuths {double.RadiansToDegrees(act.AzimuthBiasRadians):+0.#;-0.#}°");
        }

        if (act.ClockOffsetSeconds != 0)
        {
            yield return Text($"its clock {act.ClockOffsetSeconds:+0.#;-0.#} s");
        }

        if (act.Ghost is { } ghost)
        {
            yield return Text($"an object that is not there, at {Place(ghost.Place)}, {ghost.SpeedMetersPerSecond:F0} m/s towards {double.RadiansToDegrees(ghost.CourseRadians):F0}°");
        }
    }

    private static string Kind(ObjectKind kind) => kind switch
    {
        ObjectKind.Ballistic => "missile",
        ObjectKind.SoundingRocket => "sounding rocket",
        ObjectKind.SpaceLaunch => "space launch",
        _ => "aircraft",
    };

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "nobody" : string.Join(", ", names);

    private static string Place(Geodetic place) =>
        Text($"{Math.Abs(place.LatitudeDegrees):F2}° {(place.LatitudeDegrees < 0 ? 'S' : 'N')} {Math.Abs(place.LongitudeDegrees):F2}° {(place.LongitudeDegrees < 0 ? 'W' : 'E')}");

    private static string Clock(double seconds) => Text($"{(int)seconds / 60}:{(int)seconds % 60:00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
