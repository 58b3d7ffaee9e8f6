using System.Runtime.InteropServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// Two-point initiation, the simple way: a plot that is more likely of no track than of one pairs with the earlier plot that it most likely
/// shares an object with, the likeliest pair first (S. Blackman and R. Popoli, "Design and Analysis of Modern Tracking Systems", 1999, section 6.2).
/// </summary>
internal sealed class TwoPointInitiator(InitiationOptions options, TriangulationOptions triangulation, double accelerationSigma) : IInitiator
{
    private readonly PlotMaker _maker = new(options, triangulation);
    private readonly WaitingPlots _waiting = new(options);
    private readonly PairLikelihood _pair = new(options);
    private readonly List<Plot> _arrived = new(256);
    private readonly List<Candidate> _candidates = new(256);
    private readonly double[] _byScale = new double[options.SpeedSigmas.Count];

    /// <inheritdoc/>
    public void Initiate(Scan scan, SensorView view, ReadOnlySpan<Observation> observations, ReadOnlySpan<double> free, List<TrackSeed> seeds)
    {
        _waiting.Forget(scan.Time);
        _maker.Forget(scan.Time);
        _maker.Make(scan, view, observations, free, _arrived);
        _arrived.RemoveAll(static plot => plot.Free < 0.5);
        FindCandidates();
        Span<Plot> earlier = _waiting.Plots;
        Span<Plot> later = CollectionsMarshal.AsSpan(_arrived);
        foreach (Candidate candidate in _candidates)
        {
            ref Plot first = ref earlier[candidate.Earlier];
            ref Plot second = ref later[candidate.Later];
            if (first.Existence > 0 && second.Existence > 0)
            {
                Found(first, second, candidate.LogOdds, seeds);
                first.Existence = 0;
                second.Existence = 0;
            }
        }

        _waiting.ForgetUsed();
        foreach (ref readonly Plot plot in later)
        {
            if (plot.Existence > 0)
            {
                _waiting.Add(plot);
            }
        }
    }

    /// <inheritdoc/>
    public bool MetLater(Scan scan, SensorView view, ReadOnlySpan<Observation> observations) =>
        _maker.HasNewerThan(scan.Time) || _waiting.HasNewerNear(scan.Time, view, observations);

    /// <inheritdoc/>
    public void CopyFrom(IInitiator other)
    {
        var same = (TwoPointInitiator)other;
        _waiting.CopyFrom(same._waiting);
        _maker.CopyFrom(same._maker);
    }

    private void FindCandidates()
    {
        _candidates.Clear();
        Span<Plot> earlier = _waiting.Plots;
        Span<Plot> later = CollectionsMarshal.AsSpan(_arrived);
        double least = Math.Log(options.LeastExistence / (1 - options.LeastExistence));
        for (int j = 0; j < later.Length; j++)
        {
            for (int i = 0; i < earlier.Length; i++)
            {
                double seconds = later[j].Source.OtherTime.SecondsSince(earlier[i].Time);
                if (seconds < options.MinPairSeconds)
                {
                    continue;
                }

                double prior = Math.Log(earlier[i].Existence / (1 - earlier[i].Existence)) - later[j].LogOtherDensity;
                double reach = _pair.Reach(earlier[i], seconds, prior, least);
                Vector3 moved = later[j].Position - earlier[i].Position;
                if (Vector3.Dot(moved, moved) > reach * reach)
                {
                    continue;
                }

                double logOdds = prior + _pair.LogDensity(earlier[i], later[j], _byScale);
                if (logOdds > least)
                {
                    _candidates.Add(new Candidate(i, j, logOdds));
                }
            }
        }

        _candidates.Sort(static (a, b) =>
            a.LogOdds != b.LogOdds ? b.LogOdds.CompareTo(a.LogOdds)
            : a.Later != b.Later ? a.Later.CompareTo(b.Later)
            : a.Earlier.CompareTo(b.Earlier));
    }

    private void Found(in Plot first, in Plot second, double logOdds, List<TrackSeed> seeds)
    {
        _pair.LogDensity(first, second, _byScale);
        TrackSeed seed = new()
        {
            Existence = 1 / (1 + Math.Exp(-logOdds)),
            Earlier = first.Source,
            Later = second.Source,
            Detection = second.Detection,
        };
        SeedFilter.Estimate(first, second, _pair, _byScale, accelerationSigma, ref seed);
        seeds.Add(seed);
    }

    private readonly record struct Candidate(int Earlier, int Later, double LogOdds);
}
