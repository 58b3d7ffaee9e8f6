namespace JointWatch.Exchange.Compare;

/// <summary>Whether two parties' words for a class can both be true: one may say no more than "ballistic" where the other says its range.</summary>
public static class ClassWords
{
    private const string Unknown = "unknown";
    private const string Ballistic = "ballistic";
    private const string Other = "other";

    private static readonly string[] OfBallistic = ["soundingOrShortRange", "mediumRange", "intermediateRange", "intercontinental"];
    private static readonly string[] OfOther = ["returningStage", "aircraft", "satellite"];

    /// <summary>Whether both can be true of one object.</summary>
    public static bool Agree(string a, string b) => a == b || a == Unknown || b == Unknown || Holds(a, b) || Holds(b, a);

    private static bool Holds(string general, string special) =>
        (general == Ballistic && OfBallistic.Contains(special)) || (general == Other && OfOther.Contains(special));
}
