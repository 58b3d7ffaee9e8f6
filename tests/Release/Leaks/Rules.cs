namespace JointWatch.Releases.Tests.Leaks;

/// <summary>Whether rules hold of things of a world, from the README.</summary>
internal static class Rules
{
    /// <summary>The snap of a thing that the world has at an instant: the last one taken at or before it; null before the first.</summary>
    public static Snap? At(IReadOnlyList<Snap> world, string kind, int number, long microseconds) =>
        world.LastOrDefault(s => s.Kind == kind && s.Number == number && s.AtMicroseconds <= microseconds);

    /// <summary>The warning that last named a track, as it stands at the place of a world up to which it is looked at.</summary>
    public static Snap? WarningOf(IReadOnlyList<Snap> past, int track)
    {
        Snap? naming = past.LastOrDefault(s => s.Kind == "warning" && s.Track == track);
        return naming is null ? null : past.Last(s => s.Kind == "warning" && s.Number == naming.Number);
    }

    /// <summary>Whether an allow rule is about a thing, of which <paramref name="s"/> is the last snap in <paramref name="past"/>.</summary>
    public static bool Allows(ConditionSpec when, Snap s, IReadOnlyList<Snap> past)
    {
        Snap launched = s.Kind == "track" ? WarningOf(past, s.Number) ?? s : s;
        bool isPlanned = s.Kind == "announcement";
        bool hasLaunch = launched.Kind is "warning" or "announcement";
        return (when.States.Length == 0 ? !FieldForms.IsEnd(s.Kind, s.State) : when.States.Contains(s.State))
            && (when.Classes.Length == 0 || (hasLaunch && when.Classes.Contains(launched.Class)))
            && Oracle.IsIn(when.Launch, hasLaunch ? launched.Launch : null, isPlanned)
            && Oracle.IsIn(when.Impact, hasLaunch ? launched.Impact : null, isPlanned)
            && Oracle.IsIn(when.Place, s.Place, false);
    }

    /// <summary>Whether a never rule keeps a thing back, where <paramref name="past"/> is all that was taken so far.</summary>
    public static bool Forbids(NeverSpec never, Snap s, IReadOnlyList<Snap> past) =>
        (never.When.States.Length == 0 || never.When.States.Contains(s.State)) && (Where(never, s, past) > 0 || HasHeld(never, s, past));

    /// <summary>0: its areas and classes do not hold; 1: they may; 2: they do.</summary>
    public static int Where(NeverSpec never, Snap s, IReadOnlyList<Snap> past)
    {
        if (never.Kinds[0] != "*" && !never.Kinds.Contains(s.Kind))
        {
            return 0;
        }

        Snap? warning = s.Kind == "track" ? WarningOf(past, s.Number) : null;
        Snap launched = warning ?? s;
        bool hasLaunch = launched.Kind is "warning" or "announcement";
        int verdict = 2;
        if (never.When.Classes.Length > 0)
        {
            verdict = Math.Min(verdict, !hasLaunch ? 0 : never.When.Classes.Contains(launched.Class) ? 2 : launched.Class == "unknown" ? 1 : 0);
        }

        if (never.When.Launch.Length > 0)
        {
            Point? launch = hasLaunch ? launched.Launch : s.Kind == "track" ? past.First(p => p.Kind == "track" && p.Number == s.Number).Place!.Value with { RadiusMeters = 0 } : null;
            verdict = Math.Min(verdict, launch is { } at ? Oracle.Touches(never.When.Launch, at, never.MarginKilometers) : hasLaunch ? 1 : 0);
        }

        if (never.When.Impact.Length > 0)
        {
            verdict = Math.Min(verdict, !hasLaunch ? 0 : launched.Impact is { } at ? Oracle.Touches(never.When.Impact, at, never.MarginKilometers) : 1);
        }

        return never.When.Place.Length > 0 ? Math.Min(verdict, s.Place is { } place ? Oracle.Touches(never.When.Place, place with { RadiusMeters = 0 }, never.MarginKilometers) : 1) : verdict;
    }

    /// <summary>Whether areas and classes have held of the thing once.</summary>
    public static bool HasHeld(NeverSpec never, Snap s, IReadOnlyList<Snap> past)
    {
        for (int i = 0; i < past.Count; i++)
        {
            Snap[] then = [.. past.Take(i + 1)];
            if (then.LastOrDefault(p => p.Kind == s.Kind && p.Number == s.Number) is { } at && (Where(never, at, then) == 2 || IsOfHeldWarning(never, at, then)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A track is kept back with its warning, if the rule is about both.</summary>
    private static bool IsOfHeldWarning(NeverSpec never, Snap s, Snap[] past) =>
        s.Kind == "track" && (never.Kinds[0] == "*" || never.Kinds.Contains("track")) && WarningOf(past, s.Number) is { } warning && HasHeld(never, warning, past);
}
