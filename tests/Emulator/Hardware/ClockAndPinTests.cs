extern alias nano;

using System.Device.Gpio;
using JointWatch.Emulation.Tests.Bench;
using static JointWatch.Emulation.Tests.Bench.Probe;

namespace JointWatch.Emulation.Tests.Hardware;

/// <summary>Clock, time servers and pins.</summary>
public sealed class ClockAndPinTests
{
    [Fact]
    public void UTC_is_1970_until_a_time_server_has_answered_and_right_within_a_round_trip_then()
    {
        using Probe probe = new(() =>
        {
            Print(nano::System.DateTime.UtcNow.Year.ToString());
            AwaitAddress();
            Sleep(2);
            Print("done");
        });

        probe.Run();

        Assert.Equal("1970", probe.Board.Serial.Lines[0].Text);
        Assert.InRange(probe.Board.Clock.Error.TotalMilliseconds, -30, 30);
    }

    [Fact]
    public void An_oscillator_that_is_40_ppm_fast_is_144_ms_ahead_an_hour_after_it_was_set()
    {
        using Probe probe = new(() => Sleep(100_000), new BoardOptions { DriftPpm = 40 });
        probe.Board.PowerOn();
        probe.World.RunFor(TimeSpan.FromSeconds(10));
        double set = probe.Board.Clock.Error.TotalMilliseconds;

        probe.World.RunFor(TimeSpan.FromSeconds(3_580));

        Assert.Equal(set + 143.2, probe.Board.Clock.Error.TotalMilliseconds, 0.5);
        probe.World.RunFor(TimeSpan.FromSeconds(60));
        Assert.InRange(probe.Board.Clock.Error.TotalMilliseconds, -50, 50);
    }

    [Fact]
    public void Time_servers_that_do_not_answer_are_asked_in_turn_again_and_again()
    {
        using Probe probe = new(() =>
        {
            nano::nanoFramework.Networking.Sntp.Server1 = "first";
            nano::nanoFramework.Networking.Sntp.Server2 = "second";
            Sleep(10_000);
        });
        probe.World.Net.TimeServerAt("first").Answers = false;
        probe.World.Net.TimeServerAt("second").Error = TimeSpan.FromHours(1);
        probe.Board.PowerOn();

        Assert.True(probe.World.RunUntil(() => probe.Board.Clock.Utc.Year > 2000, TimeSpan.FromMinutes(2)));

        Assert.Equal(1, probe.Board.Clock.Error.TotalHours, 0.001);
    }

    [Fact]
    public void A_press_reaches_the_firmware_and_a_lamp_keeps_its_history()
    {
        using Probe probe = new(() =>
        {
            using nano::System.Device.Gpio.GpioController controller = new();
            nano::System.Device.Gpio.GpioPin lamp = controller.OpenPin(2, PinMode.Output);
            nano::System.Device.Gpio.GpioPin button = controller.OpenPin(0, PinMode.InputPullUp);
            button.DebounceTimeout = TimeSpan.FromMilliseconds(20);
            button.ValueChanged += (_, e) => Print(e.ChangeType.ToString());
            lamp.Write(PinValue.High);
            Sleep(0.5);
            lamp.Write(PinValue.Low);
            Sleep(10);
            Print("done");
        });
        probe.World.In(TimeSpan.FromSeconds(3), () => probe.Board.Pins.Press(0, TimeSpan.FromMilliseconds(5)));
        probe.World.In(TimeSpan.FromSeconds(4), () => probe.Board.Pins.Press(0, TimeSpan.FromMilliseconds(200)));

        probe.Run();

        Assert.Equal(["Falling", "Rising", "done"], probe.Board.Serial.Lines.Select(l => l.Text));
        Assert.Equal([true, false], probe.Board.Pins[2].Changes.Select(c => c.High));
        Assert.Equal(0.5, (probe.Board.Pins[2].Changes[1].At - probe.Board.Pins[2].Changes[0].At).TotalSeconds, 0.001);
    }

    [Fact]
    public void The_pins_serve_any_program_that_takes_a_driver_of_System_Device_Gpio()
    {
        using Probe probe = new(() => { });
        using GpioController controller = new(probe.Board.Pins);

        using GpioPin pin = controller.OpenPin(4, PinMode.InputPullUp);
        probe.Board.Pins[4].Drive(false);

        Assert.Equal(PinValue.Low, pin.Read());
    }
}
