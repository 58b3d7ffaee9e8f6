using System.Globalization;

namespace JointWatch.Warnings.Announcements;

/// <summary>One warning, watched from its first sign to its end against the announcements in force.</summary>
internal sealed class FlightWatch(AnnouncementOptions options)
{
    private const double WorthALook = 0.01;

    /// <summary>Beyond so many sigma the number says no more.</summary>
    private const double BeyondCounting = 20;

    private readonly SortedDictionary<string, string> _departures = new(StringComparer.Ordinal);

    /// <summary>Gets the announcement that the flight was matched with, or null. A match is kept: what leaves it departs.</summary>
    public string? Matched { get; private set; }

    public AnnouncementVerdict Judge(LaunchWarning warning, IReadOnlyList<Announcement> inForce)
    {
        (Announcement Plan, IReadOnlyList<FieldFit> Fits, double Weight)[] scored =
        [
            .. inForce.Select(a =>
            {
                IReadOnlyList<FieldFit> fits = FlightFit.Of(warning, a, options);
                return (a, fits, Math.Exp(Math.Clamp(fits.Sum(f => f.LogRatio), -600, 600)));
            }),
        ];
        double sum = options.UnannouncedPrior + scored.Sum(s => s.Weight);
        Reading[] readings =
        [
            .. scored.Select(s => new Reading(s.Plan.Name, s.Weight / sum, s.Fits))
                .Append(new Reading(null, options.UnannouncedPrior / sum, []))
                .Where(r => r.Probability >= WorthALook)
                .OrderByDescending(r => r.Probability)
                .ThenBy(r => r.Announcement, StringComparer.Ordinal),
        ];
        if (Matched is null && readings[0] is { Announcement: { } likeliest } && readings[0].Probability >= options.Decision && !scored.Single(s => s.Plan.Name == likeliest).Fits.Any(Departs))
        {
            Matched = likeliest;
        }

        if (Matched is not null)
        {
            NoteDepartures(scored.FirstOrDefault(s => s.Plan.Name == Matched).Fits);
        }

        AnnouncementLabel label = _departures.Count > 0 ? AnnouncementLabel.Departed
            : Matched is not null ? AnnouncementLabel.Announced
            : readings[0].Announcement is null && readings[0].Probability >= options.Decision ? AnnouncementLabel.Unannounced
            : AnnouncementLabel.Ambiguous;
        return new AnnouncementVerdict(label, Matched, readings, [.. _departures.Select(d => $"{d.Key}: {d.Value}")]);
    }

    private bool Departs(FieldFit fit) => fit.Sigmas > options.DepartureSigmas;

    /// <summary>A departure stays noted, with its newest figure: what has once left its announcement is not silently taken back.</summary>
    private void NoteDepartures(IReadOnlyList<FieldFit>? fits)
    {
        if (fits is null)
        {
            _departures["announcement"] = "no longer in force: changed or cancelled during the flight";
            return;
        }

        foreach (FieldFit fit in fits)
        {
            if (Departs(fit))
            {
                _departures[fit.Field] = !double.IsFinite(fit.Sigmas) ? fit.Words
                    : fit.Sigmas > BeyondCounting ? $"{fit.Words}, far beyond the tolerance"
                    : string.Create(CultureInfo.InvariantCulture, $"{fit.Words}, {fit.Sigmas:F1} sigma beyond the tolerance");
            }
        }
    }
}
