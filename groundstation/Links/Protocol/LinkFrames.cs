namespace JointWatch.Links.Protocol;

/// <summary>A frame of <c>links.cddl</c>.</summary>
internal abstract record LinkFrame;

/// <param name="Stream">The sender's stream to this peer.</param>
/// <param name="First">The number of the first message of it that still waits; the next one's where none does.</param>
/// <param name="TakenStream">The stream that <paramref name="Taken"/> is of; <see cref="Guid.Empty"/>: nothing was ever taken.</param>
internal sealed record HelloFrame(bool IsAnswer, int Lowest, int Highest, string Program, Guid Stream, long First, Guid TakenStream, long Taken) : LinkFrame;

internal sealed record MessageFrame(long Number, string Kind, ReadOnlyMemory<byte> Payload) : LinkFrame;

internal sealed record TakenFrame(long Number) : LinkFrame;

internal sealed record FaultFrame(string Words) : LinkFrame;

/// <summary>Bytes of a peer are no frame.</summary>
internal sealed class FrameException(string message, Exception? inner = null) : Exception(message, inner);
