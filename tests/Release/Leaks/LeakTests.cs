using System.Collections.Concurrent;
using JointWatch.Releases.Releasing;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>
/// Looks for leaks in 10,000 random policies and journals, in two ways.
/// <para>
/// <see cref="Judge"/>: each release must be one that the policy lets out of one thing by one rule: its fields, each value on its raster and worked out anew, not before the
/// delay, of no area, class or state that the rule does not name, of nothing that a never rule keeps back, no oftener than it may.
/// </para>
/// <para>
/// <see cref="Twin"/>: a second world, which differs in what the policy hides and in nothing else, must give the same bytes at the same times, and the same words of errors
/// and <c>ToString</c> (non-interference: J. A. Goguen and J. Meseguer, "Security policies and security models", IEEE S&amp;P 1982). So what is hidden has no way out, also
/// not through the number, order or time of releases.
/// </para>
/// <para>
/// What it does not show. What the policy lets out may tell more than it says to somebody who knows how rockets fly. Several recipients who put their releases together are
/// not looked at, nor the times at which a network delivers, nor the length of messages beyond their bytes. Areas are circles here. A random search can miss a case.
/// </para>
/// </summary>
public sealed class LeakTests
{
    private const int Trials = 10_000;

    [Fact]
    public void Ten_thousand_random_policies_and_journals_leak_nothing()
    {
        int releases = 0;
        int changes = 0;
        var leaks = new ConcurrentBag<string>();
        Parallel.For(0, Trials, seed =>
        {
            Trial trial = Trial.Of(seed);
            Outcome outcome = Playing.Play(trial.Policy, trial.World);
            if (trial.LeakIn(outcome) is { } leak)
            {
                leaks.Add($"seed {seed}: {leak}\n{trial.Policy.ToToml()}");
            }

            Interlocked.Add(ref releases, outcome.Releases.Count);
            Interlocked.Add(ref changes, trial.Changes);
        });
        Assert.True(leaks.IsEmpty, $"{leaks.Count} leaks\n" + string.Join('\n', leaks.Take(3)));

        // A search that lets nothing out, or changes nothing, would find nothing.
        Assert.True(releases > Trials, $"{releases} releases");
        Assert.True(changes > 10 * Trials, $"{changes} changes");
    }
}

/// <summary>A policy, a world, and its twin, all from a seed.</summary>
internal sealed record Trial(PolicySpec Policy, IReadOnlyList<Snap> World, IReadOnlyList<Snap> TwinWorld, int Changes)
{
    public static Trial Of(int seed)
    {
        var random = new Random(seed);
        (PolicySpec policy, AreaSpec hub) = PolicyMaker.Make(random);
        List<Snap> world = WorldMaker.Make(random, hub, [.. policy.Rules.Select(r => r.Kind)]);
        var twin = new Twin(policy, hub, random);
        return new Trial(policy, world, twin.Of(world), twin.Changes);
    }

    /// <summary>What leaks in an outcome, by either way of looking; null: nothing.</summary>
    public string? LeakIn(Outcome outcome, ReleaseSteps? steps = null)
    {
        if (new Judge(Policy, World).FirstLeak(outcome) is { } leak)
        {
            return leak;
        }

        Outcome other = Playing.Play(Policy, TwinWorld, steps);
        return other.Everything == outcome.Everything ? null : $"twins are told apart:\n{outcome.Everything}\n---\n{other.Everything}";
    }
}
