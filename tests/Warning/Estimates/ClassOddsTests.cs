using CsCheck;
using JointWatch.Warnings;
using JointWatch.Warnings.Evidence;
using JointWatch.Warnings.Life;

namespace JointWatch.Warning.Tests.Estimates;

public sealed class ClassOddsTests
{
    private static readonly ClassOdds Odds = new(new EvidenceOptions());

    [Fact]
    public void The_probabilities_make_one_and_the_likeliest_comes_first() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 2e7], Gen.Double[1, 1e6], Gen.Bool).Sample((confidence, orbit, range, sigma, isFree) =>
        {
            IReadOnlyList<ClassProbability> odds = Odds.Of(
                confidence, orbit, (range, sigma), isFree ? EngineState.Stopped : EngineState.Burning, ObjectClass.Unknown);

            Assert.Equal(1, odds.Sum(p => p.Probability), 1e-9);
            Assert.Equal(odds.OrderByDescending(p => p.Probability), odds);
        });

    [Fact]
    public void A_range_on_a_boundary_is_as_likely_of_one_class_as_of_the_other()
    {
        IReadOnlyList<ClassProbability> odds = Odds.Of(1, null, (3_000_000, 50_000), EngineState.Stopped, ObjectClass.MediumRange);

        Assert.Equal(Of(odds, ObjectClass.MediumRange), Of(odds, ObjectClass.IntermediateRange), 1e-6);
        Assert.InRange(Of(odds, ObjectClass.MediumRange), 0.45, 0.5);
    }

    [Fact]
    public void While_an_engine_burns_a_shorter_range_than_already_reached_is_out_of_the_question()
    {
        IReadOnlyList<ClassProbability> odds = Odds.Of(1, null, (4_000_000, 10_000), EngineState.Burning, ObjectClass.Unknown);

        Assert.InRange(Of(odds, ObjectClass.SoundingOrShortRange) + Of(odds, ObjectClass.MediumRange), 0, 0.02);
        Assert.InRange(Of(odds, ObjectClass.Intercontinental), 0.3, 0.5);
    }

    [Fact]
    public void What_may_be_an_aircraft_is_said_to_be_one_as_likely_as_it_is_not_a_launch() =>
        Assert.Equal(0.4, Of(Odds.Of(0.6, null, (double.NaN, double.NaN), EngineState.Unknown, ObjectClass.Unknown), ObjectClass.Aircraft), 0.01);

    private static double Of(IReadOnlyList<ClassProbability> odds, ObjectClass kind) => odds.FirstOrDefault(p => p.Class == kind).Probability;
}
