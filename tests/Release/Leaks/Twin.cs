namespace JointWatch.Releases.Tests.Leaks;

/// <summary>
/// Makes of a world another one that differs in what the policy hides, and in nothing else: fields that no rule names take any value; those that are named stay in their
/// cells, rasters and bands; instants stay between the same looks of the rules; things that no rule speaks of come and go; names and numbers are others.
/// </summary>
internal sealed class Twin(PolicySpec policy, AreaSpec hub, Random random)
{
    private static readonly double[] Shares = [1, 1, 0.1, 0.01, 0.001];
    private readonly RuleSpec[] _rules = [.. FieldForms.OfKind.Keys.SelectMany(policy.For)];
    private readonly NeverSpec[] _nevers = [.. policy.NeversThatHold];

    /// <summary>Gets how many values were changed.</summary>
    public int Changes { get; private set; }

    public List<Snap> Of(IReadOnlyList<Snap> world)
    {
        var twin = new List<Snap>();
        foreach (Snap s in world)
        {
            Snap changed = s with { Words = $"another reason, {random.NextDouble()}", ThirdCount = s.Kind == "afterAction" ? s.ThirdCount : random.Next(1_000) };
            string seen = Seen(changed);
            foreach (Func<Snap, double, Snap> change in Edits(s.Kind))
            {
                double share = PolicyMaker.Pick(random, Shares);
                Snap tried = change(changed, share);
                if (tried != changed && Seen(tried) == seen)
                {
                    changed = tried;
                    Changes++;
                }
            }

            twin.Add(changed);
        }

        return Renumbered(MovedInTime(WithHidden(twin)));
    }

    /// <summary>Everything of a snap that a policy lets anybody tell apart, by the oracle's own words.</summary>
    private string Seen(Snap s)
    {
        IEnumerable<string> values = _rules.Where(r => r.Kind == s.Kind).SelectMany(r => r.Fields.Select(f => Oracle.Say(r, f, s)));
        bool isPlanned = s.Kind == "announcement";
        IEnumerable<string> conditions = _rules.Select(r => r.When).Concat(_nevers.Select(n => n.When)).Select(w =>
            $"{w.States.Contains(s.State)}{w.Classes.Contains(s.Class)}{Oracle.IsIn(w.Launch, s.Launch, isPlanned)}{Oracle.IsIn(w.Impact, s.Impact, isPlanned)}{Oracle.IsIn(w.Place, s.Place, false)}");
        IEnumerable<string> nevers = _nevers.Select(n =>
            $"{s.Class == "unknown"}{Touch(n.When.Launch, s.Launch, n)}{Touch(n.When.Impact, s.Impact, n)}{Touch(n.When.Place, Sharp(s.Place), n)}{Touch(n.When.Launch, Sharp(s.Place), n)}");
        return string.Join('|', values.Concat(conditions).Concat(nevers)) + FieldForms.IsEnd(s.Kind, s.State) + (s.State == "cancelled");
    }

    /// <summary>Where a track or sensor is itself is held to be known.</summary>
    private static Point? Sharp(Point? point) => point is { } p ? p with { RadiusMeters = 0 } : null;

    private static int Touch(AreaSpec[] areas, Point? point, NeverSpec never) =>
        areas.Length == 0 ? 0 : point is { } p ? 1 + Oracle.Touches(areas, p, never.MarginKilometers) : -1;

    /// <summary>What may be changed of a snap; the share says how much.</summary>
    private IEnumerable<Func<Snap, double, Snap>> Edits(string kind)
    {
        // The edge of a planned area is known to the library by points: it is not moved where a rule asks of it.
        bool canMovePlan = kind != "announcement" || !_rules.Any(r => r.When.Launch.Length + r.When.Impact.Length > 0);
        yield return (s, share) => s with { AzimuthDegrees = Mix(s.AzimuthDegrees, random.NextDouble() * 359.99, share) };
        yield return (s, share) => s.WidthDegrees > 0 ? s with { WidthDegrees = Mix(s.WidthDegrees, 0.01 + (random.NextDouble() * 199), share) } : s;
        yield return (s, share) => s with { Percent = Mix(s.Percent, random.NextDouble() * 99.9, share) };
        yield return (s, share) => s with { ApogeeKilometers = Mix(s.ApogeeKilometers, 1 + (random.NextDouble() * 1_500), share) };
        yield return (s, share) => s with { HeightKilometers = Mix(s.HeightKilometers, 1 + (random.NextDouble() * 800), share) };
        yield return (s, share) => s with { Speed = Mix(s.Speed, 50 + (random.NextDouble() * 7_000), share) };
        yield return (s, share) => s with { RangeMeters = Mix(s.RangeMeters, random.NextDouble() * 3e6, share) };
        yield return (s, share) => s with { Count = (int)Mix(s.Count, random.Next(0, 1_000), share) };
        yield return (s, share) => s with { SecondCount = (int)Mix(s.SecondCount, random.Next(1, 1_000), share) };
        yield return (s, share) => s with { ThirdCount = (int)Mix(s.ThirdCount, random.Next(0, 1_000), share) };
        yield return (s, share) => s with { LaunchMicroseconds = Mix(s.LaunchMicroseconds, share) };
        yield return (s, share) => s with { ImpactMicroseconds = Mix(s.ImpactMicroseconds, share) };
        yield return (s, share) => s.BurnoutMicroseconds is { } b ? s with { BurnoutMicroseconds = random.Next(4) == 0 ? null : Mix(b, share) } : s;
        yield return (s, share) => s with { FromMicroseconds = Mix(s.FromMicroseconds, share) };
        yield return (s, share) => s with { UntilMicroseconds = Math.Max(s.FromMicroseconds + 1, Mix(s.UntilMicroseconds, share)) };
        yield return (s, _) => s with { Class = PolicyMaker.Pick(random, FieldForms.Classes) };
        yield return (s, _) => s with { State = PolicyMaker.Pick(random, FieldForms.StatesOf[kind]) };
        yield return (s, _) => s with { IsInfrared = !s.IsInfrared };
        yield return (s, _) => s with { Sensors = [$"alfa/other-{random.Next(1_000)}"] };
        if (canMovePlan)
        {
            yield return (s, share) => s with { Launch = s.Launch is { } p ? Mix(p, share) : null };
            yield return (s, share) => s with { Impact = s.Impact is { } p ? Mix(p, share) : null };
        }

        yield return (s, share) => s with { Place = s.Place is { } p ? Mix(p, share) : null };
        yield return (s, _) => kind is "warning" ? s with { Impact = s.Impact is null ? WorldMaker.Near(random, hub) : null } : s;
        yield return (s, _) => kind is "node" ? s with { Place = s.Place is null ? WorldMaker.Near(random, hub) : null } : s;
    }

    /// <summary>Things of kinds that no rule speaks of come in.</summary>
    private List<Snap> WithHidden(List<Snap> world)
    {
        foreach (string kind in FieldForms.OfKind.Keys.Where(k => policy.For(k).Length == 0))
        {
            for (int i = random.Next(3); i > 0; i--)
            {
                world.Add(WorldMaker.Draw(random, hub, kind, 500 + i, WorldMaker.Start + random.NextInt64(WorldMaker.LongestSeconds * 1_000_000L)));
            }
        }

        return [.. world.OrderBy(s => s.AtMicroseconds)];
    }

    /// <summary>Each snap at another instant, but between the same two looks of all rules, and in the same order.</summary>
    private List<Snap> MovedInTime(List<Snap> world)
    {
        var moved = new List<Snap>();
        long before = 0;
        foreach (Snap s in world)
        {
            // After the last look of any rule before it, up to the next look: a look at an instant takes in what happens at it.
            long from = _rules.Select(r => (Up(s.AtMicroseconds, r) - r.EverySeconds) * 1_000_000 + 1).Append(s.AtMicroseconds - 900_000).Append(before).Max();
            long until = _rules.Select(r => Up(s.AtMicroseconds, r) * 1_000_000).Append(s.AtMicroseconds).Min();
            long at = from < until ? random.NextInt64(from, until + 1) : s.AtMicroseconds;

            // The one who asks does so every ten seconds, and is asked in the same ten seconds in both worlds.
            long ask = 10_000_000;
            at = (at + ask - 1) / ask == (s.AtMicroseconds + ask - 1) / ask ? at : s.AtMicroseconds;
            at = Math.Max(at, before);
            moved.Add(s with { AtMicroseconds = at });
            before = at;
        }

        return moved;

        static long Up(long microseconds, RuleSpec rule) => -Oracle.Down(-microseconds, rule.EverySeconds);
    }

    /// <summary>Other numbers where none is named. Sensors and nodes keep their names where those are.</summary>
    private List<Snap> Renumbered(List<Snap> world)
    {
        int shift = random.Next(1, 1_000);
        bool named = _rules.Any(r => r.Fields.Contains("id") || r.Fields.Contains("sensor"));
        return named ? world : [.. world.Select(s => s with { Number = s.Number + shift, Track = s.Track + shift })];
    }

    private static double Mix(double old, double anew, double share) => old + (share * (anew - old));

    private long Mix(long old, double share) => (long)Mix(old, WorldMaker.Start + random.NextInt64(2 * WorldMaker.LongestSeconds * 1_000_000L), share);

    private Point Mix(Point old, double share)
    {
        Point anew = WorldMaker.Near(random, hub);
        double turn = ((anew.Longitude - old.Longitude + 540) % 360) - 180;
        double longitude = ((old.Longitude + (share * turn) + 540) % 360) - 180;
        return new Point(Mix(old.Latitude, anew.Latitude, share), longitude, random.Next(2) == 0 ? old.RadiusMeters : Mix(old.RadiusMeters, anew.RadiusMeters, share));
    }
}
