namespace JointWatch.Hardware;

/// <summary>The breadboard, seen from above: rails, holes, and where each hole is.</summary>
internal sealed class BreadboardDrawing(SvgCanvas canvas, double left, double top)
{
    public const double Pitch = 22;

    private const double Margin = 40;
    private const double RowJ = 88;
    private const double RowE = RowJ + (4 * Pitch) + 46;
    private const double Street = RowE + (4 * Pitch);
    private const double LowerRails = Street + 78;

    public static double Width => (2 * Margin) + (29 * Pitch);

    public static double Height => LowerRails + Pitch + 24;

    /// <summary>The rail marked - at the top.</summary>
    public double MinusRailY => top + 24 + Pitch;

    public double GapY => top + RowE - 23;

    public Point Of(string hole)
    {
        double x = left + Margin + ((Holes.Column(hole) - 1) * Pitch);
        return new Point(x, Holes.IsRail(hole) ? MinusRailY : RowY(hole[0]));
    }

    /// <summary>The height of one of three ways between row a and the lower rails, from 0.</summary>
    public double ChannelY(int channel) => top + Street + 22 + (channel * 15);

    public void Draw()
    {
        canvas.Rectangle(left, top, Width, Height, "#f6f4ee", 10, "#b9b4a6");
        canvas.Rectangle(left + 14, GapY - 7, Width - 28, 14, "#e2ded2", 4);
        Rails(top + 24);
        Rails(top + LowerRails, minusFirst: true);
        for (char row = 'a'; row <= 'j'; row++)
        {
            canvas.Text(left + 18, RowY(row) + 4, row.ToString(), 12, "middle", "#6b6659");
            canvas.Text(left + Width - 18, RowY(row) + 4, row.ToString(), 12, "middle", "#6b6659");
            for (int column = 1; column <= 30; column++)
            {
                Hole(left + Margin + ((column - 1) * Pitch), RowY(row));
            }
        }

        for (int column = 1; column <= 30; column += column == 1 ? 4 : 5)
        {
            double x = left + Margin + ((column - 1) * Pitch);
            string number = column.ToString(System.Globalization.CultureInfo.InvariantCulture);
            canvas.Text(x, RowY('j') - 14, number, 11, "middle", "#6b6659");
        }
    }

    private double RowY(char row) => row >= 'f' ? top + RowJ + (('j' - row) * Pitch) : top + RowE + (('e' - row) * Pitch);

    private void Rails(double y, bool minusFirst = false)
    {
        Rail(minusFirst ? y + Pitch : y, "+", "#c8372d");
        Rail(minusFirst ? y : y + Pitch, "−", "#2b5fb4");
    }

    private void Rail(double y, string sign, string colour)
    {
        canvas.Line(new Point(left + 30, y - 10), new Point(left + Width - 30, y - 10), colour, 1.5);
        canvas.Text(left + 18, y + 5, sign, 16, "middle", colour, bold: true);
        canvas.Text(left + Width - 18, y + 5, sign, 16, "middle", colour, bold: true);
        for (int column = 1; column <= 30; column++)
        {
            Hole(left + Margin + ((column - 1) * Pitch), y);
        }
    }

    private void Hole(double x, double y) => canvas.Rectangle(x - 2.5, y - 2.5, 5, 5, "#8d887b", 1);
}
