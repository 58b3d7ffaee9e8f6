using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointWatch.Hardware;

/// <summary>hardware/pins.json: which pin of which board does what, and how the breadboard is laid out.</summary>
public sealed record PinMap(IReadOnlyList<Chip> Chips, IReadOnlyList<Board> Boards, Breadboard Breadboard, IReadOnlyList<PartLine> Parts)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <exception cref="InvalidDataException">Names the file and what is wrong.</exception>
    public static PinMap Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<PinMap>(File.ReadAllText(path), Options)
                ?? throw new InvalidDataException($"{path} holds 'null'; expected an object");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    public Chip ChipOf(Board board) => Chips.First(chip => chip.Name == board.Chip);

    /// <summary>All pins of a board that have another duty, with the reason.</summary>
    public IEnumerable<PinsToAvoid> AvoidedOn(Board board) => ChipOf(board).Avoid.Concat(board.Avoid);
}

/// <param name="Gpios">Those that the chip has.</param>
/// <param name="InputOnly">Those that cannot drive anything and have no pull-up.</param>
public sealed record Chip(string Name, IReadOnlyList<int> Gpios, IReadOnlyList<int> InputOnly, IReadOnlyList<PinsToAvoid> Avoid, IReadOnlyList<string> Sources);

public sealed record PinsToAvoid(IReadOnlyList<int> Gpios, string Why);

/// <param name="Pull">"up" where the input is pulled up inside the chip, else null.</param>
public sealed record Signal(int Gpio, bool ActiveHigh, string? Pull = null)
{
    [JsonIgnore]
    public bool PullUp => Pull == "up";
}

/// <param name="Pins">As printed, from the antenna's end to the USB socket; "IO26=26" is GPIO 26 and printed IO26.</param>
public sealed record Header(string Name, IReadOnlyList<string> Pins)
{
    public string LabelOf(int number) => Pins[number - 1].Split('=')[0];

    public int? GpioOf(int number) =>
        Pins[number - 1].Split('=') is [_, string gpio] ? int.Parse(gpio, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The number of the pin that carries a GPIO, from 1; null where it is not on this header.</summary>
    public int? NumberOf(int gpio) => Enumerable.Range(1, Pins.Count).Cast<int?>().FirstOrDefault(number => GpioOf(number!.Value) == gpio);
}

/// <param name="Target">nanoFramework's name of the firmware image, and what SystemInfo.TargetName tells on the board.</param>
/// <param name="UsbPort">Which socket to use, in words.</param>
/// <param name="Buttons">As printed, from left to right when the antenna is up; <paramref name="UsbSockets"/> likewise.</param>
/// <param name="Left">The header on the left when the antenna is up; all wires go to it.</param>
/// <param name="Ground">The number of the ground pin to use on that header.</param>
public sealed record Board(
    string Target,
    string Name,
    string Module,
    string Memory,
    string Chip,
    string Usb,
    string UsbPort,
    string ResetButton,
    IReadOnlyList<string> Buttons,
    IReadOnlyList<string> UsbSockets,
    IReadOnlyList<PinsToAvoid> Avoid,
    Header Left,
    Header Right,
    int Ground,
    Signal Led,
    Signal Button,
    Signal Buzzer,
    string Why,
    string Note,
    IReadOnlyList<string> Sources)
{
    /// <summary>The number on the left header of a wire's pin: "ground", "led", "button" or "buzzer".</summary>
    public int NumberOf(string signal) => signal switch
    {
        "ground" => Ground,
        "led" => Left.NumberOf(Led.Gpio)!.Value,
        "button" => Left.NumberOf(Button.Gpio)!.Value,
        "buzzer" => Left.NumberOf(Buzzer.Gpio)!.Value,
        _ => throw new ArgumentException($"signal is '{signal}'; expected ground, led, button or buzzer", nameof(signal)),
    };
}

/// <summary>How parts sit on the breadboard, the same for every board.</summary>
public sealed record Breadboard(IReadOnlyList<Wire> Wires, IReadOnlyList<Part> Parts);

/// <param name="From">A signal of the board, or a hole.</param>
public sealed record Wire(string From, string To, string Colour, string Kind)
{
    [JsonIgnore]
    public bool FromBoard => From is "ground" or "led" or "button" or "buzzer";
}

/// <param name="Kind">"button", "resistor", "buzzer" or "led".</param>
/// <param name="Bands">The colours of a resistor's bands.</param>
public sealed record Part(string Name, string Kind, IReadOnlyList<string> Holes, IReadOnlyList<string>? Bands = null);

public sealed record PartLine(int Count, string Part, string What);
