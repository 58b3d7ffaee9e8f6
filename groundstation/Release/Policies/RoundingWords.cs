using System.Globalization;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Policies;

/// <summary>How coarse a field is, in words that follow its own.</summary>
internal static class RoundingWords
{
    private const int Minute = 60;
    private const int Hour = 3_600;

    public static string Of(Quantity quantity, Rounding rounding) => quantity switch
    {
        Quantity.Place => ", as a cell of a fixed grid " + Grid(rounding.Grid!),
        Quantity.Extent => string.Create(CultureInfo.InvariantCulture, $", up to the next {rounding.Grid!.ExtentKilometers} km"),
        Quantity.Time or Quantity.Period => ", to " + Time(rounding.TimeSeconds),
        Quantity.Azimuth => Number($", to {rounding.AzimuthDegrees}°"),
        Quantity.Class => rounding.IsGenericClass ? ", in general: ballistic, space launch, other or unknown" : ", with its range",
        Quantity.Percent => ", by the bands " + Bands(rounding.ConfidencePercents),
        Quantity.Height => Number($", in steps of {rounding.HeightKilometers} km"),
        Quantity.Speed => Number($", in steps of {rounding.SpeedMetersPerSecond} m/s"),
        Quantity.Count => rounding.CountStep == 1 ? "" : Number($", in steps of {rounding.CountStep}"),
        _ => "",
    };

    /// <summary>A length of time, by the largest unit that it is whole in.</summary>
    public static string Time(int seconds) =>
        seconds % Hour == 0 && seconds > 0 ? Number($"{seconds / Hour} h") : seconds % Minute == 0 && seconds > 0 ? Number($"{seconds / Minute} min") : Number($"{seconds} s");

    private static string Grid(GroundGrid grid) => grid.Kilometers is { } side
        ? Number($"that is nowhere finer than {side} km")
        : Number($"of {grid.RowThousandths / 1000m}° by {grid.RowThousandths / 1000m}°");

    private static string Bands(IReadOnlyList<int> bounds) =>
        string.Join(", ", bounds.Prepend(0).Zip(bounds.Append(100), (from, to) => Number($"{from} to {to} %")));

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
