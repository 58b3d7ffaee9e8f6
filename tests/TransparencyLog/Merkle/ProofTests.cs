using CsCheck;
using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Tests.Merkle;

public sealed class ProofTests
{
    private static readonly Gen<byte[][]> Trees = Gen.Byte.Array[0, 5].Array[1, 70];

    /// <summary>No two entries alike: where they are, a proof for one may well be a proof for the other.</summary>
    private static readonly Gen<byte[][]> DistinctTrees = Trees.Select(entries => entries.Select((e, i) => (byte[])[(byte)i, .. e]).ToArray());

    [Fact]
    public void Roots_and_proofs_of_any_tree_are_those_of_the_definition_and_verify()
    {
        Trees.Sample(
            entries =>
            {
                var nodes = new MemoryNodes(entries);
                TreeHash root = TreeRange.Root(nodes, entries.Length);
                Assert.Equal(Definition.Mth(entries), root.ToArray());
                for (int i = 0; i < entries.Length; i++)
                {
                    InclusionProof inclusion = InclusionProof.Make(nodes, i, entries.Length);
                    Assert.Equal(Definition.Path(i, entries), inclusion.Path.Select(h => h.ToArray()));
                    Assert.True(inclusion.Proves(MerkleHasher.Leaf(entries[i]), root));

                    ConsistencyProof consistency = ConsistencyProof.Make(nodes, i + 1, entries.Length);
                    Assert.Equal(Definition.Proof(i + 1, entries), consistency.Path.Select(h => h.ToArray()));
                    Assert.True(consistency.Proves(new TreeHash(Definition.Mth(entries.AsSpan(0, i + 1))), root));
                }
            },
            iter: 40);
    }

    [Fact]
    public void Any_flipped_bit_any_hash_too_many_or_too_few_and_any_other_place_spoils_an_inclusion_proof()
    {
        Gen.Select(DistinctTrees, Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]).Sample(
            (entries, pick, bit) =>
            {
                var nodes = new MemoryNodes(entries);
                int index = pick % entries.Length;
                InclusionProof proof = InclusionProof.Make(nodes, index, entries.Length);
                TreeHash leaf = MerkleHasher.Leaf(entries[index]);
                TreeHash root = TreeRange.Root(nodes, entries.Length);

                Assert.False(proof.Proves(Flip(leaf, bit), root));
                Assert.False(proof.Proves(leaf, Flip(root, bit)));
                Assert.All(Spoilt(proof.Path, bit, root), path => Assert.False((proof with { Path = path }).Proves(leaf, root)));

                // As the probes of transparency-dev/merkle have it: another index, another size.
                foreach (long other in (long[])[index - 1, index + 1, index ^ 2, -1, entries.Length, long.MaxValue])
                {
                    Assert.False((proof with { Index = other }).Proves(leaf, root));
                }

                Assert.False((proof with { Size = entries.Length * 2 }).Proves(leaf, root));
                Assert.False((proof with { Size = 0 }).Proves(leaf, root));
            },
            iter: 300);
    }

    [Fact]
    public void Any_flipped_bit_any_hash_too_many_or_too_few_and_any_other_size_spoils_a_consistency_proof()
    {
        Gen.Select(DistinctTrees.Where(t => t.Length > 1), Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]).Sample(
            (entries, pick, bit) =>
            {
                var nodes = new MemoryNodes(entries);
                int oldSize = 1 + (pick % (entries.Length - 1));
                ConsistencyProof proof = ConsistencyProof.Make(nodes, oldSize, entries.Length);
                TreeHash oldRoot = TreeRange.Root(nodes, oldSize);
                TreeHash newRoot = TreeRange.Root(nodes, entries.Length);

                Assert.False(proof.Proves(Flip(oldRoot, bit), newRoot));
                Assert.False(proof.Proves(oldRoot, Flip(newRoot, bit)));
                Assert.False(proof.Proves(newRoot, oldRoot));
                Assert.All(Spoilt(proof.Path, bit, newRoot), path => Assert.False((proof with { Path = path }).Proves(oldRoot, newRoot)));
                Assert.False((proof with { OldSize = 0 }).Proves(oldRoot, newRoot));
                Assert.False((proof with { OldSize = -1 }).Proves(oldRoot, newRoot));
                Assert.False((proof with { NewSize = entries.Length * 2 }).Proves(oldRoot, newRoot));
                Assert.False((proof with { NewSize = oldSize }).Proves(oldRoot, newRoot));
                Assert.False((proof with { OldSize = entries.Length }).Proves(oldRoot, newRoot));
            },
            iter: 300);
    }

    [Theory] // transparency-dev/merkle, testdata/consistency/additional, by their names.
    [InlineData(1, 1, "a", "a", 0, true)] // sizes-are-equal-one-and-proof-is-empty
    [InlineData(1, 1, "a", "b", 0, false)] // sizes-are-equal-one-but-roots-are-not
    [InlineData(1, 1, "a", "a", 1, false)] // sizes-match-but-proof-is-not-empty-and-sizes-are-one
    [InlineData(0, 0, "a", "a", 0, false)] // sizes-are-equal-zero-and-proof-is-empty
    [InlineData(0, 0, "a", "b", 0, false)] // sizes-are-equal-zero-but-roots-are-not
    [InlineData(0, 0, "", "a", 0, false)] // roots-do-not-match-and-sizes-are-zero
    [InlineData(0, 0, "", "", 1, false)] // sizes-match-but-proof-is-not-empty-and-sizes-are-zero
    [InlineData(0, 1, "a", "b", 0, false)] // size1-is-zero-and-does-not-equal-size2
    [InlineData(0, 1, "", "", 1, false)] // consistency-check-on-empty-tree-size1-is-zero-is-useless
    [InlineData(1, 0, "a", "b", 0, false)] // size1-is-greater-than-size2
    [InlineData(2, 1, "a", "b", 0, false)] // size1-is-greater-than-size2-again
    [InlineData(1, 2, "a", "b", 0, false)] // sizes-do-not-match-and-proof-is-empty
    [InlineData(0, 1, "", "b", 0, true)] // Here we follow c2sp.org/tlog-witness: the empty tree needs no proof.
    public void Proofs_without_substance_are_judged_as_published(long oldSize, long newSize, string oldRoot, string newRoot, int hashes, bool isGood)
    {
        var proof = new ConsistencyProof(oldSize, newSize, [.. Enumerable.Repeat(MerkleHasher.EmptyRoot, hashes)]);

        Assert.Equal(isGood, proof.Proves(Root(oldRoot), Root(newRoot)));

        static TreeHash Root(string name) => name.Length == 0 ? MerkleHasher.EmptyRoot : Some.Hash(name);
    }

    [Fact]
    public void A_compact_tree_takes_subtrees_as_it_takes_their_leaves()
    {
        Gen.Int[0, 1000].Sample(
            size =>
            {
                CompactTree byLeaves = new();
                CompactTree byTrees = new();
                for (int i = 0; i < size; i++)
                {
                    byLeaves.Append(Some.Hash($"{i}"));
                }

                for (int at = 0; at < size;)
                {
                    // The largest subtree that begins here and does not go beyond the end.
                    int level = 0;
                    while (at % (2 << level) == 0 && at + (2 << level) <= size)
                    {
                        level++;
                    }

                    CompactTree subtree = new();
                    for (int i = 0; i < 1 << level; i++)
                    {
                        subtree.Append(Some.Hash($"{at + i}"));
                    }

                    byTrees.AppendSubtree(subtree.Root, level);
                    at += 1 << level;
                }

                Assert.Equal((byLeaves.Size, byLeaves.Root), (byTrees.Size, byTrees.Root));
            },
            iter: 30);
    }

    private static TreeHash Flip(TreeHash hash, int bit)
    {
        byte[] bytes = hash.ToArray();
        bytes[bit % 256 / 8] ^= (byte)(1 << (bit % 8));
        return new TreeHash(bytes);
    }

    private static IEnumerable<IReadOnlyList<TreeHash>> Spoilt(IReadOnlyList<TreeHash> path, int bit, TreeHash root)
    {
        yield return [.. path, root];
        yield return [root, .. path];
        yield return [.. path, default];
        for (int i = 0; i < path.Count; i++)
        {
            yield return [.. path.Take(i), Flip(path[i], bit), .. path.Skip(i + 1)];
            yield return [.. path.Take(i), .. path.Skip(i + 1)];
        }
    }
}
