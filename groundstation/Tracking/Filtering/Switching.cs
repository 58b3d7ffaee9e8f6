using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// How one way of moving turns into another: a Markov chain in continuous time. Stays are exponential, so the probabilities follow from the length of a step.
/// </summary>
internal sealed class Switching(MotionOptions options)
{
    /// <summary>Straight flight, turn, boost, ballistic flight, manoeuvre.</summary>
    public const int Models = 5;

    public const int Straight = 0;

    /// <summary>
    /// Whither, when a model is left: row from, column to. What changes course without an engine's help turns; engines start and stop by way of
    /// any model, but mostly between boost and free fall; a manoeuvre ends in anything.
    /// </summary>
    private static readonly double[] Successors =
    [
        0, 0.40, 0.10, 0.05, 0.45,
        0.65, 0, 0.02, 0.03, 0.30,
        0.05, 0.02, 0, 0.53, 0.40,
        0.05, 0.02, 0.43, 0, 0.50,
        0.25, 0.20, 0.30, 0.25, 0,
    ];

    private readonly double[] _staySeconds =
        [options.StraightSeconds, options.TurnSeconds, options.BoostSeconds, options.BallisticSeconds, options.ManoeuvreSeconds];

    /// <summary>Fills in the probabilities over a step, row from, column to.</summary>
    public void Over(double seconds, Span<double> probabilities)
    {
        for (int i = 0; i < Models; i++)
        {
            double stay = Math.Exp(-seconds / _staySeconds[i]);
            for (int j = 0; j < Models; j++)
            {
                probabilities[(i * Models) + j] = i == j ? stay : (1 - stay) * Successors[(i * Models) + j];
            }
        }
    }

    /// <summary>Fills in the probabilities where straight flight has ended with some probability.</summary>
    public static void AfterStraight(double ended, Span<double> probabilities)
    {
        for (int j = 0; j < Models; j++)
        {
            probabilities[j] = j == Straight ? 1 - ended : ended * Successors[(Straight * Models) + j];
        }
    }
}
