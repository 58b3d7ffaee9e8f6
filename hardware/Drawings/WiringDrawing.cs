namespace JointWatch.Hardware;

/// <summary>A board's wiring as a drawing: every wire and part where the map puts it.</summary>
public sealed class WiringDrawing
{
    private const double BoardLeft = 44;
    private const double BoardTopLeast = 112;
    private const double BreadboardLeft = 428;
    private const double BreadboardTop = 214;

    private readonly PinMap _map;
    private readonly Board _board;
    private readonly SvgCanvas _canvas;
    private readonly BoardDrawing _boardDrawing;
    private readonly BreadboardDrawing _breadboard;
    private readonly double _legendY;

    public WiringDrawing(PinMap map, Board board)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(board);
        _map = map;
        _board = board;
        _legendY = BreadboardTop + BreadboardDrawing.Height + 54;
        _canvas = new SvgCanvas(BreadboardLeft + BreadboardDrawing.Width + 30, _legendY + 84, $"Wiring of the {board.Name} ({board.Target})");
        _breadboard = new BreadboardDrawing(_canvas, BreadboardLeft, BreadboardTop);

        // Ground goes up to its rail, the other wires go down: a board whose pins lie high is drawn lower, until none of them crosses ground.
        BoardDrawing atTop = new(_canvas, board, BoardLeft, 0);
        double highestSignal = map.Breadboard.Wires.Where(wire => wire.FromBoard && wire.From != "ground").Min(wire => atTop.Pin(board.NumberOf(wire.From)).Y);
        double boardTop = Math.Max(BoardTopLeast, _breadboard.MinusRailY + BoardDrawing.Pitch - highestSignal);
        _boardDrawing = new BoardDrawing(_canvas, board, BoardLeft, boardTop);
    }

    public string Make()
    {
        _canvas.Text(30, 38, $"{_board.Name}  ·  target {_board.Target}", 22, bold: true);
        _canvas.Text(30, 62, "Seen from above, USB socket up. Find pins by the name printed on the board, holes by row letter and column number.", 14);
        Wire[] fromBoard = [.. _map.Breadboard.Wires.Where(wire => wire.FromBoard)];
        _boardDrawing.Draw([.. fromBoard.Select(wire => _board.NumberOf(wire.From))]);
        _breadboard.Draw();
        foreach (Wire wire in _map.Breadboard.Wires.Where(wire => !wire.FromBoard))
        {
            _canvas.Wire(Ink.Of(wire.Colour), _breadboard.Of(wire.From), _breadboard.Of(wire.To));
        }

        // The pin nearest the USB socket turns last and runs nearest to row a: so no wire crosses another.
        Wire[] signals = [.. fromBoard.Where(wire => wire.From != "ground").OrderByDescending(wire => _board.NumberOf(wire.From))];
        for (int i = 0; i < signals.Length; i++)
        {
            Signal(signals[i], i);
        }

        foreach (Wire wire in fromBoard.Where(wire => wire.From == "ground"))
        {
            Ground(wire);
        }

        PartDrawings parts = new(_canvas, _breadboard);
        foreach (Part part in _map.Breadboard.Parts)
        {
            parts.Draw(part);
        }

        Legend(fromBoard);
        return _canvas.Finish();
    }

    private void Signal(Wire wire, int order)
    {
        Point pin = _boardDrawing.Pin(_board.NumberOf(wire.From));
        Point hole = _breadboard.Of(wire.To);
        double x = BreadboardLeft - 20 - (order * 14);
        double y = _breadboard.ChannelY(order);
        _canvas.Wire(Ink.Of(wire.Colour), pin, new Point(x, pin.Y), new Point(x, y), new Point(hole.X, y), hole);
        _canvas.Text(pin.X + 20, pin.Y - 5, $"{_board.Left.LabelOf(_board.NumberOf(wire.From))} {wire.From}", 12, bold: true, fill: Ink.Text(wire.Colour));
    }

    private void Ground(Wire wire)
    {
        Point pin = _boardDrawing.Pin(_board.NumberOf(wire.From));
        Point hole = _breadboard.Of(wire.To);
        double x = BreadboardLeft - 54;
        _canvas.Wire(Ink.Of(wire.Colour), pin, new Point(x, pin.Y), new Point(x, hole.Y), hole);
        _canvas.Text(pin.X + 20, pin.Y - 5, $"{_board.Left.LabelOf(_board.NumberOf(wire.From))} ground", 12, bold: true, fill: Ink.Text(wire.Colour));
    }

    private void Legend(Wire[] fromBoard)
    {
        _canvas.Text(30, _legendY, "Wires from the board", 14, bold: true);
        for (int i = 0; i < fromBoard.Length; i++)
        {
            Wire wire = fromBoard[i];
            double x = 30 + (i * 285);
            int number = _board.NumberOf(wire.From);
            _canvas.Line(new Point(x + 2, _legendY + 24), new Point(x + 34, _legendY + 24), Ink.Of(wire.Colour), 5);
            string to = Holes.IsRail(wire.To) ? "top rail −" : $"hole {wire.To}";
            _canvas.Text(x + 44, _legendY + 29, $"{wire.Colour}: {_board.Left.LabelOf(number)} ({_board.Left.Name} pin {number}) to {to}", 13);
        }

        _canvas.Text(30, _legendY + 60, "The short black wires go from the holes shown to the same rail −. Nothing is connected to 3V3, to 5V, or to a rail marked +.", 13);
    }
}
