namespace JointWatch.Hardware;

/// <summary>The board, seen from above with its USB socket up, so that the header with all wires is on the right.</summary>
internal sealed class BoardDrawing(SvgCanvas canvas, Board board, double left, double top)
{
    public const double Width = 196;

    /// <summary>From pin to pin.</summary>
    public const double Pitch = 19;

    private const double FirstPin = 58;

    public double Height => FirstPin + ((board.Left.Pins.Count - 1) * Pitch) + 66;

    /// <summary>The pin of the header on the right, by its number; number 1 is at the antenna, so lowest.</summary>
    public Point Pin(int number) => new(left + Width - 12, RowY(board.Left, number));

    public void Draw(IReadOnlyCollection<int> used)
    {
        canvas.Rectangle(left, top, Width, Height, "#22303c", 8, "#10181f");
        Sockets();
        double moduleTop = top + Height - 150;
        canvas.Rectangle(left + 52, moduleTop, Width - 104, 104, "#c9cfd4", 3, "#8b949b");
        int split = board.Module.LastIndexOf('-', (board.Module.Length / 2) + 1) + 1;
        canvas.Text(left + (Width / 2), moduleTop + 48, board.Module[..split], 11, "middle", "#2a333b");
        canvas.Text(left + (Width / 2), moduleTop + 63, board.Module[split..], 11, "middle", "#2a333b");
        canvas.Rectangle(left + 52, moduleTop + 108, Width - 104, 34, "#3a4753", 2);
        canvas.Text(left + (Width / 2), moduleTop + 130, "antenna", 11, "middle", "#c9cfd4");
        for (int i = 0; i < board.Buttons.Count; i++)
        {
            double x = left + (Width / 2) - Aside(i, board.Buttons.Count, 25);
            canvas.Rectangle(x - 11, top + 34, 22, 18, "#e4e7ea", 3);
            canvas.Text(x, top + 66, board.Buttons[i], 9, "middle", "#e4e7ea");
        }

        canvas.Text(left + Width - 12, top + 36, board.Left.Name, 11, "middle", "#9fb0bf", bold: true);
        canvas.Text(left + 12, top + 36, board.Right.Name, 11, "middle", "#9fb0bf", bold: true);

        for (int number = 1; number <= board.Right.Pins.Count; number++)
        {
            double y = RowY(board.Right, number);
            canvas.Circle(new Point(left + 12, y), 4.5, "#b99b45");
            canvas.Text(left + 21, y + 4, board.Right.LabelOf(number), 11, "start", "#8fa0ae");
        }

        for (int number = 1; number <= board.Left.Pins.Count; number++)
        {
            bool isUsed = used.Contains(number);
            canvas.Circle(Pin(number), 4.5, "#b99b45");
            canvas.Text(left + Width - 21, Pin(number).Y + 4, board.Left.LabelOf(number), 11, "end", isUsed ? "#ffffff" : "#8fa0ae", bold: isUsed);
        }
    }

    private void Sockets()
    {
        for (int i = 0; i < board.UsbSockets.Count; i++)
        {
            double x = left + (Width / 2) - Aside(i, board.UsbSockets.Count, 36);
            canvas.Rectangle(x - 22, top - 12, 44, 34, "#aeb6bd", 3, "#6f7880");
            canvas.Text(x, top - 18, board.UsbSockets[i], 12, "middle", "#4a5560", bold: true);
        }
    }

    // The map tells the order with the antenna up; here it is down, so left and right change places.
    private static double Aside(int index, int count, double step) => (index - ((count - 1) / 2.0)) * 2 * step;

    private double RowY(Header header, int number) => top + FirstPin + ((header.Pins.Count - number) * Pitch);
}
