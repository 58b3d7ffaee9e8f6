namespace JointWatch.Station.Core;

/// <summary>The core's tunable numbers.</summary>
public sealed record CoreOptions
{
    /// <summary>Gets how far a report may be ahead of the station's clock, seconds of the wall clock, 0.1 to 3,600: two SNTP clocks on one network agree far better.</summary>
    public double MaxAheadSeconds { get; init; } = 5;

    /// <summary>Gets how long reports are waited for before time passes for tracks without detections, seconds of the wall clock, 0 to 60: network and queues take less.</summary>
    public double PatienceSeconds { get; init; } = 1;

    /// <summary>Gets after how long without its director's clock an exercise counts as ended, seconds of the wall clock, 5 to 3,600: the clock comes each second, and a reconnect takes some.</summary>
    public double DirectorPatienceSeconds { get; init; } = 60;

    /// <summary>Gets how often at most the warning stage looks at the tracks, seconds of the station's clock, 0.01 to 10: faster than a watch officer reads.</summary>
    public double WarningPeriodSeconds { get; init; } = 0.25;

    /// <summary>Gets how many ticks lie between two digests, 1 to 10,000: every ten seconds at two ticks a second.</summary>
    public int TicksPerDigest { get; init; } = 20;

    /// <summary>Gets how many warnings of pictures before the present one stay listed, 0 to 10,000.</summary>
    public int PastWarningsKept { get; init; } = 100;
}
