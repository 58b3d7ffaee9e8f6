using CsCheck;
using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Records;
using static JointWatch.Exchange.Tests.Some;

namespace JointWatch.Exchange.Tests.Assurances;

public sealed class AssurancePropertyTests
{
    [Fact]
    public void The_checks_agree_with_brute_force_on_random_logs()
    {
        var seen = new HashSet<(string, Verdict)>();
        RandomLog.Any.Sample(
            log =>
            {
                using (log)
                {
                    var expected = new BruteForce(log.Deeds).Verdicts();
                    foreach ((string name, Verdict verdict) in log.Verdicts())
                    {
                        Assert.True(expected[name] == verdict, $"{name}: {verdict} where brute force has {expected[name]}\n{log}");
                        seen.Add((name, verdict));
                    }
                }
            },
            iter: 3000,
            threads: 1);

        // What never came up was not tried.
        Assert.Equal(6 * 3, seen.Count);
    }

    [Fact]
    public void What_is_broken_stays_broken_whatever_is_added() => RandomLog.Any.Sample(
        log =>
        {
            using (log)
            {
                IReadOnlyDictionary<string, Verdict> before = log.Verdicts([]);
                for (int length = 1; length <= log.Log.Count; length++)
                {
                    IReadOnlyDictionary<string, Verdict> now = log.Verdicts(log.Log.Take(length));
                    Assert.All(before.Where(b => b.Value == Verdict.Broken), b => Assert.Equal(Verdict.Broken, now[b.Key]));
                    before = now;
                }

                // Others' words, wherever they stand, take nothing back either.
                IReadOnlyDictionary<string, Verdict> alone = log.Verdicts(log.Log.Where(r => r.Head.By == Alfa));
                Assert.All(alone.Where(a => a.Value == Verdict.Broken), a => Assert.Equal(Verdict.Broken, before[a.Key]));
            }
        },
        iter: 300,
        threads: 1);

    [Fact]
    public void The_order_in_which_the_log_took_two_parties_records_changes_no_verdict() => Gen.Select(RandomLog.Any, Gen.Bool.Array[60]).Sample(
        (log, turns) =>
        {
            using (log)
            {
                var alfas = new Queue<SignedRecord>(log.Log.Where(r => r.Head.By == Alfa));
                var bravos = new Queue<SignedRecord>(log.Log.Where(r => r.Head.By == Bravo));
                var merged = new List<SignedRecord>();
                for (int i = 0; alfas.Count + bravos.Count > 0; i++)
                {
                    Queue<SignedRecord> next = bravos.Count == 0 || (alfas.Count > 0 && turns[i % turns.Length]) ? alfas : bravos;
                    merged.Add(next.Dequeue());
                }

                Assert.Equal(log.Verdicts(), log.Verdicts(merged));
            }
        },
        iter: 1000,
        threads: 1);
}
