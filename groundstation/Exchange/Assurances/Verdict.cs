namespace JointWatch.Exchange.Assurances;

/// <summary>What the log says of an assurance, or of one case of it. The worse is the greater.</summary>
public enum Verdict
{
    /// <summary>The log has all that is needed, and it was kept.</summary>
    Kept = 0,

    /// <summary>The log has not all that is needed.</summary>
    CannotBeTold = 1,

    /// <summary>The party's own signed records show that it was not kept. Nothing that is added to the log can turn this into kept.</summary>
    Broken = 2,
}
