namespace JointWatch.Emulation;

/// <summary>A line of a board's serial console.</summary>
/// <param name="At">The true time since the world began.</param>
public readonly record struct SerialLine(TimeSpan At, string Text);

/// <summary>What a board prints on its serial port. The newest lines are kept.</summary>
public sealed class SerialConsole(VirtualBoard board)
{
    private const int LinesKept = 4_096;
    private readonly Queue<SerialLine> _lines = new();

    /// <summary>Gets or sets who is told of each line, on the thread that prints it.</summary>
    public Action<SerialLine>? Printed { get; set; }

    /// <summary>Gets the lines kept, oldest first.</summary>
    public IReadOnlyList<SerialLine> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Gets all that is kept as one text.</summary>
    public string Text => string.Join('\n', Lines.Select(l => l.Text));

    /// <summary>Gets how many lines were printed in all.</summary>
    public long Count { get; private set; }

    internal void Write(string text)
    {
        SerialLine line = new(TimeSpan.FromTicks(board.Scheduler.Now), text);
        lock (_lines)
        {
            Count++;
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }

        Printed?.Invoke(line);
    }
}
