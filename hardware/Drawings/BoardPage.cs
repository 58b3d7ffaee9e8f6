using System.Globalization;
using System.Text;

namespace JointWatch.Hardware;

/// <summary>A board's page: drawing, wires, parts, pins left alone and why.</summary>
public static class BoardPage
{
    public static string Make(PinMap map, Board board)
    {
        StringBuilder text = new();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line($"<!-- Made from pins.json by: dotnet run --project hardware/Drawings -->");
        Line($"# {board.Name}: target {board.Target}");
        Line();
        Line($"Module {board.Module}, {board.Memory}; USB socket to use: {board.UsbPort}. [How to build it](README.md)");
        Line();
        Line($"![Wiring of the {board.Name}]({board.Target}.svg)");
        Line();
        Line($"{board.Note}");
        Line();
        Line("## Wires");
        Line();
        Line("| colour | from | to | kind |");
        Line("| --- | --- | --- | --- |");
        foreach (Wire wire in map.Breadboard.Wires)
        {
            string from = wire.FromBoard ? $"board, {board.Left.Name} pin {board.NumberOf(wire.From)}, printed **{board.Left.LabelOf(board.NumberOf(wire.From))}** ({wire.From})" : $"hole {Holes.Spoken(wire.From)}";
            Line($"| {wire.Colour} | {from} | {(Holes.IsRail(wire.To) ? Holes.Spoken(wire.To) : "hole " + wire.To)} | {wire.Kind} |");
        }

        Line();
        Line("| part | holes |");
        Line("| --- | --- |");
        foreach (Part part in map.Breadboard.Parts)
        {
            Line($"| {part.Name}{(part.Bands is null ? "" : $" ({string.Join(' ', part.Bands)})")} | {InWords(part)} |");
        }

        Line();
        Line("## Parts");
        Line();
        Line("| count | part | what to look for |");
        Line("| ---: | --- | --- |");
        foreach (PartLine line in map.Parts)
        {
            Line($"| {line.Count.ToString(CultureInfo.InvariantCulture)} | {Fill(line.Part, board)} | {Fill(line.What, board)} |");
        }

        Line();
        Line("## Pins");
        Line();
        Line("| what | GPIO | on | at rest |");
        Line("| --- | ---: | --- | --- |");
        Line($"| lamp | {board.Led.Gpio} | {Level(board.Led.ActiveHigh)} | {Level(!board.Led.ActiveHigh)} |");
        Line($"| button | {board.Button.Gpio} | {Level(board.Button.ActiveHigh)} while pressed | {Level(!board.Button.ActiveHigh)}{(board.Button.PullUp ? ", by the chip's pull-up" : "")} |");
        Line($"| buzzer | {board.Buzzer.Gpio} | {Level(board.Buzzer.ActiveHigh)} | {Level(!board.Buzzer.ActiveHigh)} |");
        Line();
        Line(board.Why);
        Line();
        Line("| left alone | why |");
        Line("| --- | --- |");
        foreach (PinsToAvoid avoid in map.AvoidedOn(board))
        {
            Line($"| {string.Join(", ", avoid.Gpios)} | {avoid.Why} |");
        }

        Line();
        Line("Sources:");
        Line();
        foreach (string source in map.ChipOf(board).Sources.Concat(board.Sources))
        {
            Line($"- {source}");
        }

        return text.ToString();
    }

    private static string InWords(Part part) => part.Kind switch
    {
        "led" => $"long leg {part.Holes[0]}, short leg {part.Holes[1]}",
        "buzzer" => $"red lead {part.Holes[0]}, black lead {Holes.Spoken(part.Holes[1])}",
        "button" => $"{string.Join(", ", part.Holes)}, astride the gap",
        _ => $"{part.Holes[0]} and {part.Holes[1]}, either way round",
    };

    private static string Fill(string text, Board board) => text
        .Replace("{board}", board.Name, StringComparison.Ordinal)
        .Replace("{module}", board.Module, StringComparison.Ordinal)
        .Replace("{usb}", board.Usb, StringComparison.Ordinal);

    private static string Level(bool high) => high ? "high" : "low";
}
