namespace JointWatch.Hardware;

/// <summary>The parts on the breadboard.</summary>
internal sealed class PartDrawings(SvgCanvas canvas, BreadboardDrawing breadboard)
{
    public void Draw(Part part)
    {
        switch (part.Kind)
        {
            case "resistor":
                Resistor(part);
                break;
            case "button":
                Button(part);
                break;
            case "led":
                Led(part);
                break;
            case "buzzer":
                Buzzer(part);
                break;
            default:
                throw new ArgumentException($"kind is '{part.Kind}'; expected resistor, button, led or buzzer", nameof(part));
        }
    }

    private void Resistor(Part part)
    {
        Point a = breadboard.Of(part.Holes[0]);
        Point b = breadboard.Of(part.Holes[1]);
        double middle = (a.Y + b.Y) / 2;
        canvas.Line(a, b, "#7d848a", 3);
        canvas.Rectangle(a.X - 8, middle - 28, 16, 56, "#e8d6b3", 6, "#8a7a58");
        double y = middle - 19;
        foreach (string band in part.Bands ?? [])
        {
            canvas.Rectangle(a.X - 8, y, 16, 5, Ink.Of(band));
            y += 11;
        }

        Label(a.X + 16, middle + 4, part.Name);
    }

    private void Button(Part part)
    {
        Point lowerLeft = breadboard.Of(part.Holes[0]);
        Point upperRight = breadboard.Of(part.Holes[3]);
        foreach (string hole in part.Holes)
        {
            canvas.Line(breadboard.Of(hole), breadboard.Of(hole) with { Y = breadboard.GapY }, "#7d848a", 3);
        }

        double x = lowerLeft.X - 5;
        double y = upperRight.Y + 5;
        canvas.Rectangle(x, y, upperRight.X - lowerLeft.X + 10, lowerLeft.Y - upperRight.Y - 10, "#3b4046", 4, "#15181b");
        canvas.Circle(new Point((lowerLeft.X + upperRight.X) / 2, (lowerLeft.Y + upperRight.Y) / 2), 13, "#8f979e", "#15181b");
        Label(upperRight.X + 14, breadboard.GapY + 4, part.Name);
    }

    private void Led(Part part)
    {
        Point anode = breadboard.Of(part.Holes[0]);
        Point cathode = breadboard.Of(part.Holes[1]);
        canvas.Circle(new Point((anode.X + cathode.X) / 2, anode.Y), 17, "#ff6b5e", "#a3241a");
        canvas.Line(new Point(cathode.X + 6, anode.Y - 13), new Point(cathode.X + 6, anode.Y + 13), "#a3241a", 2.5);
        canvas.Circle(anode, 3, "#7d848a");
        canvas.Circle(cathode, 3, "#7d848a");
        Label(cathode.X + 14, anode.Y - 4, $"{part.Name}: long leg {part.Holes[0]},");
        Label(cathode.X + 14, anode.Y + 12, $"short leg {part.Holes[1]} (flat side)");
    }

    private void Buzzer(Part part)
    {
        Point plus = breadboard.Of(part.Holes[0]);
        Point minus = breadboard.Of(part.Holes[1]);
        Point centre = new((plus.X + minus.X) / 2, breadboard.MinusRailY - 100);
        canvas.Wire(Ink.Of("red"), centre with { X = plus.X }, plus);
        canvas.Wire(Ink.Of("black"), centre with { X = minus.X }, minus);
        canvas.Circle(centre, 38, "#2d3238", "#101317");
        canvas.Circle(centre, 7, "#101317", "#59626b");
        canvas.Text(centre.X + 48, centre.Y - 6, $"{part.Name}: red lead {part.Holes[0]},", 12);
        canvas.Text(centre.X + 48, centre.Y + 10, "black lead to rail −", 12);
    }

    private void Label(double x, double y, string text)
    {
        canvas.Rectangle(x - 3, y - 12, (text.Length * 6.1) + 6, 18, "#f6f4ee", 3);
        canvas.Text(x, y, text, 12);
    }
}
