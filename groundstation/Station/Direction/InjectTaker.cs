using JointWatch.Exercises;
using JointWatch.Station.Core;
using JointWatch.Station.Demo;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Direction;

/// <summary>Does what injects say, to stations and boards on this machine. What a station is told goes into its journal, as all that it knows.</summary>
internal sealed class InjectTaker(Director director, IReadOnlyList<ExercisePlace> places, TimeProvider time)
{
    private const string Staff = "directing staff";

    /// <summary>Does it, and hands back when all stations have written it down.</summary>
    public Task TakeAsync(InjectSpec inject) => inject.Act switch
    {
        LinkAct act => Now(() => Switch(act)),
        BoardSwitchAct act => Now(() => Place(act.Party).Boards.Switch(new NodeId(act.Party, act.Node), act.On)),
        BoardLiesAct act => Now(() => Lie(act)),
        AnnounceAct act => AnnounceAsync(director.Scenario.Announcements.Single(a => a.Party == act.Party && a.Id == act.Id), act.To),
        MessageAct act => TellAsync(act.To, inject.Text),
        _ => throw new InvalidOperationException($"nothing is known of {inject.Act.GetType().Name}"),
    };

    /// <summary>Makes an announcement known to some. What the centre is told, its parties learn of by the log; what is told to one station, that station knows alone.</summary>
    public async Task AnnounceAsync(AnnouncementSpec announcement, IReadOnlyList<string> to)
    {
        string id = $"{announcement.Id}-{director.Run}";
        byte[] notification = ScenarioAnnouncements.Notification(announcement, id, director);
        bool isForAll = to.Contains(PartySpec.Centre);
        ExercisePlace? owner = places.FirstOrDefault(p => p.Party == announcement.Party && p.AnnounceToCentre is not null);
        bool goesByTheLog = isForAll && owner is not null;
        foreach (ExercisePlace place in places.DistinctBy(p => p.Intake))
        {
            bool isOwner = place == owner;
            if (goesByTheLog ? isOwner : isForAll || places.Any(p => p.Intake == place.Intake && to.Contains(p.Party)))
            {
                await ScenarioAnnouncements.SubmitAsync(announcement.Party, id, notification, place.Intake, default);
            }
        }

        if (goesByTheLog)
        {
            owner!.AnnounceToCentre!(NotificationReader.Read(notification));
        }
    }

    private async Task TellAsync(IReadOnlyList<string> to, string text)
    {
        foreach (ExercisePlace place in places.Where(p => to.Contains(p.Party)).DistinctBy(p => p.Intake))
        {
            await place.Intake.SubmitAsync(EntryKind.Told, "", new ToldNote(Staff, text).ToPayload(), default);
        }
    }

    private void Switch(LinkAct act)
    {
        if (Place(act.Party).Link is { } link)
        {
            (act.Up ? (Action)link.Restore : link.Cut)();
        }
    }

    private void Lie(BoardLiesAct act)
    {
        BoardSpec spec = director.Scenario.Boards.Single(b => b.Party == act.Party && b.Node == act.Node);
        double since = director.Clock.ElapsedSeconds(UtcMicroseconds.From(time.GetUtcNow()));
        Place(act.Party).Boards.Tell(new NodeId(act.Party, act.Node), new BoardLie(spec, act, director, since));
    }

    private ExercisePlace Place(string party) => places.Single(p => p.Party == party);

    private static Task Now(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
