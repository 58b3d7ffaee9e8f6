namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// The metric on sets of trajectories of Á. García-Fernández, A. Rahmathullah, L. Svensson, "A metric on the space of finite sets of trajectories for
/// evaluation of multi-target tracking algorithms", IEEE Trans. SP 68, 2020, in its form of a linear programme, with its parts: localisation,
/// missed and false as in GOSPA at each time, and what it costs when an object goes from one track to another.
/// </summary>
/// <remarks>
/// A pair that is nowhere nearer than the cut-off is left out: to hold it together gains nothing. Of the others few matter: <see cref="PairSearch"/>.
/// Where several assignments cost least, the parts are those of one of them or between them.
/// </remarks>
public static class TrajectoryGospa
{
    /// <summary>Measures.</summary>
    /// <param name="comparison">Objects and tracks; velocities do not count.</param>
    /// <param name="options">The parameters.</param>
    /// <exception cref="TooLargeException">Too many pairs have to do with each other.</exception>
    public static TrajectoryDistance Of(Comparison comparison, TrajectoryGospaOptions options)
    {
        options.Validate();
        return new PairSearch(new TrajectoryProgram(comparison, options)).Solve();
    }
}
