using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Policies;

namespace JointWatch.Releases.Releasing;

/// <summary>From exact values to rounded ones. What is no number is not known.</summary>
internal static class Rounder
{
    public static RoundedValue? Round(Quantity quantity, Exact? value, Rounding rounding) => (quantity, value) switch
    {
        (Quantity.Place, Exact.Place place) => rounding.Grid!.CellOf(place.Value),
        (Quantity.Extent, Exact.Length length) => Extent.Of(length.Value, rounding.Grid!.ExtentKilometers),
        (Quantity.Time, Exact.Instant time) => TimeStep.Of(time.Value, rounding.TimeSeconds),
        (Quantity.Period, Exact.Period period) =>
            new TimeSpanSteps(Raster.Down(period.From, rounding.TimeSeconds), Raster.Up(period.Until, rounding.TimeSeconds), rounding.TimeSeconds),
        (Quantity.Azimuth, Exact.Direction direction) => Sector.Of(direction.From, direction.Width, rounding.AzimuthDegrees),
        (Quantity.Class, Exact.Kind type) => new Word(rounding.IsGenericClass ? StateWords.Generic(type.Value) : StateWords.Of(type.Value)),
        (Quantity.Percent, Exact.Number number) => Band.OfPercent(number.Value, rounding.ConfidencePercents),
        (Quantity.Height, Exact.Number number) => Band.Of(number.Value, rounding.HeightKilometers, AmountUnit.Kilometers),
        (Quantity.Speed, Exact.Number number) => Band.Of(number.Value, rounding.SpeedMetersPerSecond, AmountUnit.MetersPerSecond),
        (Quantity.Count, Exact.Number number) => Band.Of(number.Value, rounding.CountStep, AmountUnit.Items),
        (Quantity.Word, Exact.Text text) => new Word(text.Value),
        (Quantity.Words, Exact.Texts texts) => new WordList([.. texts.Values.Order(StringComparer.Ordinal)]),
        _ => null,
    };
}
