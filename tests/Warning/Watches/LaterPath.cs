using JointWatch.Exercises.Paths;

namespace JointWatch.Warning.Tests.Watches;

/// <summary>A path that begins some seconds later.</summary>
internal sealed class LaterPath(IObjectPath path, double seconds) : IObjectPath
{
    public double StartSeconds => path.StartSeconds + seconds;

    public double EndSeconds => path.EndSeconds + seconds;

    public IReadOnlyList<double> Breaks => [.. path.Breaks.Select(b => b + seconds)];

    public ObjectState StateAt(double at) => path.StateAt(at - seconds);
}
