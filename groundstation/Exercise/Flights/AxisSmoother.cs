namespace JointWatch.Exercises.Flights;

/// <summary>Position, velocity and specific force along one axis.</summary>
public readonly record struct AxisState(double Position, double Velocity, double SpecificForce);

/// <summary>
/// Fits one axis of a flight to readings of position and velocity at once, so that velocity is the derivative of position and both are near
/// what was read: a Kalman filter forwards and a Rauch-Tung-Striebel smoother backwards (H. E. Rauch, F. Tung, C. T. Striebel, "Maximum
/// likelihood estimates of linear dynamic systems", AIAA Journal 3 (8), 1965). The specific force is a random walk; gravity is given.
/// </summary>
internal static class AxisSmoother
{
    private const int N = 3;

    /// <param name="seconds">Rising.</param>
    /// <param name="position">Readings; NaN where there is none to use.</param>
    /// <param name="velocity">Likewise.</param>
    /// <param name="gravity">Acceleration of free fall at each time.</param>
    /// <param name="forceDrift">Of the random walk from each time to the next, (m/s²)²/s.</param>
    public static AxisState[] Smooth(
        double[] seconds, double[] position, double[] velocity, double[] gravity, double[] forceDrift, SmoothingOptions options)
    {
        int count = seconds.Length;
        double[][] predicted = new double[count][];
        double[][] filtered = new double[count][];
        double[][,] predictedCovariance = new double[count][,];
        double[][,] filteredCovariance = new double[count][,];

        double[] x = [position[0], velocity[0], 0];
        double[,] p = { { 1e4, 0, 0 }, { 0, 1e2, 0 }, { 0, 0, 1e3 } };
        for (int k = 0; k < count; k++)
        {
            if (k > 0)
            {
                double dt = seconds[k] - seconds[k - 1];
                double[,] f = Transition(dt);
                x = Multiply(f, x);
                x[0] += gravity[k - 1] * dt * dt / 2;
                x[1] += gravity[k - 1] * dt;
                p = Add(Multiply(Multiply(f, p), Transpose(f)), ProcessNoise(dt, forceDrift[k - 1]));
            }

            predicted[k] = x;
            predictedCovariance[k] = p;
            (x, p) = Update(x, p, 0, position[k], options.PositionSigmaMeters);
            (x, p) = Update(x, p, 1, velocity[k], options.SpeedSigmaMetersPerSecond);
            filtered[k] = x;
            filteredCovariance[k] = p;
        }

        var states = new AxisState[count];
        states[^1] = new AxisState(x[0], x[1], x[2]);
        for (int k = count - 2; k >= 0; k--)
        {
            double[,] f = Transition(seconds[k + 1] - seconds[k]);
            double[,] gain = Multiply(Multiply(filteredCovariance[k], Transpose(f)), Inverse(predictedCovariance[k + 1]));
            double[] correction = Multiply(gain, [x[0] - predicted[k + 1][0], x[1] - predicted[k + 1][1], x[2] - predicted[k + 1][2]]);
            x = [filtered[k][0] + correction[0], filtered[k][1] + correction[1], filtered[k][2] + correction[2]];
            states[k] = new AxisState(x[0], x[1], x[2]);
        }

        return states;
    }

    private static (double[] State, double[,] Covariance) Update(double[] x, double[,] p, int row, double reading, double sigma)
    {
        if (double.IsNaN(reading))
        {
            return (x, p);
        }

        double innovationVariance = p[row, row] + (sigma * sigma);
        double innovation = reading - x[row];
        double[] state = new double[N];
        double[,] covariance = new double[N, N];
        for (int i = 0; i < N; i++)
        {
            state[i] = x[i] + (p[i, row] / innovationVariance * innovation);
            for (int j = 0; j < N; j++)
            {
                covariance[i, j] = p[i, j] - (p[i, row] * p[row, j] / innovationVariance);
            }
        }

        return (state, covariance);
    }

    private static double[,] Transition(double dt) => new[,] { { 1, dt, dt * dt / 2 }, { 0, 1, dt }, { 0, 0, 1 } };

    /// <summary>Y. Bar-Shalom, X. R. Li, T. Kirubarajan, "Estimation with Applications to Tracking and Navigation", equation 6.2.3-9.</summary>
    private static double[,] ProcessNoise(double dt, double q)
    {
        double q2 = q * dt * dt;
        return new[,]
        {
            { q2 * dt * dt * dt / 20, q2 * dt * dt / 8, q2 * dt / 6 },
            { q2 * dt * dt / 8, q2 * dt / 3, q2 / 2 },
            { q2 * dt / 6, q2 / 2, q * dt },
        };
    }

    private static double[] Multiply(double[,] a, double[] x)
    {
        double[] y = new double[N];
        for (int i = 0; i < N; i++)
        {
            y[i] = (a[i, 0] * x[0]) + (a[i, 1] * x[1]) + (a[i, 2] * x[2]);
        }

        return y;
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        double[,] c = new double[N, N];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                c[i, j] = (a[i, 0] * b[0, j]) + (a[i, 1] * b[1, j]) + (a[i, 2] * b[2, j]);
            }
        }

        return c;
    }

    private static double[,] Add(double[,] a, double[,] b)
    {
        double[,] c = new double[N, N];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                c[i, j] = a[i, j] + b[i, j];
            }
        }

        return c;
    }

    private static double[,] Transpose(double[,] a)
    {
        double[,] t = new double[N, N];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                t[j, i] = a[i, j];
            }
        }

        return t;
    }

    /// <summary>By cofactors: a covariance with process noise is never singular.</summary>
    private static double[,] Inverse(double[,] m)
    {
        double[,] c = new double[N, N];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                (int a, int b, int d, int e) = ((j + 1) % N, (j + 2) % N, (i + 1) % N, (i + 2) % N);
                c[i, j] = (m[a, d] * m[b, e]) - (m[a, e] * m[b, d]);
            }
        }

        double determinant = (m[0, 0] * c[0, 0]) + (m[0, 1] * c[1, 0]) + (m[0, 2] * c[2, 0]);
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                c[i, j] /= determinant;
            }
        }

        return c;
    }
}
