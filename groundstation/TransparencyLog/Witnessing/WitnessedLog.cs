using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Witnessing;

/// <summary>A log that a witness watches.</summary>
/// <param name="Origin">Its name in its checkpoints.</param>
/// <param name="Keys">Its keys; one of them must have signed.</param>
public sealed record WitnessedLog(string Origin, IReadOnlyList<VerifierKey> Keys)
{
    /// <summary>A log whose origin is the name of its key, as most have it.</summary>
    public WitnessedLog(VerifierKey key)
        : this(key.Name, [key])
    {
    }
}
