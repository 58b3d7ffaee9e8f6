namespace JointWatch.Tracking.Association;

/// <summary>Which numbers a sensor measures of a place; range rate may come on top.</summary>
internal enum MeasuredForm
{
    /// <summary>Azimuth only: a camera or a direction finder on the level.</summary>
    Azimuth = 0,

    /// <summary>Azimuth and elevation: an infra-red sensor.</summary>
    Angles = 1,

    /// <summary>Range and azimuth: a radar with a fan beam.</summary>
    RangeAzimuth = 2,

    /// <summary>Range, azimuth and elevation: a radar with a pencil beam.</summary>
    RangeAngles = 3,

    /// <summary>East and north.</summary>
    Place = 4,
}
