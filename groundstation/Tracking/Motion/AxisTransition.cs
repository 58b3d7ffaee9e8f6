namespace JointWatch.Tracking.Motion;

/// <summary>
/// A linear motion model over one interval, the same on the three axes of a Cartesian frame. With the state (p, v, a) of an axis,
/// <code>
///     | 1  Pv  Pa |             | Qpp Qpv Qpa |
/// F = | 0  1   Va |         Q = | Qpv Qvv Qva |
///     | 0  0   1  |             | Qpa Qva Qaa |
/// </code>
/// A state without acceleration has the upper left 2 by 2 of both. Units: metres and seconds.
/// </summary>
internal readonly record struct AxisTransition(
    double Pv,
    double Pa,
    double Va,
    double Qpp,
    double Qpv,
    double Qpa,
    double Qvv,
    double Qva,
    double Qaa);
