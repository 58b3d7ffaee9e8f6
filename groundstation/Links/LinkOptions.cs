using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace JointWatch.Links;

/// <summary>What both ends need.</summary>
/// <param name="Self">The end's own name: a party's, or <see cref="LinkNames.Centre"/>.</param>
/// <param name="Folder">Where what waits is kept; made where it is missing. It belongs to this end alone.</param>
/// <param name="Certificate">Its certificate with its key; the caller disposes of it.</param>
/// <param name="Authority">The authority that the other side's certificate must be of.</param>
/// <param name="Program">This program and its version, for people on the other side.</param>
public abstract record LinkOptions(string Self, string Folder, X509Certificate2 Certificate, X509Certificate2 Authority, string Program)
{
    /// <summary>Gets the limits.</summary>
    public LinkLimits Limits { get; init; } = new();
}

/// <summary>What the centre's end needs.</summary>
/// <param name="Port">0: any free one.</param>
/// <param name="Parties">Who may come.</param>
public sealed record CentreLinkOptions(
    string Folder, X509Certificate2 Certificate, X509Certificate2 Authority, string Program, IPAddress Address, int Port, IReadOnlyList<string> Parties)
    : LinkOptions(LinkNames.Centre, Folder, Certificate, Authority, Program);

/// <summary>What a party's end needs.</summary>
/// <param name="Host">The centre's name or address, as in its certificate.</param>
public sealed record PartyLinkOptions(string Self, string Folder, X509Certificate2 Certificate, X509Certificate2 Authority, string Program, string Host, int Port)
    : LinkOptions(Self, Folder, Certificate, Authority, Program);

/// <summary>Names and topics of links.</summary>
public static class LinkNames
{
    /// <summary>The centre's name: no party may bear it.</summary>
    public const string Centre = "centre";

    internal static string Up(string party) => $"{Contract.Topics.Root}link/{party}/up";

    internal static string Down(string party) => $"{Contract.Topics.Root}link/{party}/down";
}
