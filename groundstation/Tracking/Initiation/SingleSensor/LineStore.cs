namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>Lines of sight and their crossings, in order of birth, so many at most; those that have ended are used again.</summary>
internal sealed class LineStore(SingleSensorOptions options)
{
    private readonly List<SightLine> _lines = [];
    private readonly List<Crossing> _crossings = [];
    private readonly Stack<SightLine> _spareLines = new();
    private readonly Stack<Crossing> _spareCrossings = new();

    public List<SightLine> Lines => _lines;

    public List<Crossing> Crossings => _crossings;

    /// <summary>Makes it the same as another.</summary>
    public void CopyFrom(LineStore other)
    {
        while (_crossings.Count > 0)
        {
            RemoveCrossing(_crossings.Count - 1);
        }

        while (_lines.Count > other._lines.Count)
        {
            _spareLines.Push(_lines[^1]);
            _lines.RemoveAt(_lines.Count - 1);
        }

        for (int i = 0; i < other._lines.Count; i++)
        {
            if (i == _lines.Count)
            {
                _lines.Add(NewLine());
            }

            _lines[i].CopyFrom(other._lines[i]);
        }

        foreach (Crossing crossing in other._crossings)
        {
            Crossing copy = NewCrossing();
            copy.CopyFrom(crossing, _lines[other._lines.IndexOf(crossing.First)], _lines[other._lines.IndexOf(crossing.Second)]);
            _crossings.Add(copy);
        }
    }

    /// <summary>Forgets lines that have waited too long.</summary>
    public void Forget(UtcMicroseconds now)
    {
        for (int l = _lines.Count - 1; l >= 0; l--)
        {
            if (_lines[l].IsOver(now))
            {
                Remove(_lines[l]);
            }
        }
    }

    /// <summary>A new line, to be begun; or null where there is no room.</summary>
    public SightLine? TryAddLine()
    {
        if (!MakeRoom())
        {
            return null;
        }

        SightLine line = NewLine();
        _lines.Add(line);
        return line;
    }

    /// <summary>Follows the crossing of two lines, if they meet and there is room.</summary>
    public void TryCross(SightLine first, SightLine second, double linesPerSteradian)
    {
        if (_crossings.Count >= options.MaxCrossings)
        {
            return;
        }

        Crossing crossing = NewCrossing();
        if (crossing.TryBegin(first, second, linesPerSteradian, options))
        {
            _crossings.Add(crossing);
        }
        else
        {
            _spareCrossings.Push(crossing);
        }
    }

    /// <summary>Makes room for a new line: the one with the fewest detections goes, if it is not confirmed.</summary>
    private bool MakeRoom()
    {
        if (_lines.Count < options.MaxLines)
        {
            return true;
        }

        int weakest = 0;
        for (int l = 1; l < _lines.Count; l++)
        {
            weakest = _lines[l].Hits < _lines[weakest].Hits ? l : weakest;
        }

        if (_lines[weakest].IsConfirmed || _lines[weakest].Detection >= 0)
        {
            return false;
        }

        Remove(_lines[weakest]);
        return true;
    }

    public bool AreJoined(SightLine line, SightLine other)
    {
        foreach (Crossing crossing in _crossings)
        {
            if (crossing.Joins(line) && crossing.Joins(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a line out, and its crossings.</summary>
    public void Remove(SightLine line)
    {
        for (int c = _crossings.Count - 1; c >= 0; c--)
        {
            if (_crossings[c].Joins(line))
            {
                RemoveCrossing(c);
            }
        }

        _lines.Remove(line);
        _spareLines.Push(line);
    }

    public void RemoveCrossing(int index)
    {
        _spareCrossings.Push(_crossings[index]);
        _crossings.RemoveAt(index);
    }

    private SightLine NewLine() => _spareLines.Count > 0 ? _spareLines.Pop() : new SightLine(options);

    private Crossing NewCrossing() => _spareCrossings.Count > 0 ? _spareCrossings.Pop() : new Crossing();
}
