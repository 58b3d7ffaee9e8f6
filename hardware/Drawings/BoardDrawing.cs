namespace JointWatch.Hardware;

/// <summary>The board, seen from above with its USB socket up, so that the header with all wires is on the right.</summary>
internal sealed class BoardDrawing(SvgCanvas canvas, Board board, double left, double top)
{
    public const double Width = 196;

    private const double Pitch = 19;
    private const double FirstPin = 58;

    public double Height => FirstPin + ((board.Left.Pins.Count - 1) * Pitch) + 66;

    /// <summary>The pin of the header on the right, by its number; number 1 is at the antenna, so lowest.</summary>
    public Point Pin(int number) => new(left + Width - 12, RowY(board.Left, number));

    public void Draw(IReadOnlyCollection<int> used)
    {
        canvas.Rectangle(left, top, Width, Height, "#22303c", 8, "#10181f");
        canvas.Rectangle(left + (Width / 2) - 24, top - 12, 48, 34, "#aeb6bd", 3, "#6f7880");
        canvas.Text(left + (Width / 2), top - 18, "USB", 12, "middle", "#4a5560", bold: true);
        double moduleTop = top + Height - 150;
        canvas.Rectangle(left + 52, moduleTop, Width - 104, 104, "#c9cfd4", 3, "#8b949b");
        canvas.Text(left + (Width / 2), moduleTop + 48, board.Module.Length > 15 ? board.Module[..15] : board.Module, 10, "middle", "#2a333b");
        if (board.Module.Length > 15)
        {
            canvas.Text(left + (Width / 2), moduleTop + 62, board.Module[15..], 10, "middle", "#2a333b");
        }

        canvas.Rectangle(left + 52, moduleTop + 108, Width - 104, 34, "#3a4753", 2);
        canvas.Text(left + (Width / 2), moduleTop + 130, "antenna", 11, "middle", "#c9cfd4");
        canvas.Rectangle(left + 62, top + 34, 22, 18, "#e4e7ea", 3);
        canvas.Text(left + 73, top + 66, "BOOT", 9, "middle", "#e4e7ea");
        canvas.Rectangle(left + Width - 84, top + 34, 22, 18, "#e4e7ea", 3);
        canvas.Text(left + Width - 73, top + 66, board.ResetButton, 9, "middle", "#e4e7ea");
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

    private double RowY(Header header, int number) => top + FirstPin + ((header.Pins.Count - number) * Pitch);
}
