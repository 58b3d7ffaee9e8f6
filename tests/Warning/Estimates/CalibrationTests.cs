using JointWatch.Warning.Calibration;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Estimates;

/// <summary>A seeded part of the calibration benchmark, through the program's own tracker; the whole is <c>tests/Benchmarks -- calibration</c>.</summary>
public sealed class CalibrationTests
{
    private const int Flights = 5;

    private static readonly Lazy<List<CalibrationRecord>> Flown = new(() =>
    [
        .. FlightMaker.Launched.SelectMany(c => Enumerable.Range(1, Flights).SelectMany(
            seed => CalibrationRecord.Fly(FlightMaker.Make(c, seed), SensorLayout.All[3], seed).Records)),
    ]);

    [Fact]
    public void Every_flight_is_warned_of() => Assert.All(Flown.Value, r => Assert.True(r.IsWarned));

    /// <summary>Four looks at a flight are hardly independent: of 20 flights, binomial with 0.9, fewer than 15 have a chance of one in fifty, and the seeds are fixed.</summary>
    [Fact]
    public void The_truth_lies_in_the_90_percent_regions_of_launch_and_impact_about_as_often_as_they_say()
    {
        Assert.InRange(Coverage.Share(Flown.Value.Select(r => r.ImpactSquared), 0.9), 0.75, 1);
        Assert.InRange(Coverage.Share(Flown.Value.Select(r => r.LaunchSquared), 0.9), 0.75, 1);
    }

    [Fact]
    public void The_regions_are_not_larger_than_they_need_be()
    {
        Assert.InRange(Coverage.Share(Flown.Value.Select(r => r.ImpactSquared), 0.5), 0.3, 0.9);
        Assert.InRange(Coverage.Share(Flown.Value.Select(r => r.LaunchSquared), 0.5), 0.3, 0.9);
    }

    [Fact]
    public void The_region_of_the_impact_shrinks_as_data_come_in()
    {
        double[] sigmas = [.. Flown.Value.GroupBy(r => r.Stage).OrderBy(g => g.Key).Select(g => Coverage.Median(g.Select(r => r.ImpactSigmaMeters)))];

        // From the apogee on, what remains is the air below, and that stays as unknown as it was.
        Assert.InRange(sigmas[1], 0, 0.7 * sigmas[0]);
        Assert.InRange(sigmas[2], 0, 0.95 * sigmas[1]);
        Assert.InRange(sigmas[3], 0, 1.02 * sigmas[2]);
    }

    [Fact]
    public void No_warning_of_an_aircraft_or_a_satellite_is_confirmed() =>
        Assert.DoesNotContain(
            new[] { ObjectClass.Aircraft, ObjectClass.Satellite }.SelectMany(c => Enumerable.Range(1, Flights).SelectMany(
                seed => CalibrationRecord.Fly(FlightMaker.Make(c, seed), SensorLayout.All[5], seed).Log)),
            e => e.Warning.State == WarningState.Confirmed);

    /// <summary>Nine in ten of what is stated with 90 % or more must be so; five flights of each class are too few for the probabilities between.</summary>
    [Fact]
    public void What_is_stated_to_be_of_a_class_beyond_doubt_is_of_that_class() =>
        Assert.InRange(Coverage.Reliability(Flown.Value).Last().Observed, 0.9, 1);

    /// <summary>Knowing nothing of five classes scores 0.8; 25 s later than cut-off the class must be nearly sure.</summary>
    [Fact]
    public void The_class_probabilities_are_right_soon_after_the_boost() =>
        Assert.InRange(Coverage.Brier(Flown.Value.Where(r => r.Stage >= FlightStage.HalfMinuteLater)), 0, 0.1);
}
