namespace JointWatch.Contract.Tests.Support;

/// <summary>CBOR trees of any shape, for keys that the contract does not know.</summary>
internal static class ForeignTree
{
    /// <summary>A tree of at most so many levels, each with at most four items.</summary>
    public static object Draw(Random random, int levels)
    {
        switch (random.Next(levels > 0 ? 8 : 5))
        {
            case 0:
                return random.NextInt64();
            case 1:
                return -random.NextInt64();
            case 2:
                return new string('€', random.Next(40));
            case 3:
                return new byte[random.Next(300)];
            case 4:
                return levels > 0 ? random.NextDouble() : 0L;
            case 5:
                CborMap map = [];
                for (int i = random.Next(4); i > 0; i--)
                {
                    map.Add((long)i, Draw(random, levels - 1));
                }

                return map;
            default:
                return Enumerable.Range(0, random.Next(5)).Select(_ => Draw(random, levels - 1)).ToList();
        }
    }
}
