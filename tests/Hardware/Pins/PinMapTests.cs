using JointWatch.Firmware.Esp32;

namespace JointWatch.Hardware.Tests.Pins;

public sealed class PinMapTests
{
    // Espressif, ESP-IDF Programming Guide 5.5, API reference, GPIO, table of pins: "Strapping pin", "SPI0/1", "GPI", console and USB of each chip.
    // The flash pins are the ones, too, that nanoFramework itself reserves (nf-interpreter, System.Device.Gpio/cpu_gpio.cpp for ESP32).
    private static readonly Dictionary<string, int[]> OtherwiseEngaged = new()
    {
        ["ESP32"] = [0, 2, 5, 12, 15, 6, 7, 8, 9, 10, 11, 16, 17, 1, 3, 34, 35, 36, 37, 38, 39],
        ["ESP32-S3"] = [0, 3, 45, 46, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 19, 20, 43, 44],
        ["ESP32-C3"] = [2, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21],
    };

    public static TheoryData<string> Targets => Repository.Targets;

    [Fact]
    public void The_map_has_a_board_for_every_target_and_no_other() =>
        Assert.Equal(Targets.Select(row => row.Data), Repository.Map.Boards.Select(board => board.Target));

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_pin_has_two_duties(string target)
    {
        Board board = Repository.Board(target);
        Assert.Distinct([board.Led.Gpio, board.Button.Gpio, board.Buzzer.Gpio]);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_pin_in_use_sets_the_boot_mode_or_leads_to_flash_PSRAM_console_or_USB(string target)
    {
        Board board = Repository.Board(target);
        int[] used = [board.Led.Gpio, board.Button.Gpio, board.Buzzer.Gpio];

        Assert.Empty(used.Intersect(OtherwiseEngaged[board.Chip]));
        Assert.Empty(used.Intersect(Repository.Map.AvoidedOn(board).SelectMany(avoid => avoid.Gpios)));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_map_tells_of_every_pin_that_is_otherwise_engaged_why_it_is_left_alone(string target)
    {
        Board board = Repository.Board(target);
        int[] onHeaders = [.. Gpios(board)];
        int[] told = [.. Repository.Map.AvoidedOn(board).SelectMany(avoid => avoid.Gpios)];
        int[] freeHere = target == "ESP32_REV3" ? [16, 17] : [];

        Assert.Empty(OtherwiseEngaged[board.Chip].Intersect(onHeaders).Except(told).Except(freeHere));
        Assert.All(Repository.Map.AvoidedOn(board), avoid => Assert.NotEmpty(avoid.Why));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_pin_in_use_is_on_the_chip_and_on_the_header_that_the_drawing_shows_on_the_right(string target)
    {
        Board board = Repository.Board(target);
        foreach (int gpio in new[] { board.Led.Gpio, board.Button.Gpio, board.Buzzer.Gpio })
        {
            Assert.Contains(gpio, Repository.Map.ChipOf(board).Gpios);
            Assert.NotNull(board.Left.NumberOf(gpio));
        }

        Assert.Contains(board.Left.LabelOf(board.Ground), (string[])["GND", "G"]);
    }

    // Espressif's user guides: ESP32-DevKitC V4 has 2 x 19 pins, ESP32-S3-DevKitC-1 2 x 22, ESP32-C3-DevKitM-1 2 x 15.
    [Theory]
    [InlineData("ESP32_REV3", 19)]
    [InlineData("ESP32_PSRAM_REV3", 19)]
    [InlineData("ESP32_S3_QUAD", 22)]
    [InlineData("ESP32_C3", 15)]
    public void Headers_are_as_long_as_on_the_board_and_name_no_pin_twice(string target, int pins)
    {
        Board board = Repository.Board(target);

        Assert.Equal(pins, board.Left.Pins.Count);
        Assert.Equal(pins, board.Right.Pins.Count);
        Assert.Distinct(Gpios(board));
        Assert.Empty(Gpios(board).Except(Repository.Map.ChipOf(board).Gpios));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_pin_that_must_be_pulled_up_or_driven_can_do_so(string target)
    {
        Board board = Repository.Board(target);

        Assert.Empty(Repository.Map.ChipOf(board).InputOnly.Intersect([board.Led.Gpio, board.Button.Gpio, board.Buzzer.Gpio]));
        Assert.Equal(!board.Button.ActiveHigh, board.Button.PullUp);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_firmware_uses_the_pins_of_the_map(string target)
    {
        Board board = Repository.Board(target);
        BoardPins? pins = BoardPins.ForTarget(target);

        Assert.NotNull(pins);
        Assert.Equal((board.Led.Gpio, board.Led.ActiveHigh), (pins.Led, BoardPins.LedActiveHigh));
        Assert.Equal((board.Button.Gpio, board.Button.ActiveHigh, board.Button.PullUp), (pins.Button, BoardPins.ButtonActiveHigh, BoardPins.ButtonPullUp));
        Assert.Equal((board.Buzzer.Gpio, board.Buzzer.ActiveHigh), (pins.Buzzer, BoardPins.BuzzerActiveHigh));
    }

    [Fact]
    public void The_firmware_knows_no_pins_for_a_board_that_the_map_does_not_have() => Assert.Null(BoardPins.ForTarget("M5Core2"));

    private static IEnumerable<int> Gpios(Board board) =>
        new[] { board.Left, board.Right }.SelectMany(header => Enumerable.Range(1, header.Pins.Count).Select(header.GpioOf)).OfType<int>();
}
