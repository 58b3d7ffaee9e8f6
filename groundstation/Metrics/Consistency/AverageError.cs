using JointWatch.Tracking;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Metrics.Consistency;

/// <summary>
/// The average of normalized errors squared, NEES or NIS, with the bounds between which it lies with some probability if the filter knows its errors: the sum of
/// independent ones has as many degrees of freedom as all together (Bar-Shalom, Li, Kirubarajan 2001, section 5.4.2). Below the bounds the filter
/// takes its errors for greater than they are, above for smaller.
/// </summary>
/// <param name="Average">Best is <paramref name="Expected"/>.</param>
/// <param name="Expected">The mean number of degrees of freedom.</param>
/// <param name="Lower">As probable to lie below as above <paramref name="Upper"/>.</param>
/// <param name="Upper">See <paramref name="Lower"/>.</param>
/// <param name="Count">How many errors.</param>
public sealed record AverageError(double Average, double Expected, double Lower, double Upper, int Count)
{
    /// <summary>Gets a value indicating whether the average lies inside the bounds.</summary>
    public bool IsInside => Average >= Lower && Average <= Upper;

    /// <summary>
    /// Averages independent errors: of one time over runs; of one run over its times if they are innovations, or so far apart that they are independent (errors of
    /// estimates that follow each other closely are not, and then lie outside more often).
    /// </summary>
    /// <param name="errors">One at least; degrees of freedom may differ.</param>
    /// <param name="probability">Of lying inside, 0.5 to 0.9999.</param>
    /// <exception cref="ArgumentException">There is no error, or the probability is outside its range.</exception>
    public static AverageError Of(IReadOnlyCollection<NormalizedError> errors, double probability = 0.95)
    {
        OptionRange.Check(probability, 0.5, 0.9999);
        if (errors.Count == 0)
        {
            throw new ArgumentException("errors are none; expected one at least", nameof(errors));
        }

        int degrees = errors.Sum(error => error.Degrees);
        double count = errors.Count;
        return new AverageError(
            errors.Sum(error => error.Squared) / count,
            degrees / count,
            ChiSquare.Quantile((1 - probability) / 2, degrees) / count,
            ChiSquare.Quantile((1 + probability) / 2, degrees) / count,
            errors.Count);
    }

    /// <summary>Averages over runs at each time: as many averages as there are times.</summary>
    /// <param name="runs">Each run's errors, in order of time, of the same times in all runs.</param>
    /// <param name="probability">Of lying inside, at each time.</param>
    /// <exception cref="ArgumentException">There is no run, or one has more or fewer times than the first.</exception>
    public static IReadOnlyList<AverageError> OverRuns(IReadOnlyList<IReadOnlyList<NormalizedError>> runs, double probability = 0.95)
    {
        if (runs.Count == 0 || runs.Any(run => run.Count != runs[0].Count))
        {
            throw new ArgumentException("runs are none or differ in length; expected one at least, and the same times in all", nameof(runs));
        }

        return [.. Enumerable.Range(0, runs[0].Count).Select(time => Of([.. runs.Select(run => run[time])], probability))];
    }
}
