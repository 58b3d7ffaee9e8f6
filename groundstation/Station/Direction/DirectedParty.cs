using JointWatch.Exercises;
using JointWatch.Station.Demo;
using JointWatch.Station.Hosting;
using JointWatch.Station.Views;

namespace JointWatch.Station.Direction;

/// <summary>A party as the director's panel watches it.</summary>
internal sealed record DirectedParty(string Name, PartySpec? Spec, StationHost Station, BoardRack Boards)
{
    public DirectedPartyView View()
    {
        PictureView picture = Station.Engine.Picture.Current;
        return new DirectedPartyView(
            Name,
            Spec?.Title ?? Name,
            Spec?.Briefing.Trim() ?? "",
            Station.Urls[0],
            Station.Joint?.Link?.States.All(s => s.IsOpen),
            [.. Boards.Of(Name).Select(b => new DirectedBoardView(b.Name, Boards.StateOf(b)))],
            picture.Tracks.Count,
            [.. picture.Warnings.Select(w => $"{w.Id}: {w.State}, {w.Class}, {w.Announced?.Label ?? "not judged"}")]);
    }
}
