using System.Globalization;
using JointWatch.Tracking;

namespace JointWatch.Exercises;

/// <summary>
/// The directing staff's hand on an exercise: it starts, pauses and hurries it, fires injects, and notes what it sees. What is done is told in order, and kept.
/// It reads no clock: whoever calls says what the wall's time is. For any number of threads.
/// </summary>
public sealed class ExerciseDirection
{
    /// <summary>The longest note, bytes of UTF-8.</summary>
    public const int LongestNoteBytes = 2_000;

    private const string Plan = "plan";
    private const int MostActs = 10_000;

    private readonly Lock _gate = new();
    private readonly Director _director;
    private readonly Action<DirectionAct> _told;
    private readonly Action<InjectSpec> _fire;
    private readonly Dictionary<string, double> _fired = new(StringComparer.Ordinal);
    private readonly Queue<DirectionAct> _acts = new();
    private readonly Queue<InjectSpec> _due;
    private bool _isOver;

    /// <param name="fire">Does what an inject does. Called in order, by whoever calls this, and not under a lock that it needs.</param>
    /// <param name="told">Is told of each act, after it is done.</param>
    public ExerciseDirection(Director director, Action<InjectSpec> fire, Action<DirectionAct> told)
    {
        _director = director;
        _fire = fire;
        _told = told;
        _due = new Queue<InjectSpec>(director.Scenario.Injects.Where(i => i.Auto).OrderBy(i => i.AtSeconds));
    }

    /// <summary>Gets whether it has been started.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Gets the injects, in the scenario's order.</summary>
    public IReadOnlyList<InjectStatus> Injects
    {
        get
        {
            lock (_gate)
            {
                return [.. _director.Scenario.Injects.Select(i => new InjectStatus(i, _fired.TryGetValue(i.Name, out double at) ? at : null))];
            }
        }
    }

    /// <summary>Gets what was done, oldest first.</summary>
    public IReadOnlyList<DirectionAct> Acts
    {
        get
        {
            lock (_gate)
            {
                return [.. _acts];
            }
        }
    }

    /// <summary>Holds the exercise at its beginning, until it is started.</summary>
    public void Hold(UtcMicroseconds wall) => _director.Pause(wall);

    /// <summary>Starts it. Started once, it is resumed by <see cref="Resume"/>.</summary>
    /// <exception cref="InvalidInputException">It has been started.</exception>
    public void Start(UtcMicroseconds wall, string by)
    {
        if (HasStarted)
        {
            throw Refused("start", null, "an exercise that has not been started; it is resumed by 'resume'");
        }

        HasStarted = true;
        _director.Resume(wall);
        Note(wall, "start", _director.Scenario.Name, by);
    }

    /// <exception cref="InvalidInputException">It has not been started.</exception>
    public void Pause(UtcMicroseconds wall, string by)
    {
        NeedStart("pause");
        _director.Pause(wall);
        Note(wall, "pause", "", by);
    }

    /// <exception cref="InvalidInputException">It has not been started.</exception>
    public void Resume(UtcMicroseconds wall, string by)
    {
        NeedStart("resume");
        _director.Resume(wall);
        Note(wall, "resume", "", by);
    }

    /// <summary>Sets how many exercise seconds pass in a second.</summary>
    /// <exception cref="InvalidInputException">It is no such rate.</exception>
    public void SetSpeed(UtcMicroseconds wall, double rate, string by)
    {
        if (!(rate >= ExerciseClock.SlowestRate && rate <= ExerciseClock.FastestRate))
        {
            throw Refused("speed", rate.ToString(CultureInfo.InvariantCulture), $"a number from {ExerciseClock.SlowestRate} to {ExerciseClock.FastestRate} (exercise seconds a second)");
        }

        _director.SetRate(wall, rate);
        Note(wall, "speed", rate.ToString("0.###", CultureInfo.InvariantCulture), by);
    }

    /// <summary>Fires an inject by hand, whether or not it has a time or was fired before.</summary>
    /// <exception cref="InvalidInputException">The scenario has no such inject, or the exercise has not been started.</exception>
    public void Fire(UtcMicroseconds wall, string inject, string by)
    {
        NeedStart("inject");
        InjectSpec spec = _director.Scenario.Injects.FirstOrDefault(i => i.Name == inject)
            ?? throw Refused("inject", inject, "the name of an inject of the scenario");
        Fire(wall, spec, by);
    }

    /// <summary>Notes what the staff sees.</summary>
    /// <exception cref="InvalidInputException">The note is empty or too long.</exception>
    public void Note(UtcMicroseconds wall, string text, string by)
    {
        if (string.IsNullOrWhiteSpace(text) || System.Text.Encoding.UTF8.GetByteCount(text) > LongestNoteBytes)
        {
            throw Refused("note", null, $"1 to {LongestNoteBytes} bytes of text");
        }

        Note(wall, "note", text, by);
    }

    /// <summary>Ends the record.</summary>
    public void End(UtcMicroseconds wall, string by) => Note(wall, "end", "", by);

    /// <summary>Time has passed: fires what is due by the plan, in order of time, and says once when the exercise is over.</summary>
    public void AdvanceTo(UtcMicroseconds wall)
    {
        double seconds = _director.Clock.ElapsedSeconds(wall);
        while (NextDue(seconds) is { } inject)
        {
            Fire(wall, inject, Plan);
        }

        if (!_isOver && HasStarted && seconds >= _director.Clock.DurationSeconds)
        {
            _isOver = true;
            Note(wall, "over", "", Plan);
        }
    }

    private InjectSpec? NextDue(double seconds)
    {
        lock (_gate)
        {
            return HasStarted && _due.TryPeek(out InjectSpec? next) && next.AtSeconds <= seconds ? _due.Dequeue() : null;
        }
    }

    private void Fire(UtcMicroseconds wall, InjectSpec inject, string by)
    {
        lock (_gate)
        {
            _fired[inject.Name] = _director.Clock.ElapsedSeconds(wall);
        }

        _fire(inject);
        Note(wall, "inject", $"{inject.Name}: {ScenarioAccount.Words(inject)}", by);
    }

    private void Note(UtcMicroseconds wall, string act, string detail, string by)
    {
        var done = new DirectionAct(wall, _director.Clock.ElapsedSeconds(wall), act, detail, by);
        lock (_gate)
        {
            _acts.Enqueue(done);
            if (_acts.Count > MostActs)
            {
                _acts.Dequeue();
            }
        }

        _told(done);
    }

    private void NeedStart(string act)
    {
        if (!HasStarted)
        {
            throw Refused(act, null, "an exercise that has been started");
        }
    }

    private static InvalidInputException Refused(string field, string? value, string expected) => new("the director", null, field, value, expected);
}
