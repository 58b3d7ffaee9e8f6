namespace JointWatch.Tracking.Registration;

/// <summary>A sensor among those that are estimated together.</summary>
internal sealed class SensorSlot(SensorId id, SensorKind kind)
{
    private const int K = BiasFilter.Kinds;
    private readonly double[] _information = new double[K * K];
    private readonly double[] _vector = new double[K];

    public SensorId Id { get; } = id;

    public SensorKind Kind { get; } = kind;

    /// <summary>Gets or sets whether it measures elevation, as its detections show.</summary>
    public bool HasElevation { get; set; }

    public long Detections { get; set; }

    public bool IsSignificant { get; private set; }

    public SensorCorrection Correction { get; set; }

    /// <summary>Adds what a segment says of this sensor if all sensors are without bias.</summary>
    public void Add(Segment segment, int place, double weight)
    {
        for (int i = 0; i < K; i++)
        {
            _vector[i] += weight * segment.Vector[(place * K) + i];
            for (int j = 0; j < K; j++)
            {
                _information[(i * K) + j] += weight * segment.Information((place * K) + i, (place * K) + j);
            }
        }
    }

    /// <summary>What was said long ago counts less.</summary>
    public void Fade(double keeps)
    {
        for (int i = 0; i < K; i++)
        {
            _vector[i] *= keeps;
        }

        for (int i = 0; i < K * K; i++)
        {
            _information[i] *= keeps;
        }
    }

    /// <summary>
    /// Tests whether its residuals contradict that there is no bias (the score test: C. R. Rao, "Large sample tests of statistical hypotheses concerning
    /// several parameters", Proc. Cambridge Phil. Soc. 44, 1948): vᵀ Λ⁻¹ v is then of a chi-square distribution with as many degrees of freedom as biases show.
    /// </summary>
    public void Judge(double sigmas)
    {
        Span<double> lower = stackalloc double[K * K];
        Span<double> solved = stackalloc double[K];
        int free = 0;
        double sum = 0;
        for (int i = 0; i < K; i++)
        {
            // Cholesky's factor, row by row, without the biases that do not show: those that it does not have, or that follow from the others.
            double rest = _information[(i * K) + i];
            double value = _vector[i];
            for (int j = 0; j < i; j++)
            {
                double off = lower[(j * K) + j] > 0 ? _information[(i * K) + j] : 0;
                for (int k = 0; k < j; k++)
                {
                    off -= lower[(i * K) + k] * lower[(j * K) + k];
                }

                lower[(i * K) + j] = lower[(j * K) + j] > 0 ? off / lower[(j * K) + j] : 0;
                rest -= lower[(i * K) + j] * lower[(i * K) + j];
                value -= lower[(i * K) + j] * solved[j];
            }

            if (rest > 1e-3 && rest > 1e-6 * _information[(i * K) + i])
            {
                lower[(i * K) + i] = Math.Sqrt(rest);
                solved[i] = value / lower[(i * K) + i];
                sum += solved[i] * solved[i];
                free++;
            }
        }

        IsSignificant = free > 0 && sum / free > Chance.Bound(sigmas, free);
    }
}
