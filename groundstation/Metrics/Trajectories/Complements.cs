namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// Primal variables and the dual slacks that go with them, one for one: both above 0 on the way, one of the two 0 at the optimum. With
/// their next step and what their products are to become.
/// </summary>
/// <param name="count">How many there are.</param>
/// <param name="primal">Where the primal variables start.</param>
/// <param name="dual">Where the dual slacks start.</param>
internal sealed class Complements(int count, double primal, double dual)
{
    public double[] X { get; } = Filled(count, primal);

    public double[] Z { get; } = Filled(count, dual);

    /// <summary>Gets the step of <see cref="X"/>.</summary>
    public double[] DX { get; } = new double[count];

    /// <summary>Gets the step of <see cref="Z"/>.</summary>
    public double[] DZ { get; } = new double[count];

    /// <summary>Gets by how much the products are to change: Z DX + X DZ.</summary>
    public double[] Wanted { get; } = new double[count];

    /// <summary>Gets the sum of products: this group's part of the duality gap.</summary>
    public double Gap
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < X.Length; i++)
            {
                sum += X[i] * Z[i];
            }

            return sum;
        }
    }

    /// <summary>What the sum of products would be after steps of such lengths.</summary>
    public double GapAfter(double primalStep, double dualStep)
    {
        double sum = 0;
        for (int i = 0; i < X.Length; i++)
        {
            sum += (X[i] + (primalStep * DX[i])) * (Z[i] + (dualStep * DZ[i]));
        }

        return sum;
    }

    /// <summary>Asks for products of 0: the predictor's step.</summary>
    public void AskForZero()
    {
        for (int i = 0; i < X.Length; i++)
        {
            Wanted[i] = -X[i] * Z[i];
        }
    }

    /// <summary>Asks for products of <paramref name="target"/>, less what the predictor's step adds in second order.</summary>
    public void AskFor(double target)
    {
        for (int i = 0; i < X.Length; i++)
        {
            Wanted[i] = target - (X[i] * Z[i]) - (DX[i] * DZ[i]);
        }
    }

    /// <summary>How much of the step leaves all of <see cref="X"/> at 0 or above; at most <paramref name="most"/>.</summary>
    public double LongestPrimalStep(double most) => LongestStep(X, DX, most);

    /// <summary>How much of the step leaves all of <see cref="Z"/> at 0 or above; at most <paramref name="most"/>.</summary>
    public double LongestDualStep(double most) => LongestStep(Z, DZ, most);

    public void Advance(double primalStep, double dualStep)
    {
        for (int i = 0; i < X.Length; i++)
        {
            X[i] += primalStep * DX[i];
            Z[i] += dualStep * DZ[i];
        }
    }

    private static double LongestStep(double[] values, double[] steps, double most)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (steps[i] * most < -values[i])
            {
                most = -values[i] / steps[i];
            }
        }

        return most;
    }

    private static double[] Filled(int count, double value)
    {
        double[] values = new double[count];
        Array.Fill(values, value);
        return values;
    }
}
