using JointWatch.Joint.Desk;
using JointWatch.Links;

namespace JointWatch.Station.Joint;

/// <summary>What a station needs to know to take part in a joint centre. The caller disposes of the keys and certificates, after the station.</summary>
/// <param name="Exercise">The exercise that the centre is of; null: meant in earnest. Under another clock the station says nothing.</param>
internal sealed record JointSettings(DeskOptions Desk, PartyLinkOptions Link, string? Exercise);
