using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Joint.Picture;

/// <summary>What a party's sensors can see, and which are out, as the party has told it.</summary>
internal static class SensorViews
{
    public static IEnumerable<SensorView> Of(RecordBook book, RegisteredParty party, UtcMicroseconds at)
    {
        var coverage = book.CoverageAt(at).Where(c => c.By == party.Id).ToDictionary(c => c.Body.Sensor, c => c.Body, StringComparer.Ordinal);
        var outages = book.OutagesAt(at).Where(o => o.By == party.Id).GroupBy(o => o.Body.Sensor).ToDictionary(o => o.Key, o => o.Last().Body, StringComparer.Ordinal);
        return party.Sensors.Concat(coverage.Keys).Concat(outages.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => Of(name, coverage.GetValueOrDefault(name), outages.GetValueOrDefault(name)));
    }

    private static SensorView Of(string name, CoverageBody? coverage, OutageBody? outage) => new(
        name, coverage is null ? null : coverage.ToSentence(), coverage is null ? null : Circle(coverage), outage?.From.ToString(), outage?.Until?.ToString(), outage?.Why);

    private static CoverageCircleView Circle(CoverageBody coverage) => new(
        coverage.Place.ToGround().Middle.LatitudeDegrees,
        coverage.Place.ToGround().Middle.LongitudeDegrees,
        coverage.Place.RadiusMeters ?? 0,
        Degrees(coverage.AzimuthMicroradians.From),
        Degrees(coverage.AzimuthMicroradians.Width),
        coverage.RangeMeters.Least,
        coverage.RangeMeters.Most);

    private static double Degrees(int microradians) => double.RadiansToDegrees(microradians * 1e-6);
}
