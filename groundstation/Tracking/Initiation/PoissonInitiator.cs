using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Initiation;

/// <summary>
/// Begins tracks as the Poisson part of a multi-Bernoulli filter does (J. Williams, "Marginal multi-Bernoulli filters: RFS derivation of MHT,
/// JIPDA, and association-based MeMBer", IEEE Trans. AES 51(3), 2015, section IV): a detection that no track explains is of an object not known
/// yet with some probability, and waits with it. A later detection that fits is weighed against being false or new, and against the other
/// plots that it fits, by the same belief propagation as tracks; the pair becomes a track with the probability that comes out.
/// </summary>
/// <remarks>
/// Each detection founds at most one track in a scan, and each waiting plot too: the likeliest pair comes first. What the pair leaves over
/// goes on waiting.
/// </remarks>
internal sealed class PoissonInitiator : IInitiator
{
    private readonly InitiationOptions _options;
    private readonly double _accelerationSigma;
    private readonly PlotMaker _maker;
    private readonly WaitingPlots _waiting;
    private readonly PairLikelihood _pair;
    private readonly AssociationProblem _problem = new();
    private readonly BeliefPropagation _beliefs;
    private readonly Clusters _clusters = new();
    private readonly List<Plot> _arrived = new(256);
    private readonly List<int> _present = new(256);
    private readonly List<Candidate> _candidates = new(256);
    private readonly double[] _byScale;
    private bool[] _plotUsed = [];

    public PoissonInitiator(
        InitiationOptions options, TriangulationOptions triangulation, BeliefPropagationOptions beliefs, double accelerationSigma)
    {
        _options = options;
        _accelerationSigma = accelerationSigma;
        _maker = new PlotMaker(options, triangulation);
        _waiting = new WaitingPlots(options);
        _pair = new PairLikelihood(options);
        _beliefs = new BeliefPropagation(beliefs);
        _byScale = new double[_pair.Scales];
    }

    /// <inheritdoc/>
    public void Initiate(Scan scan, SensorView view, ReadOnlySpan<Observation> observations, ReadOnlySpan<double> free, List<TrackSeed> seeds)
    {
        _waiting.Forget(scan.Time);
        _maker.Forget(scan.Time);
        _maker.Make(scan, view, observations, free, _arrived);
        Match(view);
        _clusters.Find(_problem);
        _beliefs.Solve(_problem, _clusters);
        LearnFromOthers();
        _beliefs.Solve(_problem, _clusters);
        Found(seeds);
        WeakenWaiting(view);
        _waiting.ForgetUsed();
        foreach (ref readonly Plot plot in CollectionsMarshal.AsSpan(_arrived))
        {
            if (plot.Existence > _options.LeastWaiting)
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
        var same = (PoissonInitiator)other;
        _waiting.CopyFrom(same._waiting);
        _maker.CopyFrom(same._maker);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Match(SensorView view)
    {
        ReadOnlySpan<Plot> later = CollectionsMarshal.AsSpan(_arrived);
        _problem.Begin(later.Length);
        double leastOther = double.PositiveInfinity;
        foreach (ref readonly Plot plot in later)
        {
            leastOther = Math.Min(leastOther, plot.LogOtherDensity);
        }

        double leastLogOdds = Math.Log(_options.LeastExistence) - 1;
        _present.Clear();
        Span<Plot> waiting = _waiting.Plots;
        double range = view.Sensor.FieldOfView.RangeMaxMeters + (_options.MaxSpeed * _options.MaxPairSeconds);
        for (int i = 0; i < waiting.Length; i++)
        {
            ref readonly Plot earlier = ref waiting[i];
            Vector3 offset = earlier.Position - view.Frame.Origin;
            if (Vector3.Dot(offset, offset) > range * range)
            {
                continue;
            }

            _present.Add(i);
            double seconds = later.Length > 0 ? later[0].Time.SecondsSince(earlier.Time) : 0;
            if (seconds >= _options.MinPairSeconds)
            {
                double seen = earlier.Existence * view.DetectionProbability;
                double prior = Math.Log(seen / (1 - seen));
                double reach = _pair.Reach(earlier, seconds, prior - leastOther, leastLogOdds);
                MatchOne(earlier, later, prior, reach, leastLogOdds);
            }

            _problem.EndTrack();
        }

        _problem.End();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MatchOne(in Plot earlier, ReadOnlySpan<Plot> later, double prior, double reach, double leastLogOdds)
    {
        for (int j = 0; j < later.Length; j++)
        {
            Vector3 moved = later[j].Position - earlier.Position;
            if (Vector3.Dot(moved, moved) > reach * reach || later[j].Source.OtherTime < earlier.Time)
            {
                continue;
            }

            double logOdds = prior + _pair.LogDensity(earlier, later[j], _byScale) - later[j].LogOtherDensity;
            if (logOdds > leastLogOdds)
            {
                _problem.AddEdge(j, Math.Exp(Math.Min(logOdds, 500)));
            }
        }
    }

    /// <summary>
    /// How many new objects there are, the scan itself tells: a pair is weighed anew by how many objects the other pairs are found to be, against
    /// how many were expected. Ten objects that all come up at once vouch for each other; a chance pair stands alone.
    /// </summary>
    private void LearnFromOthers()
    {
        double expected = 0;
        foreach (int i in _present)
        {
            expected += _waiting.Plots[i].Existence;
        }

        double found = 0;
        for (int e = 0; e < _problem.Edges; e++)
        {
            found += _problem.Belief[e];
        }

        for (int e = 0; e < _problem.Edges; e++)
        {
            double others = Math.Max(found - _problem.Belief[e], 0);
            double ratio = ((_options.PriorShare * expected) + others) / ((1 + _options.PriorShare) * expected);
            _problem.Scale(e, Math.Min(ratio, 1));
        }
    }

    private void Found(List<TrackSeed> seeds)
    {
        Span<Plot> earlier = _waiting.Plots;
        Span<Plot> later = CollectionsMarshal.AsSpan(_arrived);
        if (_plotUsed.Length < later.Length)
        {
            _plotUsed = new bool[2 * later.Length];
        }

        Array.Clear(_plotUsed);
        CollectCandidates(later);
        foreach (Candidate candidate in _candidates)
        {
            ref Plot first = ref earlier[candidate.Earlier];
            ref Plot second = ref later[candidate.Later];
            if (first.Existence <= 0 || _plotUsed[candidate.Later] || IsTaken(later, second.Detection))
            {
                continue;
            }

            _pair.LogDensity(first, second, _byScale);
            TrackSeed seed = new()
            {
                // Which of the waiting plots it belongs to may be open; that it belongs to one of them makes it an object.
                Existence = second.Free * (1 - _problem.Free[candidate.Later]),
                Earlier = first.Source,
                Later = second.Source,
                Detection = second.Detection,
            };
            SeedFilter.Estimate(first, second, _pair, _byScale, _accelerationSigma, ref seed);
            seeds.Add(seed);
            first.Existence = 0;
            _plotUsed[candidate.Later] = true;
        }

        // What is left of a detection for an object seen for the first time.
        for (int j = 0; j < later.Length; j++)
        {
            later[j].Existence *= _problem.Free[j];
        }
    }

    private void CollectCandidates(ReadOnlySpan<Plot> later)
    {
        _candidates.Clear();
        for (int e = 0; e < _problem.Edges; e++)
        {
            double existence = _problem.Belief[e] * later[_problem.DetectionOf[e]].Free;
            if (existence >= _options.LeastExistence)
            {
                _candidates.Add(new Candidate(_present[_problem.TrackOf[e]], _problem.DetectionOf[e], existence));
            }
        }

        _candidates.Sort(static (a, b) =>
            a.Existence != b.Existence ? b.Existence.CompareTo(a.Existence)
            : a.Later != b.Later ? a.Later.CompareTo(b.Later)
            : a.Earlier.CompareTo(b.Earlier));
    }

    /// <summary>Whether another meeting of the same line of sight has become a track already.</summary>
    private bool IsTaken(ReadOnlySpan<Plot> later, int detection)
    {
        for (int j = 0; j < later.Length; j++)
        {
            if (_plotUsed[j] && later[j].Detection == detection)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A waiting plot that the sensor should have seen again, and did not, is less likely an object.</summary>
    private void WeakenWaiting(SensorView view)
    {
        Span<Plot> plots = _waiting.Plots;
        for (int i = 0; i < _present.Count; i++)
        {
            ref Plot plot = ref plots[_present[i]];
            double seen = view.Sensor.Kind != SensorKind.Infrared && view.Visibility.CouldSee(plot.Position)
                ? plot.Existence * view.DetectionProbability
                : 0;
            plot.Existence = (plot.Existence - seen) / (1 - seen) * _problem.Missed[i];
        }
    }

    private readonly record struct Candidate(int Earlier, int Later, double Existence);
}
