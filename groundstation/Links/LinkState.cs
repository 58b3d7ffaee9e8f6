namespace JointWatch.Links;

/// <summary>How the link to a peer stands.</summary>
/// <param name="IsOpen">Whether both sides have greeted and agree on a version.</param>
/// <param name="Since">Since when it is open, or closed; null: it never was open.</param>
/// <param name="LastHeard">When the peer was heard of last; null: never.</param>
/// <param name="Waiting">Messages that were sent and that the peer has not taken.</param>
/// <param name="Taken">The number of the last message that was taken from the peer.</param>
/// <param name="Version">The version of the protocol that is spoken; 0 while it is closed.</param>
/// <param name="IsHeldBack">Whether the peer sends more than it may, and waits.</param>
/// <param name="Fault">What is wrong, in words; null: nothing.</param>
public sealed record LinkState(
    string Peer, bool IsOpen, DateTimeOffset? Since, DateTimeOffset? LastHeard, int Waiting, long Taken, int Version, bool IsHeldBack, string? Fault);
