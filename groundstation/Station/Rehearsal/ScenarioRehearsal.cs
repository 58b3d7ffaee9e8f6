using System.Globalization;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Emulation;
using JointWatch.Exercises;
using JointWatch.Station.Announcing;
using JointWatch.Station.Core;
using JointWatch.Station.Demo;
using JointWatch.Station.Direction;
using JointWatch.Station.Journal;
using JointWatch.Tracking;

namespace JointWatch.Station.Rehearsal;

/// <summary>
/// Flies a scenario without waiting for it: the firmware on emulated boards, and for each party a station's core, in virtual time. Injects on boards and announcements
/// happen as they will; links and messages between people are only told of. The same scenario gives the same rehearsal.
/// </summary>
internal static class ScenarioRehearsal
{
    private const uint Run = 1;
    private const double ClockPeriodSeconds = 1;
    private const double TickSeconds = 1;
    private static readonly TimeSpan BootPatience = TimeSpan.FromSeconds(60);

    /// <summary>Rehearses it whole.</summary>
    /// <param name="output">Is told what happens, a line each.</param>
    /// <exception cref="InvalidOperationException">A board has failed.</exception>
    public static IReadOnlyList<RehearsedLaunch> Fly(Scenario scenario, StageFactory stages, TextWriter output, CancellationToken cancellation)
    {
        using World world = World.Virtual(scenario.Seed);
        RehearsedParty[] parties =
            [.. scenario.Boards.Select(b => b.Party).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(p => new RehearsedParty(p, scenario, world, stages, output))];
        try
        {
            EmulatedBoard[] boards = [.. parties.SelectMany(p => p.Boards.Values)];
            foreach (EmulatedBoard board in boards)
            {
                board.Board.PowerOn();
            }

            world.RunUntil(() => boards.All(b => b.Online), BootPatience);
            var director = new Director(scenario, Run, Wall(world));
            Begin(director, parties);
            Play(director, parties, world, output, cancellation);
            return boards.FirstOrDefault(b => b.Failure is not null) is { } failed
                ? throw new InvalidOperationException($"board {failed.Name} failed: {failed.Failure}")
                : RehearsedLaunch.Of(director, parties);
        }
        finally
        {
            foreach (RehearsedParty party in parties)
            {
                party.Dispose();
            }
        }
    }

    private static void Begin(Director director, RehearsedParty[] parties)
    {
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        foreach (RehearsedParty party in parties)
        {
            party.Begin(director);
            foreach (ScenarioMessage message in director.Messages)
            {
                party.Publish(Topics.ScenarioRoot + message.Object, buffer[..StationEncoder.Write(message, buffer)]);
            }
        }

        foreach (AnnouncementSpec announcement in director.Scenario.Announcements)
        {
            Announce(director, parties, announcement, announcement.KnownTo);
        }
    }

    private static void Play(Director director, RehearsedParty[] parties, World world, TextWriter output, CancellationToken cancellation)
    {
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        var due = new Queue<InjectSpec>(director.Scenario.Injects.Where(i => i.Auto).OrderBy(i => i.AtSeconds));
        for (double seconds = 0; seconds <= director.Scenario.DurationSeconds; seconds += Math.Min(ClockPeriodSeconds, TickSeconds))
        {
            cancellation.ThrowIfCancellationRequested();
            while (due.TryPeek(out InjectSpec? inject) && inject.AtSeconds <= seconds)
            {
                due.Dequeue();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds,7:F1} s  inject \"{inject.Name}\""));
                Fire(director, parties, inject, seconds);
            }

            byte[] clock = buffer[..StationEncoder.Write(director.ClockAt(Wall(world)), buffer)];
            foreach (RehearsedParty party in parties)
            {
                party.Publish(Topics.Clock, clock);
                party.Take(EntryKind.Tick, "", []);
            }

            world.RunFor(TimeSpan.FromSeconds(ClockPeriodSeconds));
        }
    }

    private static void Fire(Director director, RehearsedParty[] parties, InjectSpec inject, double seconds)
    {
        switch (inject.Act)
        {
            case BoardSwitchAct { On: true } act:
                Board(parties, act.Party, act.Node).Board.PowerOn();
                break;
            case BoardSwitchAct act:
                Board(parties, act.Party, act.Node).Board.CutPower();
                break;
            case BoardLiesAct act:
                BoardSpec spec = director.Scenario.Boards.Single(b => b.Party == act.Party && b.Node == act.Node);
                Board(parties, act.Party, act.Node).Hears.Tell(new BoardLie(spec, act, director, seconds));
                break;
            case AnnounceAct act:
                Announce(director, parties, director.Scenario.Announcements.Single(a => a.Party == act.Party && a.Id == act.Id), act.To);
                break;
        }
    }

    /// <summary>What the centre knows, all its parties know.</summary>
    private static void Announce(Director director, RehearsedParty[] parties, AnnouncementSpec announcement, IReadOnlyList<string> to)
    {
        string id = $"{announcement.Id}-{director.Run}";
        foreach (RehearsedParty party in parties.Where(p => to.Contains(p.Name) || to.Contains(PartySpec.Centre)))
        {
            party.Take(EntryKind.Notification, AnnouncementTopic.Of(announcement.Party, id), ScenarioAnnouncements.Notification(announcement, id, director));
        }
    }

    private static EmulatedBoard Board(RehearsedParty[] parties, string party, string node) => parties.Single(p => p.Name == party).Boards[node];

    private static UtcMicroseconds Wall(World world) => UtcMicroseconds.From(world.Scheduler.UtcNow);
}
