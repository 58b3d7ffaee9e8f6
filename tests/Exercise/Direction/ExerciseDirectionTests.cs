using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Tracking;

namespace JointWatch.Exercise.Tests.Direction;

public class ExerciseDirectionTests
{
    private static readonly UtcMicroseconds Noon = new(1_780_000_000_000_000);

    private readonly List<string> _fired = [];
    private readonly List<string> _told = [];
    private readonly Director _director = new(ScenarioFile.Read("barents-1995"), 1, Noon);
    private readonly ExerciseDirection _direction;

    public ExerciseDirectionTests() => _direction = new ExerciseDirection(_director, i => _fired.Add(i.Name), a => _told.Add($"{a.ExerciseSeconds:F0} {a.Act} {a.Detail} by {a.By}".Replace("  ", " ", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_happens_before_it_is_started()
    {
        _direction.Hold(Noon);
        _direction.AdvanceTo(Noon.AddSeconds(500));

        Assert.Empty(_fired);
        Assert.Equal(0, _director.Clock.ElapsedSeconds(Noon.AddSeconds(500)));
        Assert.Throws<InvalidInputException>(() => _direction.Fire(Noon, "The note is found", "x"));
        Assert.Throws<InvalidInputException>(() => _direction.Pause(Noon, "x"));
    }

    [Fact]
    public void What_has_a_time_fires_then_once_by_the_exercises_clock_and_the_rest_waits_for_a_hand()
    {
        _direction.Hold(Noon);
        _direction.Start(Noon.AddSeconds(60), "Vik");
        _direction.AdvanceTo(Noon.AddSeconds(60 + 149));
        Assert.Empty(_fired);

        _direction.AdvanceTo(Noon.AddSeconds(60 + 151));
        _direction.AdvanceTo(Noon.AddSeconds(60 + 152));
        Assert.Equal(["Bravo's command calls"], _fired);

        _direction.Pause(Noon.AddSeconds(60 + 160), "Vik");
        _direction.AdvanceTo(Noon.AddSeconds(9_000));
        Assert.Equal(["Bravo's command calls"], _fired);

        _direction.Fire(Noon.AddSeconds(9_000), "The note is found", "Vik");
        _direction.Resume(Noon.AddSeconds(9_000), "Vik");
        _direction.AdvanceTo(Noon.AddSeconds(9_000 + 700));
        Assert.Equal(["Bravo's command calls", "The note is found", "The case is opened"], _fired);
        Assert.Equal(
            [
                "0 start The rocket and the note by Vik", "151 inject Bravo's command calls: to bravo: \"Your command asks: what is it, where does it come down, and how sure are you? You have two minutes.\" by plan",
                "160 pause by Vik", "160 inject The note is found: alfa/aurora becomes known to bravo by Vik", "160 resume by Vik",
            ],
            _told.Take(5));
        Assert.Equal("840 over by plan", _told[^1]);
        Assert.Equal([151, 160, 840], _direction.Injects.Select(i => Math.Floor(i.FiredAtSeconds!.Value)));
    }

    [Fact]
    public void Several_that_are_due_fire_in_order_of_time()
    {
        _direction.Start(Noon, "Vik");
        _direction.AdvanceTo(Noon.AddSeconds(600));

        Assert.Equal(["Bravo's command calls", "The case is opened"], _fired);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_001)]
    [InlineData(double.NaN)]
    public void A_speed_that_is_none_is_refused_and_changes_nothing(double speed)
    {
        _direction.Start(Noon, "Vik");
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => _direction.SetSpeed(Noon, speed, "Vik"));

        Assert.Contains("expected a number from 0.001 to 1000", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, _director.Clock.Rate);
    }

    [Fact]
    public void A_note_is_kept_with_who_made_it_and_an_empty_one_refused()
    {
        _direction.Note(Noon, "Bravo asks nobody", "Vik");

        Assert.Throws<InvalidInputException>(() => _direction.Note(Noon, " ", "Vik"));
        Assert.Throws<InvalidInputException>(() => _direction.Note(Noon, new string('x', 2_001), "Vik"));
        Assert.Equal("Bravo asks nobody", Assert.Single(_direction.Acts).Detail);
    }
}
