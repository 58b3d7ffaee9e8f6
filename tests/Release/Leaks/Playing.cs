using JointWatch.Releases.Inputs;
using JointWatch.Releases.Output;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Releasing;
using JointWatch.Tracking;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>What somebody at the other end can see of one release, and when it was handed out.</summary>
internal sealed record Heard(long HandedOutMicroseconds, string Json, byte[] Cbor);

/// <summary>Everything that came out of a releaser: releases, and whatever it and its inputs say of themselves.</summary>
internal sealed record Outcome(IReadOnlyList<Heard> Releases, string Log)
{
    /// <summary>All of it as one text: two worlds that may not be told apart must give the same.</summary>
    public string Everything => string.Join('\n', Releases.Select(r => $"{r.HandedOutMicroseconds} {Convert.ToHexString(r.Cbor)} {r.Json}")) + "\n" + Log;
}

/// <summary>Plays a world through a releaser, asking it every ten seconds.</summary>
internal static class Playing
{
    private const long AskEvery = 10_000_000;
    private const long TailSeconds = 1_500;

    public static Outcome Play(PolicySpec policy, IReadOnlyList<Snap> world, ReleaseSteps? steps = null)
    {
        ReleasePolicy read = policy.Read;
        Releaser releaser = steps is null ? new Releaser(read, PolicySpec.Recipient) : new Releaser(read, PolicySpec.Recipient, steps);
        var heard = new List<Heard>();
        var log = new SortedSet<string>(StringComparer.Ordinal);
        int next = 0;
        for (long now = WorldMaker.Start; now < WorldMaker.Start + (TailSeconds * 1_000_000); now += AskEvery)
        {
            for (; next < world.Count && world[next].AtMicroseconds <= now; next++)
            {
                Unreleased thing = world[next].ToUnreleased();
                log.UnionWith([$"{thing}", $"{thing.Thing}", $"{releaser}", .. thing.Thing.Values.Values.Select(v => v.ToString())]);
                releaser.Take(thing, new UtcMicroseconds(world[next].AtMicroseconds));
            }

            foreach (Release release in releaser.AdvanceTo(new UtcMicroseconds(now)))
            {
                heard.Add(new Heard(now, release.ToJson(), release.ToCbor()));
            }
        }

        return new Outcome(heard, string.Join('\n', log));
    }
}
