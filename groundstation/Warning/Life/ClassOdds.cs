using JointWatch.Warnings.Evidence;

namespace JointWatch.Warnings.Life;

/// <summary>
/// How likely each class is. Once the engine has stopped, the range is normal about the predicted one with the spread of impact and launch; before that it may
/// only grow, and what it may grow to is shared evenly between the classes that are left, because nothing is known of the purpose.
/// </summary>
internal sealed class ClassOdds(EvidenceOptions options)
{
    /// <summary>Before anything is known: each class alike.</summary>
    private const int Launched = 5;

    /// <summary>What is kept for the classes that the model holds impossible: models err.</summary>
    private const double Doubt = 0.01;

    /// <summary>Of what falls free with a short range, so much is a stage that has turned back unseen or is going to.</summary>
    private const double TurnsBackUnseen = 0.02;

    private static readonly double[] UpperMeters = [1_000_000, 3_000_000, 5_500_000, double.PositiveInfinity];

    /// <summary>The classes and their probabilities, likeliest first.</summary>
    /// <param name="orbit">The probability that it goes to orbit, or null while that cannot be told.</param>
    /// <param name="range">The predicted range, metres, and one sigma of it; NaN while unknown.</param>
    public IReadOnlyList<ClassProbability> Of(
        double confidence, double? orbit, (double Meters, double SigmaMeters) range, EngineState engine, ObjectClass called)
    {
        Span<double> shares = stackalloc double[9];
        double launched = Math.Clamp(confidence, 0, 1);
        shares[(int)ObjectClass.Aircraft] = 1 - launched;
        if (called == ObjectClass.Satellite)
        {
            (shares[(int)ObjectClass.Satellite], launched) = (launched, 0);
        }
        else if (called == ObjectClass.ReturningStage)
        {
            (shares[(int)ObjectClass.ReturningStage], launched) = (launched * (1 - Doubt), launched * Doubt);
        }

        bool isFree = engine == EngineState.Stopped && !double.IsNaN(range.Meters);
        double toOrbit = orbit ?? (isFree ? 0 : 1.0 / Launched);
        shares[(int)ObjectClass.SpaceLaunch] = launched * ((toOrbit * (1 - Doubt)) + (Doubt / Launched));
        double falls = launched - shares[(int)ObjectClass.SpaceLaunch];
        Span<double> byRange = stackalloc double[UpperMeters.Length];
        ByRange(range, isFree, byRange);
        for (int i = 0; i < byRange.Length; i++)
        {
            shares[(int)ObjectClass.SoundingOrShortRange + i] = falls * (((1 - Doubt) * byRange[i]) + (Doubt / byRange.Length));
        }

        double turns = isFree && called != ObjectClass.ReturningStage ? TurnsBackUnseen * shares[(int)ObjectClass.SoundingOrShortRange] : 0;
        shares[(int)ObjectClass.SoundingOrShortRange] -= turns;
        shares[(int)ObjectClass.ReturningStage] += turns;
        return Sorted(shares);
    }

    private static void ByRange((double Meters, double SigmaMeters) range, bool isFree, Span<double> shares)
    {
        double below = 0;
        double open = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            double upTo = double.IsNaN(range.Meters) ? 0 : NormalDistribution.Below((UpperMeters[i] - range.Meters) / Math.Max(1, range.SigmaMeters));
            shares[i] = isFree ? upTo - below : double.IsNaN(range.Meters) ? 1 : upTo;
            open += shares[i];
            below = upTo;
        }

        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] /= open > 0 ? open : 1;
        }
    }

    private IReadOnlyList<ClassProbability> Sorted(ReadOnlySpan<double> shares)
    {
        List<ClassProbability> sorted = [];
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] > options.LeastClassShare)
            {
                sorted.Add(new ClassProbability((ObjectClass)i, shares[i]));
            }
        }

        double sum = sorted.Sum(p => p.Probability);
        return [.. sorted.Select(p => p with { Probability = p.Probability / sum }).OrderByDescending(p => p.Probability)];
    }
}
