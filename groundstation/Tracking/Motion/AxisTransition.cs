namespace JointWatch.Tracking.Motion;

/// <summary>
/// A linear motion model over one interval, the same on the three axes of a Cartesian frame. With the state (p, v, a) of an axis,
/// <code>
///     | 1  Pv  Pa |             | Qpp Qpv Qpa |
/// F = | 0  1   Va |         Q = | Qpv Qvv Qva |
///     | 0  0   Aa |             | Qpa Qva Qaa |
/// </code>
/// Units: metres and seconds.
/// </summary>
public readonly record struct AxisTransition(
    double Pv,
    double Pa,
    double Va,
    double Aa,
    double Qpp,
    double Qpv,
    double Qpa,
    double Qvv,
    double Qva,
    double Qaa);
