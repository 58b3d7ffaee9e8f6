using System.Diagnostics;

namespace JointWatch.EndToEnd.Tests.Support;

/// <summary>The lines that a program prints, as they come.</summary>
internal sealed class ProgramOutput
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>Listens to a program that is about to start; its output must be redirected.</summary>
    public ProgramOutput(Process process)
    {
        process.OutputDataReceived += (_, e) => Add(e.Data);
        process.ErrorDataReceived += (_, e) => Add(e.Data);
    }

    /// <summary>All so far, as one text.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    private void Add(string? line)
    {
        if (line is not null)
        {
            lock (_gate)
            {
                _lines.Add(line);
            }
        }
    }
}
