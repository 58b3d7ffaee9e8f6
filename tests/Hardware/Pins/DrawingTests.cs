using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JointWatch.Hardware.Tests.Pins;

/// <summary>Looks at the drawings as a reader would: nothing lies on anything else.</summary>
public sealed class DrawingTests
{
    public static TheoryData<string> Targets => Repository.Targets;

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_two_texts_overlap_and_none_runs_off_the_drawing(string target)
    {
        XElement drawing = Drawing(target);
        Box[] boxes = [.. drawing.Elements().Where(element => element.Name.LocalName == "text").Select(Box.Of)];

        Assert.All(boxes, box => Assert.True(box.Left >= 0 && box.Right <= Number(drawing, "width") && box.Bottom <= Number(drawing, "height"), box.ToString()));
        for (int i = 0; i < boxes.Length; i++)
        {
            for (int j = i + 1; j < boxes.Length; j++)
            {
                Assert.False(boxes[i].Overlaps(boxes[j]), $"{boxes[i]} and {boxes[j]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_wire_crosses_another(string target)
    {
        List<(double X, double Y)>[] wires = [.. Drawing(target).Elements().Where(IsWire).Select(Corners)];

        Assert.Equal(Repository.Map.Breadboard.Wires.Count + 2, wires.Length);
        for (int i = 0; i < wires.Length; i++)
        {
            for (int j = i + 1; j < wires.Length; j++)
            {
                Assert.False(Cross(wires[i], wires[j]), $"wires {i} and {j} of {target}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_legend_names_colour_pin_and_hole_of_every_wire_from_the_board(string target)
    {
        Board board = Repository.Board(target);
        string[] texts = [.. Drawing(target).Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

        Assert.Contains(texts, text => text == $"black: {board.Left.LabelOf(board.Ground)} ({board.Left.Name} pin {board.Ground}) to top rail −");
        foreach ((string colour, Signal signal, string hole) in new[] { ("blue", board.Button, "a5"), ("yellow", board.Buzzer, "a14"), ("green", board.Led, "a20") })
        {
            int number = board.Left.NumberOf(signal.Gpio)!.Value;
            Assert.Contains(texts, text => text == $"{colour}: {board.Left.LabelOf(number)} ({board.Left.Name} pin {number}) to hole {hole}");
        }
    }

    private static XElement Drawing(string target) => XElement.Load(Path.Combine(Repository.Root, "hardware", target + ".svg"));

    private static bool IsWire(XElement element) => element.Name.LocalName == "path" && element.Attribute("stroke-width")!.Value == "4";

    // The corners are the control points of the rounded bends, and the two ends.
    private static List<(double X, double Y)> Corners(XElement path)
    {
        MatchCollection points = Regex.Matches(path.Attribute("d")!.Value, "(?<verb>[MLQ])(?<x>-?[0-9.]+) (?<y>-?[0-9.]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return [.. points
            .Where((point, index) => point.Groups["verb"].Value is "M" or "Q" || index == points.Count - 1)
            .Select(point => (double.Parse(point.Groups["x"].Value, CultureInfo.InvariantCulture), double.Parse(point.Groups["y"].Value, CultureInfo.InvariantCulture)))];
    }

    private static bool Cross(List<(double X, double Y)> one, List<(double X, double Y)> other)
    {
        for (int i = 1; i < one.Count; i++)
        {
            for (int j = 1; j < other.Count; j++)
            {
                // All wires run along the axes: two stretches meet where their boxes do.
                if (Math.Max(Math.Min(one[i - 1].X, one[i].X), Math.Min(other[j - 1].X, other[j].X)) <= Math.Min(Math.Max(one[i - 1].X, one[i].X), Math.Max(other[j - 1].X, other[j].X))
                    && Math.Max(Math.Min(one[i - 1].Y, one[i].Y), Math.Min(other[j - 1].Y, other[j].Y)) <= Math.Min(Math.Max(one[i - 1].Y, one[i].Y), Math.Max(other[j - 1].Y, other[j].Y)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private sealed record Box(string Text, double Left, double Top, double Right, double Bottom)
    {
        // Helvetica's letters are half as wide as high on average, its ascent is 0.72 of the size.
        public static Box Of(XElement text)
        {
            double size = Number(text, "font-size");
            double width = text.Value.Length * size * 0.52;
            double left = Number(text, "x") - (text.Attribute("text-anchor")!.Value switch { "middle" => width / 2, "end" => width, _ => 0 });
            return new Box(text.Value, left, Number(text, "y") - (0.72 * size), left + width, Number(text, "y"));
        }

        public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
