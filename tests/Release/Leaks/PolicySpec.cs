using System.Globalization;
using JointWatch.Releases.Policies;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>A circle that rules ask of.</summary>
internal sealed record AreaSpec(string Name, double Latitude, double Longitude, double RadiusKilometers);

internal sealed record ConditionSpec(string[] States, string[] Classes, AreaSpec[] Launch, AreaSpec[] Impact, AreaSpec[] Place);

/// <summary>An allow rule as the tests know it; the library gets its text alone.</summary>
internal sealed record RuleSpec(string Name, string Kind, string To, string[] Fields, ConditionSpec When)
{
    public int? PositionKilometers { get; init; }

    public int PositionThousandths { get; init; }

    public int TimeSeconds { get; init; }

    public int AzimuthDegrees { get; init; }

    public bool IsGeneric { get; init; }

    public int[] Percents { get; init; } = [];

    public int HeightKilometers { get; init; }

    public int SpeedMetersPerSecond { get; init; }

    public int CountStep { get; init; }

    public int DelaySeconds { get; init; }

    public int EverySeconds { get; init; }

    public int? ReviseSeconds { get; init; }

    public int AtMost { get; init; }

    public string End { get; init; } = "never";
}

internal sealed record NeverSpec(string Name, string[] Kinds, string To, string[] Fields, ConditionSpec When, double MarginKilometers);

/// <summary>A policy as the tests know it.</summary>
internal sealed record PolicySpec(AreaSpec[] Areas, RuleSpec[] Rules, NeverSpec[] Nevers)
{
    public const string Recipient = "bravo";
    private ReleasePolicy? _read;

    /// <summary>The allow rules on a kind that hold for the recipient: those that name it, or else those for everybody.</summary>
    public RuleSpec[] For(string kind)
    {
        RuleSpec[] own = [.. Rules.Where(r => r.Kind == kind && r.To == Recipient)];
        return own.Length > 0 ? own : [.. Rules.Where(r => r.Kind == kind && r.To == "*")];
    }

    public IEnumerable<NeverSpec> NeversThatHold => Nevers.Where(n => n.To is Recipient or "*");

    /// <summary>Gets the policy as the library reads it from its text.</summary>
    public ReleasePolicy Read => _read ??= ReleasePolicy.Parse(ToToml(), "policy.toml");

    public string ToToml()
    {
        var text = new System.Text.StringBuilder("[policy]\nparty = \"alfa\"\n");
        foreach (AreaSpec area in Areas)
        {
            Add(text, $"[[area]]\nname = \"{area.Name}\"\nlatitudeDegrees = {area.Latitude}\nlongitudeDegrees = {area.Longitude}\nradiusKilometers = {area.RadiusKilometers}\n");
        }

        foreach (RuleSpec rule in Rules)
        {
            Add(text, $"[[allow]]\nname = \"{rule.Name}\"\nkind = \"{rule.Kind}\"\nto = [\"{rule.To}\"]\n");
            Add(text, $"fields = [{Quoted(rule.Fields)}]\ndelaySeconds = {rule.DelaySeconds}\nreleaseEverySeconds = {rule.EverySeconds}\n");
            AddRounding(text, rule);
            AddConditions(text, rule.When);
            if (rule.ReviseSeconds is { } revise)
            {
                Add(text, $"reviseEverySeconds = {revise}\natMostRevisions = {rule.AtMost}\n");
            }

            if (rule.End != "never")
            {
                Add(text, $"end = \"{rule.End}\"\n");
            }
        }

        foreach (NeverSpec never in Nevers)
        {
            Add(text, $"[[never]]\nname = \"{never.Name}\"\nkinds = [{Quoted(never.Kinds)}]\nto = [\"{never.To}\"]\n");
            if (never.Fields.Length > 0)
            {
                Add(text, $"fields = [{Quoted(never.Fields)}]\n");
            }

            AddConditions(text, never.When);
            if (never.When.Launch.Length + never.When.Impact.Length + never.When.Place.Length > 0)
            {
                Add(text, $"marginKilometers = {never.MarginKilometers}\n");
            }
        }

        return text.ToString();
    }

    private static void AddRounding(System.Text.StringBuilder text, RuleSpec rule)
    {
        FieldForm[] forms = [.. rule.Fields.Select(f => FieldForms.Of[f])];
        if (forms.Contains(FieldForm.Place) || forms.Contains(FieldForm.Extent))
        {
            Add(text, rule.PositionKilometers is { } km ? $"positionKilometers = {km}\n" : (FormattableString)$"positionDegrees = {rule.PositionThousandths / 1000m}\n");
        }

        if (forms.Contains(FieldForm.Time) || forms.Contains(FieldForm.Period))
        {
            Add(text, $"timeSeconds = {rule.TimeSeconds}\n");
        }

        if (forms.Contains(FieldForm.Azimuth))
        {
            Add(text, $"azimuthDegrees = {rule.AzimuthDegrees}\n");
        }

        if (forms.Contains(FieldForm.Class))
        {
            Add(text, $"class = \"{(rule.IsGeneric ? "generic" : "full")}\"\n");
        }

        if (forms.Contains(FieldForm.Percent))
        {
            Add(text, $"confidencePercents = [{string.Join(", ", rule.Percents)}]\n");
        }

        if (forms.Contains(FieldForm.Height))
        {
            Add(text, $"heightKilometers = {rule.HeightKilometers}\n");
        }

        if (forms.Contains(FieldForm.Speed))
        {
            Add(text, $"speedMetersPerSecond = {rule.SpeedMetersPerSecond}\n");
        }

        if (forms.Contains(FieldForm.Count))
        {
            Add(text, $"countStep = {rule.CountStep}\n");
        }
    }

    private static void AddConditions(System.Text.StringBuilder text, ConditionSpec when)
    {
        List("states", when.States);
        List("classes", when.Classes);
        List("launchAreas", [.. when.Launch.Select(a => a.Name)]);
        List("impactAreas", [.. when.Impact.Select(a => a.Name)]);
        List("areas", [.. when.Place.Select(a => a.Name)]);

        void List(string key, string[] words)
        {
            if (words.Length > 0)
            {
                Add(text, $"{key} = [{Quoted(words)}]\n");
            }
        }
    }

    private static string Quoted(string[] words) => string.Join(", ", words.Select(w => $"\"{w}\""));

    private static void Add(System.Text.StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
}
