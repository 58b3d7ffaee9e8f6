using System.Globalization;

namespace JointWatch.Hardware.Tests.Pins;

/// <summary>Follows the current through the breadboard, strip by strip.</summary>
public sealed class CircuitTests
{
    private static readonly Breadboard Breadboard = Repository.Map.Breadboard;

    [Fact]
    public void From_the_lamp_s_pin_the_way_to_ground_goes_through_LED_and_330_ohms_alone() =>
        Assert.Equal(["LED", "resistor 330 Ω"], WayToGround("led"));

    [Fact]
    public void From_the_buzzer_s_pin_the_way_to_ground_goes_through_100_ohms_and_the_buzzer_alone() =>
        Assert.Equal(["resistor 100 Ω", "piezo buzzer"], WayToGround("buzzer"));

    [Fact]
    public void From_the_button_s_pin_the_way_to_ground_goes_through_the_button_alone() =>
        Assert.Equal(["push button"], WayToGround("button"));

    [Fact]
    public void Every_hole_takes_one_leg()
    {
        string[] holes =
        [
            .. Breadboard.Wires.Where(wire => !wire.FromBoard).Select(wire => wire.From),
            .. Breadboard.Wires.Select(wire => wire.To),
            .. Breadboard.Parts.SelectMany(part => part.Holes),
        ];

        Assert.Distinct(holes);
        Assert.All(holes, hole => Assert.InRange(Holes.Column(hole), 1, 30));
    }

    [Fact]
    public void The_current_through_the_lamp_is_enough_to_see_and_little_for_the_pin()
    {
        // 3.3 V from the pin; a red LED drops 1.8 to 2.2 V. Espressif's datasheets: a pin gives 20 mA by default.
        double milliampere = (3.3 - 1.8) / 330 * 1000;
        Assert.InRange(milliampere, 2, 10);
    }

    [Fact]
    public void The_parts_list_counts_what_the_breadboard_holds()
    {
        Dictionary<string, int> counts = Repository.Map.Parts.ToDictionary(line => line.Part, line => line.Count, StringComparer.Ordinal);
        int Listed(string start) => counts.Where(line => line.Key.StartsWith(start, StringComparison.Ordinal)).Sum(line => line.Value);

        Assert.Equal(Breadboard.Parts.Count(part => part.Name == "resistor 330 Ω"), Listed("resistor 330 Ω"));
        Assert.Equal(Breadboard.Parts.Count(part => part.Name == "resistor 100 Ω"), Listed("resistor 100 Ω"));
        Assert.Equal(Breadboard.Parts.Count(part => part.Kind == "led"), Listed("LED"));
        Assert.Equal(Breadboard.Parts.Count(part => part.Kind == "button"), Listed("push button"));
        Assert.Equal(Breadboard.Parts.Count(part => part.Kind == "buzzer"), Listed("active piezo buzzer"));
        Assert.All(
            Breadboard.Wires.GroupBy(wire => wire.Kind),
            wires =>
            {
                PartLine line = Repository.Map.Parts.Single(part => part.Part.StartsWith("jumper wire, " + wires.Key, StringComparison.Ordinal));
                Assert.Equal(wires.Count(), line.Count);
                Assert.All(
                    wires.GroupBy(wire => wire.Colour),
                    colour => Assert.Contains($"{colour.Count().ToString(CultureInfo.InvariantCulture)} {colour.Key}", line.What, StringComparison.Ordinal));
            });
    }

    // The names of the parts on the only way from a pin of the board to the ground rail, a pressed button conducting.
    private static List<string> WayToGround(string signal)
    {
        string strip = Holes.Strip(Breadboard.Wires.Single(wire => wire.From == signal).To);
        List<string> passed = [];
        HashSet<string> seen = [strip];
        while (true)
        {
            // A push button joins the two legs of a side in itself; what it switches are the two columns.
            string[] here = [.. Breadboard.Parts.Where(part => part.Kind == "button" && Strips(part).Contains(strip)).SelectMany(SameSide(strip)), strip];
            Part[] next = [.. Breadboard.Parts.Where(part => !passed.Contains(part.Name) && Strips(part).Intersect(here).Any())];
            if (Breadboard.Wires.Any(wire => !wire.FromBoard && here.Contains(Holes.Strip(wire.From)) && Holes.IsRail(wire.To)) || strip == "minus")
            {
                return passed;
            }

            Part part = Assert.Single(next);
            passed.Add(part.Name);
            strip = part.Kind == "button"
                ? Strips(part).First(end => !here.Contains(end))
                : Strips(part).Single(end => end != strip);
            Assert.True(seen.Add(strip), $"the way from {signal} runs in a circle at {strip}");
        }
    }

    private static Func<Part, IEnumerable<string>> SameSide(string strip) => part => part.Holes
        .Where(hole => Holes.Column(hole) == Holes.Column(part.Holes.First(other => Holes.Strip(other) == strip)))
        .Select(Holes.Strip);

    private static string[] Strips(Part part) => [.. part.Holes.Select(Holes.Strip)];
}
