namespace JointWatch.Tracking.Filtering;

/// <summary>How well a measurement fits an estimate, by the rows that were measured.</summary>
/// <param name="LogLikelihood">The logarithm of the density of the measurement, given the estimate before it.</param>
/// <param name="SquaredDistance">The innovation squared over its covariance: a chi-square variable with as many degrees of freedom as there are rows.</param>
internal readonly record struct Fit(double LogLikelihood, double SquaredDistance);
