namespace JointWatch.Metrics.Trajectories;

/// <summary>Parts pairs so that those which share an object or a track at some instant, directly or through others, are together.</summary>
internal static class Clusters
{
    /// <param name="pairs">The pairs, by number.</param>
    /// <param name="truths">How many objects there are.</param>
    /// <param name="tracks">How many tracks there are.</param>
    /// <param name="instants">How many instants there are.</param>
    /// <returns>The pairs, cluster by cluster, each by number; clusters by their first.</returns>
    public static List<List<PairInPlay>> Of(IReadOnlyList<PairInPlay> pairs, int truths, int tracks, int instants)
    {
        int[] parent = [.. Enumerable.Range(0, pairs.Count)];
        int[] holder = new int[(truths + tracks) * instants];
        Array.Fill(holder, -1);
        for (int n = 0; n < pairs.Count; n++)
        {
            for (int k = pairs[n].Window.First; k <= pairs[n].Window.Last; k++)
            {
                Join(parent, ref holder[(pairs[n].Pair.Truth * instants) + k], n);
                Join(parent, ref holder[((truths + pairs[n].Pair.Track) * instants) + k], n);
            }
        }

        List<List<PairInPlay>> clusters = [];
        Dictionary<int, List<PairInPlay>> byRoot = [];
        for (int n = 0; n < pairs.Count; n++)
        {
            int root = Root(parent, n);
            if (!byRoot.TryGetValue(root, out List<PairInPlay>? cluster))
            {
                byRoot.Add(root, cluster = []);
                clusters.Add(cluster);
            }

            cluster.Add(pairs[n]);
        }

        return clusters;
    }

    private static void Join(int[] parent, ref int holder, int pair)
    {
        if (holder >= 0)
        {
            parent[Root(parent, pair)] = Root(parent, holder);
        }

        holder = pair;
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }

        return node;
    }
}
