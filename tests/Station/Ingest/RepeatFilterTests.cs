using CsCheck;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Tests.Ingest;

public class RepeatFilterTests
{
    [Fact]
    public void It_knows_the_same_numbers_as_a_set_does_in_whatever_order_they_come()
    {
        Gen.ULong[0, 60].Array[0, 200].Sample(sequences =>
        {
            var filter = new RepeatFilter();
            var set = new HashSet<ulong>();
            foreach (ulong sequence in sequences)
            {
                if (filter.Contains(sequence) != set.Contains(sequence))
                {
                    return false;
                }

                if (set.Add(sequence))
                {
                    filter.Add(sequence);
                }
            }

            long missing = set.Count == 0 ? 0 : (long)set.Max() + 1 - set.Count;
            return filter.Missing == missing && Enumerable.Range(0, 62).All(n => filter.Contains((ulong)n) == set.Contains((ulong)n));
        });
    }

    [Fact]
    public void The_largest_number_of_all_is_a_number_like_any_other()
    {
        var filter = new RepeatFilter();
        filter.Add(ulong.MaxValue);
        filter.Add(ulong.MaxValue - 1);
        filter.Add(0);
        Assert.True(filter.Contains(ulong.MaxValue));
        Assert.True(filter.Contains(0));
        Assert.False(filter.Contains(1));
    }

    [Fact]
    public void A_node_with_more_gaps_than_are_told_apart_loses_the_oldest_gap_and_no_newer_number()
    {
        var filter = new RepeatFilter();
        for (ulong i = 0; i <= RepeatFilter.MaxIntervals; i++)
        {
            filter.Add(2 * i);
        }

        Assert.True(filter.Contains(1), "the oldest gap counts as lost");
        Assert.False(filter.Contains(3));
        Assert.False(filter.Contains((2UL * RepeatFilter.MaxIntervals) - 1));
    }
}
