namespace JointWatch.Station.Views;

/// <summary>
/// <c>POST /api/nodes/{party}/{node}/commands</c>: what is asked for. Commands are taken from the station's own machine alone.
/// </summary>
/// <param name="Verb">start, stop, scan-period, identify, reboot or set-up.</param>
/// <param name="ScanPeriodMicroseconds">For scan-period: 10,000 to 60,000,000.</param>
/// <param name="SetUp">For set-up: the new node.json, at most 2,000 bytes of UTF-8.</param>
public sealed record CommandRequest(string Verb, uint? ScanPeriodMicroseconds = null, string? SetUp = null);

/// <summary>What became of a command. <paramref name="Result"/> is done, refused, repeated, not answered or not sent.</summary>
/// <param name="Boot">The start of the node that it was for.</param>
/// <param name="IsSealed">Whether it was sealed with the node's key.</param>
/// <param name="Reason">Why it was not done, or null.</param>
public sealed record CommandView(long Number, long Boot, bool IsSealed, string Result, string? Reason);

/// <summary>Why a request was not taken.</summary>
public sealed record ErrorReplyView(string Error);
