namespace JointWatch.Warning.Calibration;

/// <summary>How often the truth lies in regions, from its squared distances in sigmas.</summary>
internal static class Coverage
{
    /// <summary>
    /// The share within the region of a stated probability: the squared distance of a plane normal distribution is chi-square with two degrees of freedom, below
    /// -2 ln(1 - p) with probability p. What is NaN had no estimate and is left out; NaN if nothing is left.
    /// </summary>
    public static double Share(IEnumerable<double> squared, double probability)
    {
        double[] known = [.. squared.Where(x => !double.IsNaN(x))];
        return known.Length == 0 ? double.NaN : known.Count(x => x <= -2 * Math.Log(1 - probability)) / (double)known.Length;
    }

    /// <summary>The median of what is not NaN.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] known = [.. values.Where(x => !double.IsNaN(x)).Order()];
        return known.Length == 0 ? double.NaN : known[known.Length / 2];
    }

    /// <summary>
    /// The score of G. W. Brier ("Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950) over all classes: the mean of
    /// the sum of squared differences from what was; 0 is perfect, 2 is wrong and sure.
    /// </summary>
    public static double Brier(IEnumerable<CalibrationRecord> records) => records
        .Where(r => r.Probabilities.Count > 0)
        .Select(r => 1 - (2 * r.Probabilities.Where(p => p.Class == r.Class).Sum(p => p.Probability)) + r.Probabilities.Sum(p => p.Probability * p.Probability))
        .DefaultIfEmpty(double.NaN)
        .Average();

    /// <summary>
    /// The stated probabilities of classes in tenths, each with the mean of what was stated, how often the object was of that class, and how many there were. A record
    /// gives one for each class that there is.
    /// </summary>
    public static IEnumerable<(double Stated, double Observed, int Count)> Reliability(IEnumerable<CalibrationRecord> records)
    {
        var stated = from r in records
                     where r.Probabilities.Count > 0
                     from c in FlightMaker.Classes
                     let p = r.Probabilities.Where(x => x.Class == c).Sum(x => x.Probability)
                     select (Probability: p, IsTrue: c == r.Class);
        return stated
            .GroupBy(s => Math.Min(9, (int)(s.Probability * 10)))
            .OrderBy(g => g.Key)
            .Select(g => (g.Average(s => s.Probability), g.Count(s => s.IsTrue) / (double)g.Count(), g.Count()));
    }
}
