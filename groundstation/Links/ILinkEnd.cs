namespace JointWatch.Links;

/// <summary>One end of the links: the centre's, with a peer for each party, or a party's, whose only peer is the centre. For any number of threads.</summary>
public interface ILinkEnd : IAsyncDisposable
{
    /// <summary>Gets this end's own name.</summary>
    string Self { get; }

    /// <summary>Gets the port that it listens on; 0: it does not.</summary>
    int Port { get; }

    /// <summary>Gets how the link to each peer stands.</summary>
    IReadOnlyList<LinkState> States { get; }

    /// <summary>
    /// Sends a message. It is on the disk when this returns, and is delivered once, in order, when the peer is there: now, in an hour, or after a power cut.
    /// </summary>
    /// <returns>Its number.</returns>
    /// <exception cref="IOException">Too much waits for the peer, or the disk is full: it was not sent.</exception>
    long Send(string to, string kind, ReadOnlyMemory<byte> payload);

    /// <summary>Cuts the link until it is restored: for exercises, as an inject.</summary>
    void Cut();

    /// <inheritdoc cref="Cut"/>
    void Restore();
}
