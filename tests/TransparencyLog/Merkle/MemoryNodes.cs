using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Tests.Merkle;

/// <summary>The nodes of a tree over entries in memory.</summary>
internal sealed class MemoryNodes(byte[][] entries) : ITreeNodes
{
    public TreeHash Node(int level, long index) => new(Definition.Mth(entries.AsSpan((int)(index << level), 1 << level)));
}
