namespace JointWatch.Warnings.Announcements;

/// <summary>The numbers by which flights are held against announcements. Priors and backgrounds are judgements, stated here and shown with each reading.</summary>
public sealed record AnnouncementOptions
{
    /// <summary>Gets how many unannounced launches there are for each one that an announcement in force is about, more than 0. One in a hundred: most launches near an announced time and place are the announced ones, and one that is not will show in its fields.</summary>
    public double UnannouncedPrior { get; init; } = 0.01;

    /// <summary>Gets the probability at which a reading is taken, 0.5 to 1.</summary>
    public double Decision { get; init; } = 0.9;

    /// <summary>Gets by how many sigma beyond its tolerance a field must lie outside to depart from an announcement, 1 to 10. Four, of five fields looked at a hundred times in a flight: one false departure in some 100 flights.</summary>
    public double DepartureSigmas { get; init; } = 4;

    /// <summary>Gets how exactly parties keep to their windows, seconds.</summary>
    public double TimeToleranceSeconds { get; init; } = 30;

    /// <summary>Gets how exactly announced areas are drawn, metres.</summary>
    public double AreaToleranceMeters { get; init; } = 10_000;

    /// <summary>Gets how exactly announced azimuths are given and kept, one sigma, radians (3 degrees).</summary>
    public double AzimuthSigmaRadians { get; init; } = 0.052;

    /// <summary>Gets the time over which an unannounced launch is equally likely, seconds: a day.</summary>
    public double BackgroundSeconds { get; init; } = 86_400;

    /// <summary>Gets the area over which an unannounced launch is equally likely, square metres: 2,500 km in square.</summary>
    public double BackgroundLaunchSquareMeters { get; init; } = 6.25e12;

    /// <summary>Gets the area over which an unannounced impact is equally likely, square metres: a circle of 3,000 km.</summary>
    public double BackgroundImpactSquareMeters { get; init; } = 2.8e13;

    /// <summary>Gets how likely a flight that was announced is called by its announced class once it is classified, 0 to 1.</summary>
    public double ClassAgreement { get; init; } = 0.8;

    /// <summary>Gets how long an announcement may wait for someone to acknowledge it before that is a fault, seconds. At once where its window is open.</summary>
    public double AcknowledgeWithinSeconds { get; init; } = 300;
}
