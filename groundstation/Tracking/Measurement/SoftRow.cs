using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Measurement;

/// <summary>
/// What a sensor does not measure but bounds: a fan beam the elevation, a plane of movement the height. It is no measurement, since its error is
/// the same at each look.
/// </summary>
/// <param name="Residual">The middle of the bounds less what is expected there.</param>
/// <param name="Direction">The derivative of the bounded number by position.</param>
/// <param name="Variance">That of a number uniform within the bounds: the estimate's never need fall below it. 0: nothing is bounded.</param>
internal readonly record struct SoftRow(double Residual, Vector3 Direction, double Variance);
