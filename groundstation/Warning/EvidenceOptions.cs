using JointWatch.Tracking;

namespace JointWatch.Warnings;

/// <summary>
/// What tells a launched object from an aircraft, and how fast it convinces. Each kind of evidence is a lower confidence bound (the estimate less
/// <see cref="BoundSigmas"/> of its sigma) held against two values: at the first it says nothing, at the second it says all it can, which is
/// <see cref="FullRate"/> added to the log-odds for each second that it lasts.
/// </summary>
public sealed record EvidenceOptions
{
    /// <summary>Gets how many sigmas the bounds lie below the estimate (0 to 5). 2: one estimate in 40 lies above by chance.</summary>
    public double BoundSigmas { get; init; } = 2;

    /// <summary>Gets the log-odds of a new track (-10 to 0). -4: one fast track in fifty.</summary>
    public double PriorLogOdds { get; init; } = -4;

    /// <summary>Gets what one full piece of evidence adds in a second (0.05 to 5). 0.5: alone it takes 14 s from the prior to 0.95.</summary>
    public double FullRate { get; init; } = 0.5;

    /// <summary>Gets the most that all together add in a second (0.1 to 5). 1.2: confirmed in 6 s at the soonest.</summary>
    public double MostRate { get; init; } = 1.2;

    /// <summary>Gets what a second within the bounds of aircraft takes away (0.01 to 5). 0.3.</summary>
    public double AircraftRate { get; init; } = 0.3;

    /// <summary>Gets the specific force from which something is held up by wings, m/s² (1 to 9.8). 5: half of gravity; free fall has none.</summary>
    public double LiftMetersPerSecondSquared { get; init; } = 5;

    /// <summary>Gets the log-odds at which evidence is full, and no more is stored (3 to 20). 7: 0.999.</summary>
    public double MostLogOdds { get; init; } = 7;

    /// <summary>
    /// Gets the rates of climb that count, m/s (100 to 1,000). 250: fighters climb at 250 to 330 near the ground, for a minute at most; 450: none does.
    /// </summary>
    public (double From, double To) Climb { get; init; } = (250, 450);

    /// <summary>Gets the heights that count for what is faster than sound, metres (10,000 to 100,000). 27,000 to 36,000: aircraft have flown level at 26 km.</summary>
    public (double From, double To) Height { get; init; } = (27_000, 36_000);

    /// <summary>Gets the speeds that count, m/s (300 to 5,000). 1,000 to 1,400: Mach 3.3 of the fastest aircraft that flew in service, and Mach 4.5.</summary>
    public (double From, double To) Speed { get; init; } = (1_000, 1_400);

    /// <summary>
    /// Gets the specific excess powers that count, m/s: the rate at which energy height h + v²/2g rises (100 to 5,000). 350 to 700: the best
    /// fighters reach 300.
    /// </summary>
    public (double From, double To) ExcessPower { get; init; } = (350, 700);

    /// <summary>Gets the speed above which height counts, m/s (0 to 1,000). 300: balloons fly higher than any aircraft.</summary>
    public double FastMetersPerSecond { get; init; } = 300;

    /// <summary>Gets the probability from which a warning is suspected (0.05 to 0.5), probable and confirmed (each greater). 0.2, 0.6, 0.95.</summary>
    public (double Suspected, double Probable, double Confirmed) Up { get; init; } = (0.2, 0.6, 0.95);

    /// <summary>
    /// Gets the probability below which a warning is cancelled, steps back from probable to suspected, and from confirmed to probable (each less than
    /// the way up). 0.03, 0.25, 0.6.
    /// </summary>
    public (double Suspected, double Probable, double Confirmed) Down { get; init; } = (0.03, 0.25, 0.6);

    /// <summary>Gets below which share a class is not named among the likely ones (0 to 0.1). 0.001: what a person need not read.</summary>
    public double LeastClassShare { get; init; } = 0.001;

    /// <summary>Gets the least detections behind a warning (2 to 50). 5: two more than the tracker confirms a track on.</summary>
    public int LeastDetections { get; init; } = 5;

    /// <summary>
    /// Gets the detections that a second sensor must have contributed before a warning is confirmed (0 to 50): what one sensor alone says stays probable,
    /// for it may lie. 3: one or two may be other objects' that fell to the track by chance.
    /// </summary>
    public int LeastDetectionsOfSecond { get; init; } = 3;

    /// <summary>Gets the height from which what is first seen there may have come from space, metres (20,000 to 100,000). 50,000: no launch begins so high.</summary>
    public double SpaceMeters { get; init; } = 50_000;

    /// <summary>
    /// Gets the speed over ground that only what comes from space has, m/s (8,000 to 12,000). 9,000: a thousand more than an orbit's or the farthest missile's; meteors
    /// come with 11,200 at least.
    /// </summary>
    public double SpaceMetersPerSecond { get; init; } = 9_000;

    /// <summary>
    /// Gets for how long such a thing must have been seen, if never speeding up, before a warning of it is raised, seconds (0 to 120). 20: most meteors are
    /// out by then, and it is known whether a satellite is one.
    /// </summary>
    public double SettleSeconds { get; init; } = 20;

    /// <summary>Gets the height and the speed by whose lower bounds an object is a launched one for good, metres (30,000 to 200,000). 45,000.</summary>
    public double ProvenHeightMeters { get; init; } = 45_000;

    /// <summary>Gets the speed likewise, m/s (1,000 to 5,000). 1,600: Mach 5.</summary>
    public double ProvenSpeed { get; init; } = 1_600;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(BoundSigmas, 0, 5);
        OptionRange.Check(PriorLogOdds, -10, 0);
        OptionRange.Check(FullRate, 0.05, 5);
        OptionRange.Check(MostRate, 0.1, 5);
        OptionRange.Check(AircraftRate, 0.01, 5);
        OptionRange.Check(LiftMetersPerSecondSquared, 1, 9.8);
        OptionRange.Check(MostLogOdds, 3, 20);
        CheckRamp(Climb, 100, 1_000, nameof(Climb));
        CheckRamp(Height, 10_000, 100_000, nameof(Height));
        CheckRamp(Speed, 300, 5_000, nameof(Speed));
        CheckRamp(ExcessPower, 100, 5_000, nameof(ExcessPower));
        OptionRange.Check(FastMetersPerSecond, 0, 1_000);
        OptionRange.Check(Up.Suspected, 0.05, 0.5);
        OptionRange.Check(Up.Probable, Up.Suspected, 0.9);
        OptionRange.Check(Up.Confirmed, Up.Probable, 0.999);
        OptionRange.Check(Down.Suspected, 0.001, Up.Suspected);
        OptionRange.Check(Down.Probable, Down.Suspected, Up.Probable);
        OptionRange.Check(Down.Confirmed, Down.Probable, Up.Confirmed);
        OptionRange.Check(LeastClassShare, 0, 0.1);
        OptionRange.Check(LeastDetections, 2, 50);
        OptionRange.Check(LeastDetectionsOfSecond, 0, 50);
        OptionRange.Check(SpaceMeters, 20_000, 100_000);
        OptionRange.Check(SpaceMetersPerSecond, 8_000, 12_000);
        OptionRange.Check(SettleSeconds, 0, 120);
        OptionRange.Check(ProvenHeightMeters, 30_000, 200_000);
        OptionRange.Check(ProvenSpeed, 1_000, 5_000);
    }

    private static void CheckRamp((double From, double To) ramp, double min, double max, string name)
    {
        OptionRange.Check(ramp.From, min, max, name);
        OptionRange.Check(ramp.To, ramp.From, max, name);
    }
}
