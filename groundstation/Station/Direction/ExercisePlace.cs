using JointWatch.Links;
using JointWatch.Station.Demo;
using JointWatch.Station.Intake;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Direction;

/// <summary>Where an inject finds a party: its station, its boards, and what ties it to the centre.</summary>
/// <param name="Link">The party's link to the centre; null where there is no centre.</param>
/// <param name="AnnounceToCentre">Announces a launch of the party's own at the centre; null where there is none.</param>
internal sealed record ExercisePlace(string Party, StationIntake Intake, BoardRack Boards, PartyLink? Link, Action<Notification>? AnnounceToCentre);
