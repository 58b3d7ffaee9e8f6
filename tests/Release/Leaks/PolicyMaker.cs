namespace JointWatch.Releases.Tests.Leaks;

/// <summary>Random policies about a random region of the Earth, also across the date line and near the poles.</summary>
internal static class PolicyMaker
{
    private static readonly string[] Kinds = ["warning", "warning", "warning", "track", "track", "announcement", "coverage", "node", "afterAction"];
    private static readonly int[] Grids = [500, 100, 250, 1_000, 2_000, 5_000];
    private static readonly int[] Rasters = [1, 2, 5, 10, 30, 60];

    public static (PolicySpec Policy, AreaSpec Hub) Make(Random random)
    {
        var hub = new AreaSpec("hub", (random.NextDouble() * 176) - 88, (random.NextDouble() * 360) - 180, 400);
        AreaSpec[] areas = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => MakeArea(random, hub, i))];
        RuleSpec[] rules = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => MakeRule(random, areas, i))];
        NeverSpec[] nevers = [.. Enumerable.Range(0, Pick(random, [0, 0, 1, 1, 2])).Select(i => MakeNever(random, areas, i))];
        return (new PolicySpec(areas, rules, nevers), hub);
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private static AreaSpec MakeArea(Random random, AreaSpec hub, int index)
    {
        Point middle = WorldMaker.Near(random, hub);
        return new AreaSpec($"area-{index}", Math.Round(middle.Latitude, 4), Math.Round(middle.Longitude, 4), random.Next(50, 400));
    }

    private static RuleSpec MakeRule(Random random, AreaSpec[] areas, int index)
    {
        string kind = Pick(random, Kinds);
        string[] fields = Some(random, FieldForms.OfKind[kind], 0.5);
        bool hasTime = fields.Any(f => FieldForms.Of[f] is FieldForm.Time or FieldForm.Period);
        int time = Pick(random, Rasters);
        int every = hasTime ? Math.Max(time, Pick(random, Rasters)) : Pick(random, Rasters);
        bool revises = random.Next(3) > 0;
        return new RuleSpec($"allow {index}", kind, Pick(random, ["bravo", "bravo", "bravo", "*", "*", "charlie"]), fields, MakeConditions(random, [kind], areas, 0.15))
        {
            PositionKilometers = random.Next(2) == 0 ? random.Next(2, 400) : null,
            PositionThousandths = Pick(random, Grids),
            TimeSeconds = time,
            AzimuthDegrees = Pick(random, [1, 5, 10, 45, 90]),
            IsGeneric = random.Next(2) == 0,
            Percents = Pick(random, (int[][])[[50], [20, 60, 95], [10, 20, 30, 40, 50, 60, 70, 80, 90]]),
            HeightKilometers = random.Next(1, 200),
            SpeedMetersPerSecond = random.Next(1, 1_000),
            CountStep = random.Next(1, 50),
            DelaySeconds = Pick(random, [0, 0, 7, 30, 60, 95]),
            EverySeconds = every,
            ReviseSeconds = revises ? every * random.Next(1, 5) : null,
            AtMost = random.Next(1, 6),
            End = kind is "warning" or "track" or "announcement" ? Pick(random, ["never", "cancelled", "always"]) : "never",
        };
    }

    private static NeverSpec MakeNever(Random random, AreaSpec[] areas, int index)
    {
        string[] kinds = random.Next(2) == 0 ? ["*"] : Some(random, [.. Kinds.Distinct()], 0.3);
        string[] fields = [];
        if (random.Next(3) == 0)
        {
            string[] known = [.. FieldForms.Of.Keys.Where(f => kinds[0] == "*" || kinds.All(k => FieldForms.OfKind[k].Contains(f)))];
            fields = known.Length == 0 ? [] : Some(random, known, 0.3);
        }

        return new NeverSpec($"never {index}", kinds, Pick(random, ["bravo", "*", "charlie"]), fields, MakeConditions(random, kinds, areas, 0.5), random.Next(0, 100));
    }

    private static ConditionSpec MakeConditions(Random random, string[] kinds, AreaSpec[] areas, double share)
    {
        bool all = kinds[0] == "*";
        bool launched = all || kinds.All(FieldForms.IsLaunched);
        bool placed = all || kinds.All(FieldForms.IsPlaced);
        string[] states = all ? [] : [.. FieldForms.StatesOf[kinds[0]].Where(s => s.Length > 0 && kinds.All(k => FieldForms.StatesOf[k].Contains(s)))];
        return new ConditionSpec(
            states.Length > 0 && Try() ? Some(random, states, 0.6) : [],
            launched && Try() ? Some(random, FieldForms.Classes, 0.6) : [],
            launched && Try() ? Some(random, areas, 0.7) : [],
            launched && Try() ? Some(random, areas, 0.7) : [],
            placed && Try() ? Some(random, areas, 0.7) : []);

        bool Try() => random.NextDouble() < share;
    }

    private static T[] Some<T>(Random random, T[] all, double share)
    {
        T[] some = [.. all.Where(_ => random.NextDouble() < share)];
        return some.Length > 0 ? some : [Pick(random, all)];
    }
}
