using JointWatch.Joint.Picture;
using JointWatch.Links;

namespace JointWatch.Station.Joint;

/// <summary>How links stand, for the page.</summary>
internal static class LinkViews
{
    public static IReadOnlyList<LinkView> Of(ILinkEnd? end) =>
        end is null ? [] : [.. end.States.Select(s => new LinkView(s.Peer, s.IsOpen, s.Since?.ToString("O"), s.LastHeard?.ToString("O"), s.Waiting, s.IsHeldBack, s.Fault))];
}
