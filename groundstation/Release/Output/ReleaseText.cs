using System.Globalization;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Output;

/// <summary>A release as a line for people.</summary>
public static class ReleaseText
{
    /// <summary>The values, as in <c>launchTime 12:00:10Z + 10 s; class ballistic</c>.</summary>
    public static string Of(Release release) =>
        release.Act == ReleaseAct.Ended ? "ended" : string.Join("; ", release.Values.Select(v => $"{Catalogue.Of(v.Field).Name} {Of(v.Value)}"));

    /// <summary>A value in words and whole numbers.</summary>
    private static string Of(RoundedValue? value) => value switch
    {
        null => "not known",
        Cell c => $"{Degrees(c.SouthThousandths)} to {Degrees(c.NorthThousandths)} N, {Degrees(c.WestThousandths)} to {Degrees(c.EastThousandths)} E",
        TimeStep t => Number($"{TimeText.Of(t.FromUnixSeconds)} + {t.Seconds} s"),
        TimeSpanSteps p => $"{TimeText.Of(p.FromUnixSeconds)} to {TimeText.Of(p.UntilUnixSeconds)}",
        Sector s => Number($"{s.FromDegrees} to {s.FromDegrees + s.WidthDegrees}°"),
        Band b => Number($"{b.From} to {b.To}{Unit(b.Unit)}"),
        Extent e => Number($"within {e.AtMostKilometers} km"),
        Word w => w.Text,
        WordList l => string.Join(", ", l.Texts),
        _ => "",
    };

    private static string Degrees(int thousandths) => Number($"{thousandths / 1000m}°");

    private static string Unit(AmountUnit unit) => unit switch
    {
        AmountUnit.Percent => " %",
        AmountUnit.Kilometers => " km",
        AmountUnit.MetersPerSecond => " m/s",
        _ => "",
    };

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
