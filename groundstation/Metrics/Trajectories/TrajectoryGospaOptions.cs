using JointWatch.Tracking;

namespace JointWatch.Metrics.Trajectories;

/// <summary>The parameters of trajectory GOSPA.</summary>
public sealed record TrajectoryGospaOptions
{
    /// <summary>Gets c, metres: farther off, a track does not hold an object. Default 500, the cut-off at which the published sets are scored; 1e-9 to 1e12.</summary>
    public double CutOffMeters { get; init; } = 500;

    /// <summary>Gets p. Default 2, so that errors weigh as in a mean square; 1 to 10.</summary>
    public double Order { get; init; } = 2;

    /// <summary>
    /// Gets gamma, metres: what it costs when an object goes from one track to another. Default 500, the cut-off: a change of numbers counts as much as an
    /// object missed and a false track at one time; 1e-9 to 1e12, and not less than a thousandth of the cut-off.
    /// </summary>
    public double SwitchMeters { get; init; } = 500;

    /// <summary>
    /// Gets the most work that is taken on at once, in products: the cube of the pairs in play at a time, summed over the times. Default 1e8, which 50
    /// objects and 200 tracks in a disc of 2 km do not reach; some minutes. 1 to 1e12.
    /// </summary>
    public double MostWork { get; init; } = 1e8;

    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(CutOffMeters, 1e-9, 1e12);
        OptionRange.Check(Order, 1, 10);
        OptionRange.Check(SwitchMeters, CutOffMeters * 1e-3, 1e12);
        OptionRange.Check(MostWork, 1, 1e12);
    }
}
