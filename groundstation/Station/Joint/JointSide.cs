using System.Threading.Channels;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Joint.Desk;
using JointWatch.Joint.Picture;
using JointWatch.Links;
using JointWatch.Releases.Inputs;
using JointWatch.Station.Announcing;
using JointWatch.Station.Core;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;
using JointWatch.Station.Releasing;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Joint;

/// <summary>A station's part in a joint centre: its desk, the link, and what goes between them and the station's core.</summary>
internal sealed class JointSide : IThingTaker, IAsyncDisposable
{
    private const int MostAnnounced = 1_000;

    private readonly JointSettings _settings;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly Channel<Said<AnnouncementBody>> _announced = Channel.CreateBounded<Said<AnnouncementBody>>(new BoundedChannelOptions(MostAnnounced) { FullMode = BoundedChannelFullMode.DropOldest });
    private PartyLink? _link;
    private Task _announcing = Task.CompletedTask;
    private bool _isOurs;

    /// <summary>Opens the desk; what it says waits in its folder until <see cref="Start"/>.</summary>
    /// <param name="journal">The station's journal, of which raw data are removed where the party has promised that.</param>
    public JointSide(JointSettings settings, string journal, TimeProvider time, Action<string> log)
    {
        _settings = settings;
        _time = time;
        _log = log;
        Desk = new JointDesk(settings.Desk, time, (kind, payload) => _link?.Send(LinkNames.Centre, kind, payload))
        {
            Announced = said => _announced.Writer.TryWrite(said),
        };
        Keeper = Desk.DeletionDays is { } days ? new RawDataKeeper(Desk, () => _isOurs, days, journal, time, log) : null;
        if (settings.Exercise is null)
        {
            Begin(UtcMicroseconds.From(time.GetUtcNow()));
        }
    }

    public JointDesk Desk { get; }

    /// <summary>Gets what deletes raw data and says so; null: the party has not promised it.</summary>
    public RawDataKeeper? Keeper { get; }

    /// <summary>Gets the link; null before the start.</summary>
    public PartyLink? Link => _link;

    /// <summary>Connects to the centre. What other parties announce goes into the station's own book of announcements from now on.</summary>
    public void Start(StationIntake intake)
    {
        _link = PartyLink.Start(
            _settings.Link,
            (message, _) =>
            {
                Desk.Receive(message.Kind, message.Payload);
                return ValueTask.CompletedTask;
            },
            _time,
            _log);
        Desk.Wake();
        Keeper?.Start();
        Desk.Start();
        _announcing = Task.Run(() => AnnounceAsync(intake));
    }

    /// <summary>Announces a launch of the party's own to the centre.</summary>
    /// <exception cref="RecordException">It is another party's, or changes what was not announced.</exception>
    public RecordHash Announce(Notification notification)
    {
        if (notification.Party != Desk.Party.Name)
        {
            throw new RecordException("party", notification.Party, $"{Desk.Party}: a party announces its own launches");
        }

        return Desk.SayByHand(AnnouncedLaunch.Body(notification, Desk.LastSaidOf(notification.Id)));
    }

    /// <summary>What the page shows.</summary>
    public JointView View(bool withFusion) => Desk.View(withFusion) with { Links = LinkViews.Of(_link) };

    /// <inheritdoc/>
    public void Take(LaunchWarning warning, UtcMicroseconds now)
    {
        if (_isOurs)
        {
            Desk.Take(warning, now);
        }
    }

    /// <inheritdoc/>
    public void Take(Unreleased thing, UtcMicroseconds now)
    {
        if (_isOurs)
        {
            Desk.Take(thing, now);
        }
    }

    /// <inheritdoc/>
    public void Clear(StationCore core)
    {
        string? exercise = ExerciseMark.Of(core.Exercise);
        _isOurs = exercise == _settings.Exercise;
        if (_isOurs)
        {
            Begin(core.Now);
        }
    }

    /// <inheritdoc/>
    public void AdvanceTo(UtcMicroseconds now)
    {
        if (_isOurs)
        {
            Desk.AdvanceTo(now);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _announced.Writer.TryComplete();
        await _announcing;
        if (_link is not null)
        {
            await _link.DisposeAsync();
        }

        Keeper?.Dispose();
        Desk.Dispose();
    }

    private void Begin(UtcMicroseconds now)
    {
        _isOurs = true;
        Desk.Begin(_settings.Exercise, now);
    }

    private async Task AnnounceAsync(StationIntake intake)
    {
        await foreach (Said<AnnouncementBody> said in _announced.Reader.ReadAllAsync())
        {
            try
            {
                await intake.SubmitAsync(EntryKind.Notification, AnnouncementTopic.Of(said.By.Name, said.Body.Id), AnnouncedLaunch.Notification(said), default);
            }
            catch (ChannelClosedException)
            {
                return;
            }
        }
    }
}
