namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// Solves a <see cref="SwitchingProblem"/> as a linear programme by a primal-dual interior-point method with predictor and corrector
/// (S. Mehrotra, "On the implementation of a primal-dual interior point method", SIAM J. Optimization 2(4), 1992; J. Nocedal and S. Wright,
/// "Numerical Optimization", 2nd ed., 2006, chapter 14). All iterates meet the constraints, so Newton's equations reduce to the shares alone: a
/// chain of blocks, one for each time, coupled by the changes.
/// </summary>
/// <remarks>
/// Unknowns: shares w, what rows and columns of shares leave s, changes up p and down q; prices y of rows and columns, prices z of changes,
/// from minus the penalty to the penalty. The price of each of w, p, q that is complementary to it: t, a, b.
/// </remarks>
internal sealed class InteriorPoint
{
    private const int MostSteps = 100;
    private const int MostStepsWithoutGain = 10;
    /// <summary>Of times by rows and columns: twice what all would cost if nothing held together.</summary>
    private const double WantedGap = 1e-10;
    private const double PartOfWay = 0.99;

    /// <summary>
    /// What is added to the diagonal, of the couplings: where nothing but rounding says what all of a pair's shares shall be, elimination would divide by it. The
    /// step is then less than Newton's, but all constraints hold.
    /// </summary>
    private const double Stiffening = 1e-14;

    private readonly SwitchingProblem _problem;
    private readonly int _lines;
    private readonly BlockChain _chain;
    private readonly double[] _couplings;
    private readonly double[] _right;
    private readonly double[] _offsets;
    private readonly Complementary _shares;
    private readonly Complementary _left;
    private readonly Complementary _up;
    private readonly Complementary _down;
    private readonly double[] _z;
    private readonly double[] _dz;

    public InteriorPoint(SwitchingProblem problem)
    {
        _problem = problem;
        _lines = problem.Objects + problem.Tracks;
        int changes = (problem.Times - 1) * problem.Pairs;
        _chain = new BlockChain(problem.Times, problem.Pairs);
        _couplings = new double[changes];
        _offsets = new double[changes];
        _right = new double[problem.Times * problem.Pairs];
        _shares = new Complementary(problem.Times * problem.Pairs);
        _left = new Complementary(problem.Times * _lines);
        _up = new Complementary(changes);
        _down = new Complementary(changes);
        _z = new double[changes];
        _dz = new double[changes];
        Shares = new double[_shares.Count];
        ChangePrices = new double[changes];
    }

    /// <summary>Gets the best shares, times by pairs; at every time within the constraints but for rounding.</summary>
    public double[] Shares { get; }

    /// <summary>Gets the best prices of changes, times less one by pairs.</summary>
    public double[] ChangePrices { get; }

    private IEnumerable<Complementary> All => [_shares, _left, _up, _down];

    private double Gap => All.Sum(part => part.Gap);

    /// <summary>Goes on until the gap is small, or rounding keeps it from shrinking.</summary>
    public void Solve()
    {
        Begin();
        int products = All.Sum(part => part.Count);
        double wanted = WantedGap * _left.Count;
        double gap = Gap;
        double least = double.PositiveInfinity;
        int leastAt = 0;
        for (int step = 0; step < MostSteps && gap > wanted && step - leastAt < MostStepsWithoutGain; step++)
        {
            Eliminate();
            foreach (Complementary part in All)
            {
                part.AimAtZero();
            }

            Direct();
            double foreseen = All.Sum(part => part.GapAfter(PrimalStep(), DualStep()));
            double centring = Math.Pow(foreseen / gap, 3) * gap / products;
            foreach (Complementary part in All)
            {
                part.AimAt(centring);
            }

            Direct();
            if (!_right.All(double.IsFinite))
            {
                return;
            }

            double primal = Math.Min(1, PartOfWay * PrimalStep());
            double dual = Math.Min(1, PartOfWay * DualStep());
            foreach (Complementary part in All)
            {
                part.Move(primal, dual);
            }

            for (int i = 0; i < _z.Length; i++)
            {
                _z[i] += dual * _dz[i];
            }

            gap = Gap;
            if (gap < least)
            {
                (least, leastAt) = (gap, step);
                _shares.Values.CopyTo(Shares, 0);
                _z.CopyTo(ChangePrices, 0);
            }
        }
    }

    private double PrimalStep() => All.Min(part => Complementary.LongestStep(part.Values, part.Steps));

    private double DualStep() => All.Min(part => Complementary.LongestStep(part.Prices, part.PriceSteps));

    /// <summary>Equal shares, half of all; prices of rows and columns that no reward exceeds.</summary>
    private void Begin()
    {
        double share = 0.5 / Math.Max(_problem.Objects, _problem.Tracks);
        Array.Fill(_shares.Values, share);
        Array.Fill(_left.Values, 1);
        Array.Fill(_left.Prices, 1);
        for (int i = 0; i < _shares.Count; i++)
        {
            (int ofObject, int ofTrack) = Lines(i);
            _left.Values[ofObject] -= share;
            _left.Values[ofTrack] -= share;
            _shares.Prices[i] = 2 - _problem.Rewards[i];
        }

        Array.Fill(_up.Values, share);
        Array.Fill(_down.Values, share);
        Array.Fill(_up.Prices, _problem.Penalty);
        Array.Fill(_down.Prices, _problem.Penalty);
    }

    private (int OfObject, int OfTrack) Lines(int share)
    {
        (int time, int pair) = Math.DivRem(share, _problem.Pairs);
        return ((time * _lines) + _problem.ObjectOfPair[pair], (time * _lines) + _problem.Objects + _problem.TrackOfPair[pair]);
    }

    /// <summary>The matrix of Newton's equations for the shares, its blocks eliminated.</summary>
    private void Eliminate()
    {
        int pairs = _problem.Pairs;
        for (int i = 0; i < _couplings.Length; i++)
        {
            _couplings[i] = 1 / ((_up.Values[i] / _up.Prices[i]) + (_down.Values[i] / _down.Prices[i]));
        }

        for (int time = 0; time < _problem.Times; time++)
        {
            Span<double> block = _chain.Block(time);
            for (int pair = 0; pair < pairs; pair++)
            {
                int i = (time * pairs) + pair;
                (int ofObject, int ofTrack) = Lines(i);
                double objectWeight = _left.Prices[ofObject] / _left.Values[ofObject];
                double trackWeight = _left.Prices[ofTrack] / _left.Values[ofTrack];
                for (int other = 0; other < pairs; other++)
                {
                    block[(pair * pairs) + other] =
                        (_problem.ObjectOfPair[other] == _problem.ObjectOfPair[pair] ? objectWeight : 0)
                        + (_problem.TrackOfPair[other] == _problem.TrackOfPair[pair] ? trackWeight : 0);
                }

                double coupling = (time > 0 ? _couplings[i - pairs] : 0) + (time < _problem.Times - 1 ? _couplings[i] : 0);
                block[(pair * pairs) + pair] += (_shares.Prices[i] / _shares.Values[i]) + ((1 + Stiffening) * coupling);
            }
        }

        _chain.Eliminate(_couplings);
    }

    /// <summary>Newton's direction for the products that each part aims at.</summary>
    private void Direct()
    {
        int pairs = _problem.Pairs;
        for (int i = 0; i < _offsets.Length; i++)
        {
            _offsets[i] = _couplings[i] * ((_up.Aims[i] / _up.Prices[i]) - (_down.Aims[i] / _down.Prices[i]));
        }

        for (int i = 0; i < _right.Length; i++)
        {
            (int ofObject, int ofTrack) = Lines(i);
            _right[i] = (_shares.Aims[i] / _shares.Values[i])
                - (_left.Aims[ofObject] / _left.Values[ofObject]) - (_left.Aims[ofTrack] / _left.Values[ofTrack])
                + (i >= pairs ? _offsets[i - pairs] : 0) - (i < _offsets.Length ? _offsets[i] : 0);
        }

        _chain.Solve(_couplings, _right);
        Array.Clear(_left.Steps);
        for (int i = 0; i < _right.Length; i++)
        {
            (int ofObject, int ofTrack) = Lines(i);
            _shares.Steps[i] = _right[i];
            _left.Steps[ofObject] -= _right[i];
            _left.Steps[ofTrack] -= _right[i];
        }

        _left.FollowWithPrices();
        for (int i = 0; i < _dz.Length; i++)
        {
            double change = _right[i + pairs] - _right[i];
            _dz[i] = (_couplings[i] * change) - _offsets[i];
            _up.PriceSteps[i] = -_dz[i];
            _down.PriceSteps[i] = _dz[i];
        }

        _up.FollowWithValues();
        _down.FollowWithValues();
        for (int i = 0; i < _right.Length; i++)
        {
            (int ofObject, int ofTrack) = Lines(i);
            _shares.PriceSteps[i] = _left.PriceSteps[ofObject] + _left.PriceSteps[ofTrack]
                + (i >= pairs ? _dz[i - pairs] : 0) - (i < _dz.Length ? _dz[i] : 0);
        }
    }
}
