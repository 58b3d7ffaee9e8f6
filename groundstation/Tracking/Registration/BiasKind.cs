namespace JointWatch.Tracking.Registration;

/// <summary>The registration errors of a sensor, in the order in which they stand in vectors and matrices.</summary>
public enum BiasKind
{
    /// <summary>Measured less true range, metres.</summary>
    Range = 0,

    /// <summary>Measured less true azimuth, radians, clockwise.</summary>
    Azimuth = 1,

    /// <summary>Measured less true elevation, radians.</summary>
    Elevation = 2,

    /// <summary>The sensor's clock less true time, seconds.</summary>
    Clock = 3,
}
