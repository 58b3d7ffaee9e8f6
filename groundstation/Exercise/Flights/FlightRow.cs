namespace JointWatch.Exercises.Flights;

/// <summary>One line of a recorded flight as it was read off a display, SI units; altitude and downrange from the site.</summary>
public readonly record struct FlightRow(
    double Seconds,
    double AltitudeMeters,
    double DownrangeMeters,
    double VerticalMetersPerSecond,
    double HorizontalMetersPerSecond);
