using JointWatch.Tracking;

namespace JointWatch.Metrics.AirPicture;

/// <summary>When a track belongs to an object, for the SIAP attributes.</summary>
public sealed record SiapOptions
{
    /// <summary>
    /// Gets how near a track must be to the object nearest to it, metres. Default 500, the cut-off at which the published sets are scored; 1e-9 to 1e12.
    /// </summary>
    public double NearMeters { get; init; } = 500;

    /// <summary>
    /// Gets how many of its times in a row a track must have the same object nearest. Default 1: what an operator sees at a time counts at that time; 1 to 1,000.
    /// </summary>
    public int TimesInARow { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(NearMeters, 1e-9, 1e12);
        OptionRange.Check(TimesInARow, 1, 1_000);
    }
}
