namespace JointWatch.TransparencyLog.Merkle;

/// <summary>Where the hashes of a tree come from: a folder of tiles, or a table in memory.</summary>
public interface ITreeNodes
{
    /// <summary>The root of the perfect subtree over entries <c>[index·2^level, (index + 1)·2^level)</c>. Level 0: the leaf hashes.</summary>
    TreeHash Node(int level, long index);
}
