using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Warning.Tests.Announcements;

public sealed class AnnouncementBookTests
{
    private static readonly UtcMicroseconds Noon = UtcMicroseconds.From(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly AnnouncementBook _book = new();

    private AnnouncementEntry Only => Assert.Single(_book.Entries);

    [Fact]
    public void An_announcement_is_planned_due_and_if_nothing_flies_noted_as_not_flown()
    {
        _book.Take(Announce(1), Noon);
        Assert.Equal(AnnouncementState.Planned, Only.State);

        _book.AdvanceTo(Noon.AddSeconds(3_601));
        Assert.Equal(AnnouncementState.Due, Only.State);

        _book.AdvanceTo(Noon.AddSeconds(7_201));
        Assert.Equal(AnnouncementState.NotFlown, Only.State);
    }

    [Fact]
    public void An_announcement_that_no_one_acknowledges_is_a_fault_after_five_minutes_or_when_its_window_opens()
    {
        _book.Take(Announce(1), Noon);
        Assert.False(_book.IsOverdue(Only, Noon.AddSeconds(299)));
        Assert.True(_book.IsOverdue(Only, Noon.AddSeconds(301)));

        _book.Acknowledge("north/a", "Lt. Vik", "seen", Noon.AddSeconds(310));
        Assert.False(_book.IsOverdue(Only, Noon.AddSeconds(4_000)));
        Assert.Equal("Lt. Vik", Only.Acknowledged!.By);

        var late = new AnnouncementBook();
        late.Take(Announce(1), Noon.AddSeconds(3_700));
        Assert.True(late.IsOverdue(Assert.Single(late.Entries), Noon.AddSeconds(3_701)));
    }

    [Fact]
    public void A_change_takes_the_place_of_what_was_announced_and_wants_to_be_acknowledged_anew()
    {
        _book.Take(Announce(1), Noon);
        _book.Acknowledge("north/a", "Lt. Vik", "", Noon);
        _book.Take(Announce(2, NotificationKind.Change, fromSeconds: 9_000, untilSeconds: 9_900), Noon.AddSeconds(60));

        Assert.Equal((2, Noon.AddSeconds(9_000)), (Only.Revision, Only.Plan.From));
        Assert.Null(Only.Acknowledged);
    }

    [Fact]
    public void What_is_taken_back_or_was_flown_says_so()
    {
        _book.Take(Announce(1), Noon);
        _book.Take(new Notification(NotificationKind.Cancellation, "north", "a", 2, "weather", null, null), Noon);
        Assert.Equal((AnnouncementState.Cancelled, "weather"), (Only.State, Only.Note));

        _book.Take(Announce(3, NotificationKind.Change), Noon);
        _book.Take(new Notification(NotificationKind.PostLaunch, "north", "a", 4, "", null, Noon.AddSeconds(3_700)), Noon.AddSeconds(3_800));
        Assert.Equal(AnnouncementState.Flown, Only.State);
    }

    [Fact]
    public void What_does_not_go_with_what_was_announced_is_refused_by_field()
    {
        Assert.Equal(
            "id is 'a', which north has not announced; expected an announced launch",
            Assert.Throws<NotificationException>(() => _book.Take(new Notification(NotificationKind.Cancellation, "north", "a", 2, "", null, null), Noon)).Message);
        _book.Take(Announce(2), Noon);
        _book.Take(Announce(2), Noon);
        Assert.Equal(
            "revision is 1; expected more than 2, the last one of north/a",
            Assert.Throws<NotificationException>(() => _book.Take(Announce(1), Noon)).Message);
        Assert.Equal(
            "revision is 2; expected more than 2, the last one of north/a",
            Assert.Throws<NotificationException>(() => _book.Take(Announce(2, fromSeconds: 60), Noon)).Message);
        Assert.Equal("by", Assert.Throws<NotificationException>(() => _book.Acknowledge("north/a", " ", "", Noon)).Field);
        Assert.Equal("announcement", Assert.Throws<NotificationException>(() => _book.Acknowledge("north/b", "Vik", "", Noon)).Field);
    }

    [Fact]
    public void The_book_keeps_a_thousand_and_lets_those_go_first_that_are_over()
    {
        _book.Take(Announce(1), Noon);
        for (int i = 0; i < AnnouncementBook.MostKept + 50; i++)
        {
            Notification over = Announce(1, fromSeconds: -7_200, untilSeconds: -3_600);
            _book.Take(over with { Id = $"over-{i}", Plan = over.Plan! with { Id = $"over-{i}" } }, Noon.AddSeconds(i));
        }

        Assert.Equal(AnnouncementBook.MostKept, _book.Entries.Count());
        Assert.Contains(_book.Entries, e => e.Plan.Id == "a");
    }

    private static Notification Announce(int revision, NotificationKind kind = NotificationKind.PreLaunch, double fromSeconds = 3_600, double untilSeconds = 7_200)
    {
        var plan = new Announcement(
            "north",
            "a",
            revision,
            ObjectClass.MediumRange,
            Noon.AddSeconds(fromSeconds),
            Noon.AddSeconds(untilSeconds),
            GroundArea.Circle(Geodetic.FromDegrees(60, 20, 0), 5_000),
            null,
            null,
            Noon.AddSeconds(86_400),
            "");
        return new Notification(kind, "north", "a", revision, "", plan, null);
    }
}
