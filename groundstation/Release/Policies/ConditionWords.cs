using JointWatch.Releases.Fields;
using JointWatch.Warnings;

namespace JointWatch.Releases.Policies;

/// <summary>Which things a rule is about, in words that follow what they are called.</summary>
internal static class ConditionWords
{
    public static string Of(Conditions when)
    {
        string[] parts =
        [
            .. Part(when.States.Count, () => "in the state " + Or(when.States)),
            .. Part(when.Classes.Count, () => "of the class " + Or(when.Classes.Select(Of))),
            .. Part(when.LaunchAreas.Count, () => "launched from " + Or(when.LaunchAreas.Select(Of))),
            .. Part(when.ImpactAreas.Count, () => "with the impact in " + Or(when.ImpactAreas.Select(Of))),
            .. Part(when.Areas.Count, () => "in " + Or(when.Areas.Select(Of))),
        ];
        return parts.Length == 0 ? "" : " " + string.Join(" and ", parts);
    }

    /// <summary>A class in words.</summary>
    public static string Of(ObjectClass type) => type switch
    {
        ObjectClass.SoundingOrShortRange => "sounding rocket or short range",
        ObjectClass.MediumRange => "medium range",
        ObjectClass.IntermediateRange => "intermediate range",
        ObjectClass.Intercontinental => "intercontinental range",
        ObjectClass.SpaceLaunch => "space launch",
        ObjectClass.ReturningStage => "returning stage",
        _ => StateWords.Of(type),
    };

    private static string Of(NamedArea area) => $"{area.Name} ({area.Words})";

    private static string Or(IEnumerable<string> words) => string.Join(" or ", words.Select(w => w == "notFlown" ? "not flown" : w));

    private static string[] Part(int count, Func<string> words) => count == 0 ? [] : [words()];
}
