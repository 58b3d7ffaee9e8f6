namespace JointWatch.Warnings.Ballistics;

/// <summary>A ballistic coefficient m / (Cd A), kg/m², and one sigma of its natural logarithm.</summary>
internal readonly record struct BallisticBody(double Coefficient, double LogSigma)
{
    /// <summary>
    /// What is known after a drag was seen: the mean of both logarithms, weighted by their variances (Bayes' rule for two normal ones). The drag is
    /// ρ v² / (2 β), so a share by which it is uncertain is one by which β is.
    /// </summary>
    /// <param name="drag">Measured deceleration along the velocity, m/s², above zero, and one sigma.</param>
    public BallisticBody Seen(double density, double speed, (double Value, double Sigma) drag)
    {
        double measured = Math.Log(density * speed * speed / (2 * drag.Value));
        double variance = (drag.Sigma * drag.Sigma / (drag.Value * drag.Value)) + (ModelLogSigma * ModelLogSigma);
        double own = LogSigma * LogSigma;
        double sum = own + variance;
        return new BallisticBody(Math.Exp(((variance * Math.Log(Coefficient)) + (own * measured)) / sum), Math.Sqrt(own * variance / sum));
    }

    /// <summary>Air, wind and the change of the coefficient with Mach number are not known better than this.</summary>
    private const double ModelLogSigma = 0.2;
}
