using CsCheck;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Tests.Board;

public sealed class ButtonTests
{
    [Theory]
    [InlineData(20, ButtonPress.None)]
    [InlineData(30, ButtonPress.Short)]
    [InlineData(300, ButtonPress.Short)]
    [InlineData(1_199, ButtonPress.Short)]
    [InlineData(1_200, ButtonPress.Long)]
    [InlineData(9_000, ButtonPress.Long)]
    public void A_press_is_short_or_long_by_how_long_it_is_held(int heldMs, ButtonPress expected)
    {
        IReadOnlyList<(ButtonPress Press, long AtMs)> presses = Play(5_000, t => t >= 100 && t < 100 + heldMs, 1, heldMs + 1_000);

        Assert.Equal(expected == ButtonPress.None ? [] : [expected], presses.Select(p => p.Press));
    }

    [Fact]
    public void A_long_press_is_felt_while_the_button_is_still_held()
    {
        (ButtonPress press, long at) = Assert.Single(Play(0, t => t >= 100, 1, 5_000));
        Assert.Equal((ButtonPress.Long, 100L + Button.LongMs), (press, at));
    }

    [Fact]
    public void However_a_contact_bounces_for_ten_milliseconds_it_is_one_press()
    {
        Gen.Bool.Array[20].Sample(bounces =>
        {
            bool Down(long t) => t is >= 100 and < 110 ? bounces[t - 100] : t is >= 400 and < 410 ? bounces[t - 390] : t is >= 110 and < 400;
            Assert.Equal([ButtonPress.Short], Play(0, Down, 1, 2_000).Select(p => p.Press));
        });
    }

    [Fact]
    public void Two_presses_are_two()
    {
        Assert.Equal(2, Play(0, t => t is (>= 100 and < 200) or (>= 300 and < 400), 1, 2_000).Count);
    }

    [Fact]
    public void A_loop_that_looks_only_at_edges_and_when_it_is_told_to_misses_nothing()
    {
        Gen.Select(Gen.Int[60, 4_000], Gen.Int[200, 600]).Sample((held, pause) =>
        {
            bool Down(long t) => (t >= 100 && t < 100 + held) || (t >= 100 + held + pause && t < 200 + held + pause);
            ButtonPress[] every = [.. Play(0, Down, 1, held + 3_000).Select(p => p.Press)];

            Button button = new();
            List<ButtonPress> sparse = [];
            long next = 0;
            for (long t = 0; t < held + 3_000; t++)
            {
                bool edge = t > 0 && Down(t) != Down(t - 1);
                if (edge || t >= next)
                {
                    ButtonPress press = button.Look(Down(t), t);
                    next = t + Math.Max(1, button.UntilLookMs(t));
                    if (press != ButtonPress.None)
                    {
                        sparse.Add(press);
                    }
                }
            }

            Assert.Equal(every, sparse);
        });
    }

    private static List<(ButtonPress Press, long AtMs)> Play(long start, Func<long, bool> down, int pieceMs, int lengthMs)
    {
        Button button = new();
        List<(ButtonPress, long)> presses = [];
        for (long t = 0; t < lengthMs; t += pieceMs)
        {
            ButtonPress press = button.Look(down(t), start + t);
            if (press != ButtonPress.None)
            {
                presses.Add((press, t));
            }
        }

        return presses;
    }
}
