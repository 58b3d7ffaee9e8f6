namespace JointWatch.Warnings.Announcements;

/// <summary>How one field of a flight fits an announcement.</summary>
/// <param name="Field">Its name: launch time, launch area, azimuth, class, impact area.</param>
/// <param name="LogRatio">The natural logarithm of how much likelier the flight's value is if it is the announced one than if it is not.</param>
/// <param name="Sigmas">By how many sigma, beyond the tolerance, it lies outside of what was announced; 0 inside.</param>
/// <param name="Words">What was announced and what is seen, in words.</param>
public sealed record FieldFit(string Field, double LogRatio, double Sigmas, string Words);
