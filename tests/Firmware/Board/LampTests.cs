using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Tests.Board;

public sealed class LampTests
{
    public static TheoryData<LampState> States => new(Enum.GetValues<LampState>());

    [Theory]
    [MemberData(nameof(States))]
    public void The_time_until_a_change_is_right_at_every_instant(LampState state)
    {
        int period = Lamp.PeriodMs(state);
        for (int now = 0; now < 2 * period; now++)
        {
            int until = Lamp.UntilChangeMs(state, now);
            Assert.InRange(until, 1, period);
            bool on = Lamp.IsOn(state, now);
            Assert.All(Enumerable.Range(now, until), t => Assert.Equal(on, Lamp.IsOn(state, t)));
        }
    }

    [Theory]
    [InlineData(LampState.Booting, 0)]
    [InlineData(LampState.Wifi, 1)]
    [InlineData(LampState.Clock, 2)]
    [InlineData(LampState.Broker, 3)]
    [InlineData(LampState.Stopped, 4)]
    [InlineData(LampState.SafeMode, 5)]
    public void A_person_can_count_the_flashes_of_a_round(LampState state, int flashes)
    {
        int period = Lamp.PeriodMs(state);
        int begins = Enumerable.Range(1, period - 1).Count(t => Lamp.IsOn(state, t) && !Lamp.IsOn(state, t - 1)) + (flashes > 0 && Lamp.IsOn(state, 0) ? 1 : 0);

        Assert.Equal(flashes, begins);
        Assert.Equal(flashes == 0, Lamp.IsOn(state, period - 1));

        // The pause must be longer than the gap between two flashes, or there is nothing to count.
        int pause = flashes == 0 ? period : Enumerable.Range(0, period).Reverse().TakeWhile(t => !Lamp.IsOn(state, t)).Count();
        Assert.True(pause >= 500);
    }

    [Fact]
    public void No_two_states_look_alike()
    {
        string[] looks = [.. Enum.GetValues<LampState>().Select(s => string.Concat(Enumerable.Range(0, 24_000).Select(t => Lamp.IsOn(s, t) ? '1' : '0')))];
        Assert.Equal(looks.Length, looks.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_table_in_the_firmwares_README_says_what_the_lamp_does()
    {
        string[] rows = [.. File.ReadAllLines(Path.Combine(Repository.Root, "firmware", "Esp32", "README.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))];
        foreach (LampState state in Enum.GetValues<LampState>())
        {
            string cells = Lamp.Flashes(state) == 0 ? "on" : $"{Lamp.Flashes(state)} × {Lamp.OnMs(state)} ms every {Lamp.PeriodMs(state)} ms";
            Assert.Single(rows, row => row.StartsWith($"| `{state}` | {cells} |", StringComparison.Ordinal));
        }
    }
}
