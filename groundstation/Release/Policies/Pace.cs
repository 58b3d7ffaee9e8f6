namespace JointWatch.Releases.Policies;

/// <summary>
/// When a rule releases. The station looks at things at whole multiples of <paramref name="EverySeconds"/> since 1970, and at no other instant: so the time of a release
/// tells no more than that raster.
/// </summary>
/// <param name="DelaySeconds">What was seen goes out so much later, up to the next multiple.</param>
/// <param name="EverySeconds">The raster of releases.</param>
/// <param name="ReviseEverySeconds">The raster of revisions, a multiple of it; null: a thing is said once.</param>
/// <param name="AtMostRevisions">How often at most a thing is said anew.</param>
public sealed record Pace(int DelaySeconds, int EverySeconds, int? ReviseEverySeconds, int AtMostRevisions);

/// <summary>Whether it is said that a thing which was released has come to an end.</summary>
public enum EndSaid
{
    /// <summary>Never.</summary>
    Never = 0,

    /// <summary>Only if it was cancelled: it never was.</summary>
    Cancelled = 1,

    /// <summary>Whenever it ends; not how.</summary>
    Always = 2,
}
