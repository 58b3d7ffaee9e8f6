using System.Globalization;
using System.Security;
using System.Text;

namespace JointWatch.Hardware;

/// <summary>The few SVG shapes that the drawings are made of. Lengths are the drawing's own units; y grows downwards.</summary>
public sealed class SvgCanvas
{
    private readonly StringBuilder _text = new();

    public SvgCanvas(double width, double height, string title)
    {
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" role=\"img\" font-family=\"Helvetica, Arial, sans-serif\">");
        Add($"<title>{SecurityElement.Escape(title)}</title>");
        Rectangle(0, 0, width, height, "#ffffff");
    }

    public string Finish() => _text.ToString() + "</svg>\n";

    public void Rectangle(double x, double y, double width, double height, string fill, double radius = 0, string stroke = "none") =>
        Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" rx=\"{N(radius)}\" fill=\"{fill}\" stroke=\"{stroke}\"/>");

    public void Circle(Point centre, double radius, string fill, string stroke = "none") =>
        Add($"<circle cx=\"{N(centre.X)}\" cy=\"{N(centre.Y)}\" r=\"{N(radius)}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.5\"/>");

    public void Text(double x, double y, string text, double size = 13, string anchor = "start", string fill = "#1c2430", bool bold = false) =>
        Add($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{(bold ? " font-weight=\"bold\"" : "")}>{SecurityElement.Escape(text)}</text>");

    public void Line(Point from, Point to, string stroke, double width) =>
        Add($"<line x1=\"{N(from.X)}\" y1=\"{N(from.Y)}\" x2=\"{N(to.X)}\" y2=\"{N(to.Y)}\" stroke=\"{stroke}\" stroke-width=\"{N(width)}\" stroke-linecap=\"round\"/>");

    /// <summary>A wire with round corners, a dot at each end, and a pale seam that keeps it apart from what it passes over.</summary>
    public void Wire(string stroke, params Point[] points)
    {
        string path = RoundedPath(points, 8);
        Add($"<path d=\"{path}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"7\" stroke-linecap=\"round\"/>");
        Add($"<path d=\"{path}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"4\" stroke-linecap=\"round\"/>");
        Circle(points[0], 4.5, stroke, "#ffffff");
        Circle(points[^1], 4.5, stroke, "#ffffff");
    }

    private static string RoundedPath(Point[] points, double radius)
    {
        StringBuilder path = new($"M{N(points[0].X)} {N(points[0].Y)}");
        for (int i = 1; i < points.Length - 1; i++)
        {
            Point before = points[i].Towards(points[i - 1], radius);
            Point after = points[i].Towards(points[i + 1], radius);
            path.Append(CultureInfo.InvariantCulture, $" L{N(before.X)} {N(before.Y)} Q{N(points[i].X)} {N(points[i].Y)} {N(after.X)} {N(after.Y)}");
        }

        return path.Append(CultureInfo.InvariantCulture, $" L{N(points[^1].X)} {N(points[^1].Y)}").ToString();
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Add(string element) => _text.Append(element).Append('\n');
}

/// <summary>A place in a drawing.</summary>
public readonly record struct Point(double X, double Y)
{
    /// <summary>The point that lies this far, or half the way if that is nearer, on the way to another.</summary>
    public Point Towards(Point other, double distance)
    {
        double length = Math.Sqrt(((other.X - X) * (other.X - X)) + ((other.Y - Y) * (other.Y - Y)));
        double part = length == 0 ? 0 : Math.Min(distance / length, 0.5);
        return new Point(X + ((other.X - X) * part), Y + ((other.Y - Y) * part));
    }
}
