namespace JointWatch.Metrics.AirPicture;

/// <summary>
/// What tracks say of the identity of their objects (the identification attributes of the same paper as <see cref="Siap"/>), in the form of Stone Soup's
/// <c>IDSIAPMetrics</c>: shares of the objects that are tracked, summed over all times; NaN where none is tracked.
/// </summary>
/// <param name="Completeness">Of which at least one track says something.</param>
/// <param name="Correctness">Of which all tracks say what is true.</param>
/// <param name="Ambiguity">Of which tracks say what can neither all be true nor all be false.</param>
public sealed record SiapIdentity(double Completeness, double Correctness, double Ambiguity)
{
    internal static SiapIdentity Of(Comparison comparison, Segment[] segments)
    {
        int tracked = 0;
        int said = 0;
        int correct = 0;
        int wrong = 0;
        for (int truth = 0; truth < comparison.Truth.Count; truth++)
        {
            Segment[] own = [.. segments.Where(segment => segment.Truth == truth)];
            for (int k = 0; k < comparison.Times.Count; k++)
            {
                if (comparison.Truth[truth].Places[k] is not { } place)
                {
                    continue;
                }

                string?[] words = [.. own
                    .Where(s => s.First <= k && s.Last >= k)
                    .Select(s => comparison.Tracks[s.Track].Places[k])
                    .OfType<Place>()
                    .Select(track => track.Identity)];
                tracked += words.Length > 0 ? 1 : 0;
                if (words.Any(word => word is not null))
                {
                    said++;
                    correct += words.All(word => word == place.Identity) ? 1 : 0;
                    wrong += words.All(word => word is not null && word != place.Identity) ? 1 : 0;
                }
            }
        }

        return new SiapIdentity(said / (double)tracked, correct / (double)tracked, (said - correct - wrong) / (double)tracked);
    }
}
