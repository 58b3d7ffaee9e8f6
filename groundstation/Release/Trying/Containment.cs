using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Trying;

/// <summary>Whether one rounded value tells no more than another.</summary>
internal static class Containment
{
    /// <summary>Whether all that lies in <paramref name="inner"/> lies in <paramref name="outer"/> too. What is not known lies around everything.</summary>
    public static bool Holds(RoundedValue? outer, RoundedValue? inner) => (outer, inner) switch
    {
        (null, _) => true,
        (Cell o, Cell i) => o.SouthThousandths <= i.SouthThousandths && o.NorthThousandths >= i.NorthThousandths
            && o.WestThousandths <= i.WestThousandths && o.EastThousandths >= i.EastThousandths,
        (TimeStep o, TimeStep i) => o.FromUnixSeconds <= i.FromUnixSeconds && o.FromUnixSeconds + o.Seconds >= i.FromUnixSeconds + i.Seconds,
        (TimeSpanSteps o, TimeSpanSteps i) => o.Seconds % i.Seconds == 0 && o.FromUnixSeconds <= i.FromUnixSeconds && o.UntilUnixSeconds >= i.UntilUnixSeconds,
        (Sector o, Sector i) => o.StepDegrees % i.StepDegrees == 0
            && (o.WidthDegrees == 360 || (((i.FromDegrees - o.FromDegrees + 360) % 360) + i.WidthDegrees) <= o.WidthDegrees),
        (Band o, Band i) => o.Unit == i.Unit && o.From <= i.From && o.To >= i.To,
        (Extent o, Extent i) => o.StepKilometers % i.StepKilometers == 0 && o.AtMostKilometers >= i.AtMostKilometers,
        (Word o, Word i) => o == i || (StateWords.Classes.TryGetValue(i.Text, out Warnings.ObjectClass type) && StateWords.Generic(type) == o.Text),
        (WordList o, WordList i) => o.Equals(i),
        _ => false,
    };
}
