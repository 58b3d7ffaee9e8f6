namespace JointWatch.Metrics.Trajectories;

/// <summary>Unknowns, none below 0, with their prices, none below 0: at the optimum one of each two is 0. An interior point keeps both above 0.</summary>
internal sealed class Complementary(int count)
{
    public int Count => count;

    public double[] Values { get; } = new double[count];

    public double[] Prices { get; } = new double[count];

    public double[] Steps { get; } = new double[count];

    public double[] PriceSteps { get; } = new double[count];

    /// <summary>Gets what price times step plus value times price step shall be.</summary>
    public double[] Aims { get; } = new double[count];

    public double Gap
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += Values[i] * Prices[i];
            }

            return sum;
        }
    }

    public double GapAfter(double primal, double dual)
    {
        (primal, dual) = (Math.Min(1, primal), Math.Min(1, dual));
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += (Values[i] + (primal * Steps[i])) * (Prices[i] + (dual * PriceSteps[i]));
        }

        return sum;
    }

    /// <summary>The predictor's aim.</summary>
    public void AimAtZero()
    {
        for (int i = 0; i < count; i++)
        {
            Aims[i] = -Values[i] * Prices[i];
        }
    }

    /// <summary>The corrector's aim: products all alike, the predictor's error of second order taken out.</summary>
    public void AimAt(double product)
    {
        for (int i = 0; i < count; i++)
        {
            Aims[i] = product - (Values[i] * Prices[i]) - (Steps[i] * PriceSteps[i]);
        }
    }

    /// <summary>The prices' steps that meet the aims with the values' steps.</summary>
    public void FollowWithPrices()
    {
        for (int i = 0; i < count; i++)
        {
            PriceSteps[i] = (Aims[i] - (Prices[i] * Steps[i])) / Values[i];
        }
    }

    /// <summary>The values' steps that meet the aims with the prices' steps.</summary>
    public void FollowWithValues()
    {
        for (int i = 0; i < count; i++)
        {
            Steps[i] = (Aims[i] - (Values[i] * PriceSteps[i])) / Prices[i];
        }
    }

    public void Move(double primal, double dual)
    {
        for (int i = 0; i < count; i++)
        {
            Values[i] += primal * Steps[i];
            Prices[i] += dual * PriceSteps[i];
        }
    }

    /// <summary>How far a step may go before one of the numbers is 0.</summary>
    public static double LongestStep(double[] numbers, double[] steps)
    {
        double longest = double.PositiveInfinity;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (steps[i] < 0)
            {
                longest = Math.Min(longest, -numbers[i] / steps[i]);
            }
        }

        return longest;
    }
}
