namespace JointWatch.Links;

/// <summary>What a link may take and hold. The usual values suit a desk of two parties.</summary>
public sealed record LinkLimits
{
    /// <summary>The longest payload, bytes.</summary>
    public const int LargestPayload = 220_000;

    /// <summary>Gets how many messages may be under way that the peer has not taken.</summary>
    public int Window { get; init; } = 64;

    /// <summary>Gets the most bytes of messages that wait for one peer: beyond, sending fails.</summary>
    public long MostWaitingBytes { get; init; } = 256L << 20;

    /// <summary>Gets how many messages a second a peer may send in the long run.</summary>
    public double MessagesPerSecond { get; init; } = 200;

    /// <summary>Gets how many bytes a second a peer may send in the long run.</summary>
    public double BytesPerSecond { get; init; } = 2_000_000;

    /// <summary>Gets how many seconds of that a peer may send at once.</summary>
    public double BurstSeconds { get; init; } = 5;

    /// <summary>Gets after how long without an answer something is said again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the lowest version of the protocol that is spoken.</summary>
    public int LowestVersion { get; init; } = 1;

    /// <summary>Gets the highest.</summary>
    public int HighestVersion { get; init; } = 1;
}
