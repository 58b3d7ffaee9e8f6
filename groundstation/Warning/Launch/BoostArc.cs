using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Ballistics;

namespace JointWatch.Warnings.Launch;

/// <summary>
/// A boost from rest on the ground, as it was before anyone saw it: in one vertical plane, under a constant force on a shrinking mass,
/// f(τ) = f₀ / (1 - f₀ τ / c), while the path leans over by δ(τ) = δ₀ + δ₁ τ + δ₂ τ² from the vertical:
/// dv/dτ = f - g cos δ - ρ v² / (2 β), with a ballistic coefficient β = β₀ (1 - f₀ τ / c) that shrinks with the mass.
/// </summary>
/// <remarks>
/// The parameters, by their index: launch point east and north of the frame's origin (m), launch time (s), azimuth (rad), δ₀ (rad),
/// δ₁ (rad/s), δ₂ (rad/s²), ln f₀ (m/s²), ln c (m/s), ln β₀ (kg/m²).
/// </remarks>
internal static class BoostArc
{
    public const int Parameters = 10;
    public const int East = 0;
    public const int North = 1;
    public const int Time = 2;
    public const int Azimuth = 3;
    public const int Lean = 4;
    public const int LeanRate = 5;
    public const int LeanGrowth = 6;
    public const int LogForce = 7;
    public const int LogExhaust = 8;
    public const int LogBallistic = 9;

    private const double Gravity = 9.8;
    private const double StepSeconds = 0.5;
    private const double MostLeanRadians = 1.4;
    private const double LeastMassShare = 0.1;

    /// <summary>
    /// The arc at some times, rising: for each 6 numbers, place and velocity in the east-north-up frame of the origin. Before the launch it rests.
    /// </summary>
    public static void At(ReadOnlySpan<double> parameters, ReadOnlySpan<double> times, Span<double> states)
    {
        (double sinAz, double cosAz) = Math.SinCos(parameters[Azimuth]);
        double force = Math.Exp(parameters[LogForce]);
        double ballistic = Math.Exp(parameters[LogBallistic]);
        double exhaust = Math.Exp(parameters[LogExhaust]);
        double sag = ((parameters[East] * parameters[East]) + (parameters[North] * parameters[North])) / (2 * Wgs84.MeanRadiusMeters);
        (double elapsed, double speed, double along, double height) = (0, 0, 0, 0);
        for (int i = 0; i < times.Length; i++)
        {
            double until = times[i] - parameters[Time];
            int steps = Math.Max(0, (int)Math.Ceiling((until - elapsed) / StepSeconds));
            double step = steps == 0 ? 0 : (until - elapsed) / steps;
            for (int k = 0; k < steps; k++)
            {
                // The midpoint rule: its error over a minute is below a metre and a centimetre a second.
                double middle = elapsed + (step / 2);
                (double sin, double cos) = Math.SinCos(LeanAt(parameters, middle));
                double share = Math.Max(LeastMassShare, 1 - (force * middle / exhaust));
                double drag = Atmosphere.DensityKilogramsPerCubicMeter(height) * speed * speed / (2 * ballistic * share);
                double gain = step * ((force / share) - (Gravity * cos) - drag);
                along += step * (speed + (gain / 2)) * sin;
                height += step * (speed + (gain / 2)) * cos;
                speed += gain;
                elapsed += step;
            }

            (double sinLean, double cosLean) = Math.SinCos(LeanAt(parameters, elapsed));
            Span<double> state = states.Slice(6 * i, 6);
            state[0] = parameters[East] + (along * sinAz);
            state[1] = parameters[North] + (along * cosAz);
            state[2] = height - sag;
            state[3] = speed * sinLean * sinAz;
            state[4] = speed * sinLean * cosAz;
            state[5] = speed * cosLean;
        }
    }

    private static double LeanAt(ReadOnlySpan<double> parameters, double seconds) =>
        Math.Clamp(
            parameters[Lean] + (seconds * (parameters[LeanRate] + (seconds * parameters[LeanGrowth]))), -MostLeanRadians, MostLeanRadians);
}
