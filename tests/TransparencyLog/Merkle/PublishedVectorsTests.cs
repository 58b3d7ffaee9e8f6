using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Tests.Merkle;

/// <summary>
/// The tree of eight leaves by which implementations of RFC 6962 and 9162 are tested since the first: leaves, nodes and roots at each size as published in
/// github.com/transparency-dev/merkle (testonly/constants.go), before in certificate-transparency-go and trillian.
/// </summary>
public sealed class PublishedVectorsTests
{
    private static readonly byte[][] Leaves =
        [.. ((string[])["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]).Select(Convert.FromHexString)];

    private static readonly string[][] Nodes =
    [
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7", "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f", "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
        ],
        [
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        ],
        ["d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"],
        ["5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
    ];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static readonly PublishedNodes Tree = new();

    public static TheoryData<int> Sizes => [.. Enumerable.Range(0, 9)];

    [Fact]
    public void Leaves_and_nodes_have_the_published_hashes()
    {
        Assert.Equal(Nodes[0], Leaves.Select(leaf => Shown(MerkleHasher.Leaf(leaf))));
        for (int level = 1; level < Nodes.Length; level++)
        {
            Assert.Equal(
                Nodes[level],
                Nodes[level].Select((_, i) => Shown(MerkleHasher.Node(Tree.Node(level - 1, 2 * i), Tree.Node(level - 1, (2 * i) + 1)))));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_root_at_each_size_is_the_published_one(int size)
    {
        var compact = new CompactTree();
        foreach (byte[] leaf in Leaves[..size])
        {
            compact.Append(MerkleHasher.Leaf(leaf));
        }

        Assert.Equal(Roots[size], Shown(compact.Root));
        Assert.Equal(Roots[size], Shown(TreeRange.Root(Tree, size)));
        Assert.Equal(Roots[size], Convert.ToHexStringLower(Definition.Mth(Leaves.AsSpan(0, size))));
    }

    [Theory] // RFC 9162, section 2.1.5: the tree of seven leaves, its nodes a to l; [b, h, l] and so on.
    [InlineData(0, "0/1 1/1 4-7")]
    [InlineData(3, "0/2 1/0 4-7")]
    [InlineData(4, "0/5 0/6 2/0")]
    [InlineData(6, "1/2 2/0")]
    public void Inclusion_proofs_in_seven_leaves_are_those_of_the_RFC(int index, string nodes)
    {
        InclusionProof proof = InclusionProof.Make(Tree, index, 7);

        Assert.Equal(nodes.Split(' ').Select(Named), proof.Path);
        Assert.True(proof.Proves(Tree.Node(0, index), Some.Hex(Roots[7])));
    }

    [Theory] // The same: PROOF(3, D7) = [c, d, g, l], PROOF(4, D7) = [l], PROOF(6, D7) = [i, j, k].
    [InlineData(3, "0/2 0/3 1/0 4-7")]
    [InlineData(4, "4-7")]
    [InlineData(6, "1/2 0/6 2/0")]
    public void Consistency_proofs_in_seven_leaves_are_those_of_the_RFC(int oldSize, string nodes)
    {
        ConsistencyProof proof = ConsistencyProof.Make(Tree, oldSize, 7);

        Assert.Equal(nodes.Split(' ').Select(Named), proof.Path);
        Assert.True(proof.Proves(Some.Hex(Roots[oldSize]), Some.Hex(Roots[7])));
    }

    [Theory] // transparency-dev/merkle, testdata/inclusion and testdata/consistency: happy-path.json of each folder.
    [InlineData(0, 8, "0/1 1/1 2/1")]
    [InlineData(5, 8, "0/4 1/3 2/0")]
    [InlineData(2, 3, "1/0")]
    [InlineData(1, 5, "0/0 1/1 0/4")]
    public void Inclusion_proofs_are_the_published_ones(int index, int size, string nodes)
    {
        InclusionProof proof = InclusionProof.Make(Tree, index, size);

        Assert.Equal(nodes.Split(' ').Select(Named), proof.Path);
        Assert.True(proof.Proves(Tree.Node(0, index), Some.Hex(Roots[size])));
    }

    [Theory]
    [InlineData(1, 8, "0/1 1/1 2/1")]
    [InlineData(6, 8, "1/2 1/3 2/0")]
    [InlineData(2, 5, "1/1 0/4")]
    [InlineData(6, 7, "1/2 0/6 2/0")]
    public void Consistency_proofs_are_the_published_ones(int oldSize, int newSize, string nodes)
    {
        ConsistencyProof proof = ConsistencyProof.Make(Tree, oldSize, newSize);

        Assert.Equal(nodes.Split(' ').Select(Named), proof.Path);
        Assert.True(proof.Proves(Some.Hex(Roots[oldSize]), Some.Hex(Roots[newSize])));
    }

    /// <summary>A node by level and index, or the root over leaves 4 to 6, which is l of the RFC.</summary>
    private static TreeHash Named(string name) => name == "4-7"
        ? MerkleHasher.Node(Tree.Node(1, 2), Tree.Node(0, 6))
        : Tree.Node(name[0] - '0', name[2] - '0');

    private static string Shown(TreeHash hash) => Convert.ToHexStringLower(hash.ToArray());

    private sealed class PublishedNodes : ITreeNodes
    {
        public TreeHash Node(int level, long index) => Some.Hex(Nodes[level][index]);
    }
}
