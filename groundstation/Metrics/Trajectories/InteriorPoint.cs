namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// Solves a <see cref="ClusterProgram"/> by a primal-dual interior-point method with Mehrotra's predictor and corrector (S. Mehrotra, "On
/// the implementation of a primal-dual interior point method", SIAM J. Optimization 2(4), 1992; J. Nocedal and S. Wright, "Numerical
/// Optimization", 2nd edition, chapter 14) from a start that is feasible on both sides. |w(k+1) - w(k)| is a rise plus a fall, w(k+1) -
/// w(k) = rise - fall. With rises, falls, room and prices eliminated, Newton's system is one of weights alone: <see cref="BlockCholesky"/>.
/// </summary>
internal sealed class InteriorPoint
{
    private const int MaxIterations = 150;

    private readonly ClusterProgram _program;
    private readonly Complements _weights;

    /// <summary>What each weight's successor has more, and what it has less; in order of the weights that have one.</summary>
    private readonly Complements _rises;
    private readonly Complements _falls;

    /// <summary>What is left of each place's 1, and the place's price.</summary>
    private readonly Complements _room;
    private readonly Complements[] _all;
    private readonly BlockCholesky _matrix;
    private readonly double[] _drift;
    private readonly double[] _step;

    private InteriorPoint(ClusterProgram program)
    {
        _program = program;
        int count = program.Gains.Length;
        int[] use = new int[program.Places.Count];
        for (int i = 0; i < count; i++)
        {
            use[program.TruthPlaces[i]]++;
            use[program.TrackPlaces[i]]++;
        }

        double weight = 0.5 / use.Max();
        _weights = new Complements(count, weight, 2);
        for (int i = 0; i < count; i++)
        {
            _weights.Z[i] += program.EdgeFees[i] - program.Gains[i];
        }

        int links = program.Next.Count(n => n >= 0);
        _rises = new Complements(links, weight / program.SwitchFee, program.SwitchFee);
        _falls = new Complements(links, weight / program.SwitchFee, program.SwitchFee);
        _room = new Complements(use.Length, 1, 1);
        for (int i = 0; i < use.Length; i++)
        {
            _room.X[i] -= use[i] * weight;
        }

        _all = [_weights, _rises, _falls, _room];
        _matrix = new BlockCholesky(program.Starts, program.Next);
        _drift = new double[links];
        _step = new double[count];
    }

    public static ClusterSolution Solve(ClusterProgram program)
    {
        InteriorPoint method = new(program);
        method.Run();
        return new ClusterSolution(program, method._weights.X, method._room.Z);
    }

    private void Run()
    {
        int products = _all.Sum(c => c.X.Length);
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            double gap = _all.Sum(c => c.Gap);
            if (gap / products < 1e-15)
            {
                return;
            }

            FillMatrix();
            _matrix.Factor();
            foreach (Complements c in _all)
            {
                c.AskForZero();
            }

            FindStep();
            double after = _all.Sum(c => c.GapAfter(PrimalStep(1), DualStep(1)));
            double centring = Math.Pow(Math.Max(after, 0) / gap, 3);
            foreach (Complements c in _all)
            {
                c.AskFor(centring * gap / products);
            }

            FindStep();
            double primal = Math.Min(1, 0.995 * PrimalStep(2));
            double dual = Math.Min(1, 0.995 * DualStep(2));
            if (!(Math.Max(primal, dual) > 1e-6))
            {
                return;
            }

            foreach (Complements c in _all)
            {
                c.Advance(primal, dual);
            }
        }
    }

    private double PrimalStep(double most) => _all.Aggregate(most, (step, c) => c.LongestPrimalStep(step));

    private double DualStep(double most) => _all.Aggregate(most, (step, c) => c.LongestDualStep(step));

    private void FillMatrix()
    {
        for (int k = 0; k + 1 < _program.Starts.Length; k++)
        {
            FillBlock(_matrix.Block(k), _program.Starts[k], _program.Starts[k + 1] - _program.Starts[k]);
        }

        // A tie adds its stiffness to both its ends.
        Span<double> ties = _matrix.Ties;
        int link = 0;
        for (int k = 0; k + 1 < _program.Starts.Length; k++)
        {
            int start = _program.Starts[k];
            int size = _program.Starts[k + 1] - start;
            for (int i = start; i < start + size; i++)
            {
                int next = _program.Next[i];
                if (next < 0)
                {
                    continue;
                }

                ties[i] = 1 / ((_rises.X[link] / _rises.Z[link]) + (_falls.X[link] / _falls.Z[link]));
                int sizeAfter = _program.Starts[k + 2] - _program.Starts[k + 1];
                _matrix.Block(k)[(i - start) * (size + 1)] += ties[i];
                _matrix.Block(k + 1)[(next - _program.Starts[k + 1]) * (sizeAfter + 1)] += ties[i];
                link++;
            }
        }
    }

    /// <summary>What the weights of an instant have to do with themselves, and with each other by sharing an object or a track.</summary>
    private void FillBlock(Span<double> block, int start, int size)
    {
        for (int p = 0; p < size; p++)
        {
            int truth = _program.TruthPlaces[start + p];
            int track = _program.TrackPlaces[start + p];
            for (int q = 0; q <= p; q++)
            {
                double shared = _program.TruthPlaces[start + q] == truth ? _room.Z[truth] / _room.X[truth] : 0;
                block[(p * size) + q] = shared + (_program.TrackPlaces[start + q] == track ? _room.Z[track] / _room.X[track] : 0);
            }

            block[p * (size + 1)] += _weights.Z[start + p] / _weights.X[start + p];
        }
    }

    /// <summary>Newton's step for what is wanted of the products; both sides stay feasible.</summary>
    private void FindStep()
    {
        for (int i = 0; i < _step.Length; i++)
        {
            int truth = _program.TruthPlaces[i];
            int track = _program.TrackPlaces[i];
            _step[i] = (_weights.Wanted[i] / _weights.X[i]) - (_room.Wanted[truth] / _room.X[truth]) - (_room.Wanted[track] / _room.X[track]);
        }

        for (int i = 0, link = 0; i < _step.Length; i++)
        {
            if (_program.Next[i] >= 0)
            {
                _drift[link] = (_rises.Wanted[link] / _rises.Z[link]) - (_falls.Wanted[link] / _falls.Z[link]);
                _step[i] -= _matrix.Ties[i] * _drift[link];
                _step[_program.Next[i]] += _matrix.Ties[i] * _drift[link];
                link++;
            }
        }

        _matrix.Solve(_step);
        SpreadStep();
    }

    /// <summary>The other variables' steps, from the weights'.</summary>
    private void SpreadStep()
    {
        Array.Clear(_room.DX);
        for (int i = 0; i < _step.Length; i++)
        {
            _weights.DX[i] = _step[i];
            _room.DX[_program.TruthPlaces[i]] -= _step[i];
            _room.DX[_program.TrackPlaces[i]] -= _step[i];
        }

        for (int i = 0; i < _room.DX.Length; i++)
        {
            _room.DZ[i] = (_room.Wanted[i] - (_room.Z[i] * _room.DX[i])) / _room.X[i];
        }

        for (int i = 0; i < _step.Length; i++)
        {
            _weights.DZ[i] = _room.DZ[_program.TruthPlaces[i]] + _room.DZ[_program.TrackPlaces[i]];
        }

        for (int i = 0, link = 0; i < _step.Length; i++)
        {
            int next = _program.Next[i];
            if (next < 0)
            {
                continue;
            }

            double multiplier = _matrix.Ties[i] * (_drift[link] - (_step[next] - _step[i]));
            _rises.DZ[link] = multiplier;
            _falls.DZ[link] = -multiplier;
            _rises.DX[link] = (_rises.Wanted[link] - (_rises.X[link] * multiplier)) / _rises.Z[link];
            _falls.DX[link] = (_falls.Wanted[link] + (_falls.X[link] * multiplier)) / _falls.Z[link];
            _weights.DZ[i] += multiplier;
            _weights.DZ[next] -= multiplier;
            link++;
        }
    }
}
