namespace JointWatch.Links;

/// <summary>A message from another station.</summary>
/// <param name="From">The party, or the centre.</param>
/// <param name="Number">Counts what that peer has sent here, from 1, without gaps.</param>
/// <param name="Kind">What it is: 1 to 32 characters of ASCII.</param>
public sealed record LinkMessage(string From, long Number, string Kind, ReadOnlyMemory<byte> Payload);

/// <summary>
/// Takes a message. When it returns, the message is taken for good and never comes again; if it throws, or the program is killed, it comes again.
/// Messages of one peer come one after the other, in order; those of several peers at the same time.
/// </summary>
public delegate ValueTask LinkHandler(LinkMessage message, CancellationToken cancellation);
