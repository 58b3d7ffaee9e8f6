using JointWatch.Metrics.Sets;
using JointWatch.Tracking;

namespace JointWatch.Metrics.Delay;

/// <summary>How long an object waits for its first confirmed track.</summary>
/// <param name="Target">The object's name.</param>
/// <param name="FromTruthSeconds">From its first time to the first at which a track holds it; null where none ever does.</param>
/// <param name="FromDetectionSeconds">
/// From its first detection, likewise; null also where its detections are not known. Below 0 where a track held it, by chance or by the tracker's foresight, before it
/// was detected.
/// </param>
public sealed record TargetLatency(string Target, double? FromTruthSeconds, double? FromDetectionSeconds);

/// <summary>How long objects wait for their first confirmed tracks; a track holds an object where GOSPA's assignment joins them.</summary>
/// <param name="Targets">Every object that is there at one of the times at least, in order.</param>
public sealed record Latency(IReadOnlyList<TargetLatency> Targets)
{
    /// <summary>Gets the mean from the first time, of the objects that are ever held, seconds; NaN where none is.</summary>
    public double MeanFromTruthSeconds => Targets.Select(t => t.FromTruthSeconds).OfType<double>().DefaultIfEmpty(double.NaN).Average();

    /// <summary>Gets the mean from the first detection, of the objects that are ever held and whose detections are known, seconds; NaN where there is none.</summary>
    public double MeanFromDetectionSeconds => Targets.Select(t => t.FromDetectionSeconds).OfType<double>().DefaultIfEmpty(double.NaN).Average();

    /// <summary>Gets the longest wait from the first time, of the objects that are ever held, seconds; NaN where none is.</summary>
    public double LongestFromTruthSeconds => Targets.Select(t => t.FromTruthSeconds).OfType<double>().DefaultIfEmpty(double.NaN).Max();

    /// <summary>Gets the share of objects that no track ever holds, from 0 to 1; NaN without objects.</summary>
    public double NeverHeld => Targets.Count(t => t.FromTruthSeconds is null) / (double)Targets.Count;

    /// <summary>Measures, to the spacing of the times.</summary>
    /// <param name="comparison">Objects and confirmed tracks.</param>
    /// <param name="metric">By which tracks hold objects.</param>
    /// <param name="firstDetections">When each object, by its name, was first detected; what is not known is left out.</param>
    public static Latency Of(Comparison comparison, SetMetric metric, IReadOnlyDictionary<string, UtcMicroseconds> firstDetections)
    {
        int?[] held = new int?[comparison.Truth.Count];
        int?[] there = new int?[comparison.Truth.Count];
        for (int k = 0; k < comparison.Times.Count; k++)
        {
            int[] truths = [.. Enumerable.Range(0, held.Length).Where(i => comparison.Truth[i].Places[k] is not null)];
            foreach (int truth in truths)
            {
                there[truth] ??= k;
            }

            SetDistance distance = metric.Between(
                [.. truths.Select(i => comparison.Truth[i].Places[k]!.Value.Position)],
                [.. comparison.Tracks.Select(track => track.Places[k]).OfType<Place>().Select(place => place.Position)]);
            foreach ((int truth, _, _) in distance.Pairs)
            {
                held[truths[truth]] ??= k;
            }
        }

        return new Latency(
        [
            .. Enumerable.Range(0, held.Length).Where(i => there[i] is not null).Select(i =>
            {
                string name = comparison.Truth[i].Name;
                UtcMicroseconds? first = held[i] is { } k ? comparison.Times[k] : null;
                return new TargetLatency(
                    name,
                    first?.SecondsSince(comparison.Times[there[i]!.Value]),
                    firstDetections.TryGetValue(name, out UtcMicroseconds detected) ? first?.SecondsSince(detected) : null);
            }),
        ]);
    }
}
