using JointWatch.Tracking;

namespace JointWatch.Warnings;

/// <summary>All that can be tuned in the warning stage, besides the kinds of evidence and their weights, which are <see cref="EvidenceOptions"/>.</summary>
public sealed record WarningOptions
{
    public EvidenceOptions Evidence { get; init; } = new();

    /// <summary>Gets the longest time from its last detection at which an estimate still says something new, seconds (0.1 to 30). 2: two scans of a slow radar.</summary>
    public double FreshSeconds { get; init; } = 2;

    /// <summary>Gets over how long velocities are compared to find thrust, seconds (1 to 20). 4: noise of 10 m/s then makes 3.5 m/s², a third of the least thrust.</summary>
    public double TrendSeconds { get; init; } = 4;

    /// <summary>Gets the specific force at which an engine is held to burn, m/s² (1 to 50). 6: less than any lift-off, more than the noise of a settled track.</summary>
    public double BurningForce { get; init; } = 6;

    /// <summary>Gets the specific force below which it is held to have stopped, m/s² (0.5 to 20). 3: half, so that noise does not switch it.</summary>
    public double StoppedForce { get; init; } = 3;

    /// <summary>Gets the sigma of the specific force beyond which it says nothing of an engine, m/s² (1 to 50). 9: a velocity known to 25 m/s.</summary>
    public double MostForceSigma { get; init; } = 9;

    /// <summary>
    /// Gets above which height thrust across the velocity counts too, metres (30,000 to 200,000). 60,000: below, it may be air that brakes.
    /// </summary>
    public double ThinAirMeters { get; init; } = 60_000;

    /// <summary>Gets how much of a track's beginning goes into the launch estimate, seconds (5 to 60). 20: what comes later says little of the pad.</summary>
    public double LaunchFitSeconds { get; init; } = 20;

    /// <summary>
    /// Gets by what the covariances are multiplied for the launch fit (1 to 20). 3: samples a second apart share most of the filter's memory,
    /// which at the tracker's gains is about three of them.
    /// </summary>
    public double LaunchCorrelation { get; init; } = 3;

    /// <summary>Gets the ballistic coefficient m / (Cd A) supposed of everything, kg/m² (100 to 50,000). 5,000: between an empty stage and a slender body.</summary>
    public double BallisticCoefficient { get; init; } = 5_000;

    /// <summary>Gets one sigma of its natural logarithm (0.05 to 2). 0.5: two thirds of all bodies lie from 3,000 to 8,200.</summary>
    public double BallisticCoefficientLogSigma { get; init; } = 0.5;

    /// <summary>
    /// Gets the mean of what is left of a boost, as a share of what was seen of it (0.01 to 2), and the longest, seconds (1 to 120). 0.25 and 30: of burns of a
    /// minute or more, met at a moment drawn at random.
    /// </summary>
    public double RemainderShare { get; init; } = 0.25;

    /// <summary>Gets the longest mean of what is left of a boost, seconds (1 to 120). 30: half of a stage's burn.</summary>
    public double LongestRemainderSeconds { get; init; } = 30;

    /// <summary>Gets after how long a silence of all of several sensors the plume is out, seconds (0.5 to 30). 2.5: two looks of a slow sensor missed.</summary>
    public double PlumeOutSeconds { get; init; } = 2.5;

    /// <summary>Gets what the tracker's variances are worth in free fall, as a share (0.05 to 5): measured, see the calibration benchmark.</summary>
    public double CoastVarianceShare { get; init; } = 0.38;

    /// <summary>Gets what they are worth at a cut-off, when the tracker still believes in thrust (0.1 to 20): measured likewise.</summary>
    public double CutOffVarianceShare { get; init; } = 1.4;

    /// <summary>Gets what they are worth when the sensors have lost a plume that went out (0.05 to 5): measured likewise.</summary>
    public double PlumeOutVarianceShare { get; init; } = 0.7;

    /// <summary>Gets how fast the one goes over into the other, seconds (0.5 to 120): measured likewise.</summary>
    public double SettleSeconds { get; init; } = 28;

    /// <summary>Gets the least half axis of an impact ellipse, metres (0 to 10,000). 50: no wind, no lift and no terrain are in the model.</summary>
    public double LeastImpactSigmaMeters { get; init; } = 50;

    /// <summary>Gets for how long a fall is followed, seconds (600 to 20,000). 7,200: above any range on the Earth; longer is in orbit for a watch officer.</summary>
    public double LongestFallSeconds { get; init; } = 7_200;

    /// <summary>Gets the least time from one impact prediction to the next of a warning, seconds (0.2 to 60). 1: what a person can follow.</summary>
    public double ImpactPeriodSeconds { get; init; } = 1;

    /// <summary>
    /// Gets the least time between two revisions that only move the launch or the impact, seconds, while an engine burns (0.2 to 60) and after
    /// (each time at least the former). 1 and 5: a person follows the first while it matters; the second is noise that shrinks.
    /// </summary>
    public (double Burning, double Coasting) RevisionSeconds { get; init; } = (1, 5);

    /// <summary>Gets the most predictions in one call (1 to 1,000): the rest wait for the next call, oldest first. 32: some 25 ms.</summary>
    public int MostImpactsPerUpdate { get; init; } = 32;

    /// <summary>Gets the perigee from which an object is in orbit, metres (50,000 to 200,000). 100,000: lower ones come down within a turn.</summary>
    public double OrbitPerigeeMeters { get; init; } = 100_000;

    /// <summary>
    /// Gets the perigee from which an object that burns and flies nearly level above the air is held to be on its way to orbit, metres
    /// (-3,000,000 to 0). -1,500,000: the flat way to 10,000 km has one of some -2,000,000, the best way one of -3,000,000.
    /// </summary>
    public double SpaceLaunchPerigeeMeters { get; init; } = -1_500_000;

    /// <summary>Gets how far beyond a class boundary the range must lie to change the class, as a share of it (0 to 0.5). 0.03.</summary>
    public double ClassHysteresis { get; init; } = 0.03;

    /// <summary>Gets the silence after which a warned track counts as lost, seconds (1 to 120). 10: the tracker itself gives up after 15.</summary>
    public double LostSeconds { get; init; } = 10;

    /// <summary>Gets the silence after which a warning expires, seconds (5 to 600). 30: a track that breaks is usually found again by then.</summary>
    public double ExpireSeconds { get; init; } = 30;

    /// <summary>Gets for how long after its loss a new track may take over a warning, seconds (10 to 3,600). 300: a pass out of cover over the apogee.</summary>
    public double TakeOverSeconds { get; init; } = 300;

    /// <summary>Gets the width of the gates for taking over and for twins, in sigmas (2 to 10). 4.</summary>
    public double GateSigmas { get; init; } = 4;

    /// <summary>Gets the least half width of the gate in place, metres (100 to 20,000). 2,000: biases between sensors.</summary>
    public double GateMeters { get; init; } = 2_000;

    /// <summary>Gets the least half width of the gate in velocity, m/s (10 to 500). 60.</summary>
    public double GateMetersPerSecond { get; init; } = 60;

    /// <summary>Gets the greatest half width of the gate in place, metres (10,000 to 500,000). 60,000: wider, and it would take in neighbours.</summary>
    public double WidestGateMeters { get; init; } = 60_000;

    /// <summary>Gets the height below which a track that is lost has come down, metres (0 to 20,000). 3,000: radars do not see lower far out.</summary>
    public double GroundMeters { get; init; } = 3_000;

    /// <summary>Gets the spread of the predicted impact within which a lost object's impact may be taken as its end, metres, one sigma (1,000 to 1,000,000).</summary>
    public double GoodImpactSigmaMeters { get; init; } = 50_000;

    /// <summary>Gets the most tracks watched at a time (10 to 100,000): beyond it nothing new is looked into.</summary>
    public int MostWatched { get; init; } = 5_000;

    /// <summary>Gets the most warnings kept (10 to 1,000,000): beyond it nothing new is raised.</summary>
    public int MostWarnings { get; init; } = 10_000;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Evidence.Validate();
        OptionRange.Check(FreshSeconds, 0.1, 30);
        OptionRange.Check(TrendSeconds, 1, 20);
        OptionRange.Check(BurningForce, 1, 50);
        OptionRange.Check(StoppedForce, 0.5, 20);
        OptionRange.Check(MostForceSigma, 1, 50);
        OptionRange.Check(ThinAirMeters, 30_000, 200_000);
        OptionRange.Check(LaunchFitSeconds, 5, 60);
        OptionRange.Check(LaunchCorrelation, 1, 20);
        OptionRange.Check(BallisticCoefficient, 100, 50_000);
        OptionRange.Check(BallisticCoefficientLogSigma, 0.05, 2);
        OptionRange.Check(RemainderShare, 0.01, 2);
        OptionRange.Check(LongestRemainderSeconds, 1, 120);
        OptionRange.Check(PlumeOutSeconds, 0.5, 30);
        OptionRange.Check(CoastVarianceShare, 0.05, 5);
        OptionRange.Check(CutOffVarianceShare, 0.1, 20);
        OptionRange.Check(PlumeOutVarianceShare, 0.05, 5);
        OptionRange.Check(SettleSeconds, 0.5, 120);
        OptionRange.Check(LeastImpactSigmaMeters, 0, 10_000);
        OptionRange.Check(LongestFallSeconds, 600, 20_000);
        OptionRange.Check(ImpactPeriodSeconds, 0.2, 60);
        OptionRange.Check(RevisionSeconds.Burning, 0.2, 60);
        OptionRange.Check(RevisionSeconds.Coasting, RevisionSeconds.Burning, 600);
        OptionRange.Check(MostImpactsPerUpdate, 1, 1_000);
        OptionRange.Check(OrbitPerigeeMeters, 50_000, 200_000);
        OptionRange.Check(SpaceLaunchPerigeeMeters, -3_000_000, 0);
        OptionRange.Check(ClassHysteresis, 0, 0.5);
        OptionRange.Check(LostSeconds, 1, 120);
        OptionRange.Check(ExpireSeconds, 5, 600);
        OptionRange.Check(TakeOverSeconds, 10, 3_600);
        OptionRange.Check(GateSigmas, 2, 10);
        OptionRange.Check(GateMeters, 100, 20_000);
        OptionRange.Check(GateMetersPerSecond, 10, 500);
        OptionRange.Check(WidestGateMeters, 10_000, 500_000);
        OptionRange.Check(GroundMeters, 0, 20_000);
        OptionRange.Check(GoodImpactSigmaMeters, 1_000, 1_000_000);
        OptionRange.Check(MostWatched, 10, 100_000);
        OptionRange.Check(MostWarnings, 10, 1_000_000);
    }
}
