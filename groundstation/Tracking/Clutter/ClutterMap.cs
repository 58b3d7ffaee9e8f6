namespace JointWatch.Tracking.Clutter;

/// <summary>
/// How thick one sensor's false detections are, learned while the tracker runs: a factor on what the sensor says of itself, for all of what it
/// measures and for each cell of a coarse grid. Counts of a Poisson process with a gamma prior (A. Gelman et al., "Bayesian Data Analysis", 3rd ed.,
/// section 2.6) that fade with time (J. Smith, "A generalization of the Bayesian steady forecasting model", J. R. Stat. Soc. B 41, 1979); a detection
/// counts by the probability that it is false (D. Mušicki, S. Suvorova, M. Morelande, B. Moran, "Clutter map and target tracking", FUSION 2005).
/// </summary>
/// <remarks>
/// A cell differs from the mean only as far as the cells are found to differ from one another more than chance would have it: that spread is
/// estimated from all of them, so where false detections are uniform the map stays flat. Cells are so coarse that an object without a track, which
/// adds one detection a scan to its cell, does not hide itself.
/// </remarks>
internal sealed class ClutterMap(ClutterOptions options)
{
    private ClutterGrid? _grid;
    private double[] _counts = [];
    private double[] _logFactors = [];
    private double _settled;
    private double _scans;

    /// <summary>The sum of the squares of the weights whose sum is <see cref="_scans"/>: for the variance of counts that fade.</summary>
    private double _squaredScans;
    private double _total;
    private double _said;

    /// <summary>Gets how many false detections a scan are expected.</summary>
    public double PerScan { get; private set; }

    /// <summary>Gets the standard deviation of <see cref="PerScan"/>.</summary>
    public double PerScanSigma { get; private set; }

    /// <summary>
    /// The natural logarithm of the factor by which false detections are thicker at a detection than a sensor with
    /// max(<see cref="Sensor.FalseDetectionsPerScan"/>, <see cref="ClutterOptions.LeastPerScan"/>) of them, spread as it says, has them.
    /// </summary>
    public double LogFactor(in Detection detection) => _grid is null ? 0 : _logFactors[_grid.CellOf(detection)];

    /// <summary>What the factor of <see cref="LogFactor"/> multiplies: the sensor's own false detections a scan, or the least taken.</summary>
    public double Stated(Sensor sensor) => Math.Max(sensor.FalseDetectionsPerScan, options.LeastPerScan);

    /// <summary>Learns from a scan, after its detections have been brought together with tracks.</summary>
    /// <param name="sensor">The sensor as it stood then.</param>
    /// <param name="detections">The scan's detections.</param>
    /// <param name="falseProbability">For each of them, the probability that it is false: of no track, and of no new object.</param>
    public void Update(Sensor sensor, IReadOnlyList<Detection> detections, ReadOnlySpan<double> falseProbability)
    {
        _said = Stated(sensor);
        double period = Math.Max(sensor.ScanPeriodSeconds, 1e-3);
        if (detections.Count > 0)
        {
            Fit(sensor, !double.IsNaN(detections[0].ElevationRadians));
        }

        if (_settled < Math.Max(options.SettleScans, options.SettleSeconds / period))
        {
            _settled++;
            PerScan = PerScan > 0 ? PerScan : _said;
            return;
        }

        double memory = Math.Max(options.MemoryScans, options.MemorySeconds / period);
        double keeps = Math.Exp(-1 / memory);
        _scans = (keeps * _scans) + 1;
        _squaredScans = (keeps * keeps * _squaredScans) + 1;
        _total *= keeps;
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] *= keeps;
        }

        for (int d = 0; d < falseProbability.Length; d++)
        {
            double p = Math.Clamp(falseProbability[d], 0, 1);
            _total += p;
            _counts[_grid!.CellOf(detections[d])] += p;
        }

        Conclude();
    }

    /// <summary>Makes it the same as another.</summary>
    public void CopyFrom(ClutterMap other)
    {
        _grid = other._grid;
        (_settled, _scans, _squaredScans) = (other._settled, other._scans, other._squaredScans);
        (_total, _said, PerScan, PerScanSigma) = (other._total, other._said, other.PerScan, other.PerScanSigma);
        if (_counts.Length != other._counts.Length)
        {
            _counts = new double[other._counts.Length];
            _logFactors = new double[other._counts.Length];
        }

        other._counts.CopyTo(_counts, 0);
        other._logFactors.CopyTo(_logFactors, 0);
    }

    private void Fit(Sensor sensor, bool measuresElevation)
    {
        if (_grid is not null && _grid.IsGoodFor(sensor))
        {
            return;
        }

        _grid = new ClutterGrid(sensor, _grid?.MeasuresElevation ?? measuresElevation, options);
        if (_counts.Length != _grid.Shares.Length)
        {
            _counts = new double[_grid.Shares.Length];
            _logFactors = new double[_grid.Shares.Length];
        }
    }

    private void Conclude()
    {
        double weight = options.StatementScans + _scans;
        PerScan = Math.Max(((options.StatementScans * _said) + _total) / weight, options.LeastFactor * _said);
        PerScanSigma = Math.Sqrt(((options.StatementScans * _said) + _total) / (weight * weight));
        double logAll = Math.Log(PerScan / _said);
        if (_grid is null)
        {
            return;
        }

        double cellWeight = CellWeight();
        double greatest = Math.Log(options.GreatestContrast);
        double[] shares = _grid.Shares;
        for (int i = 0; i < _counts.Length; i++)
        {
            double contrast = (cellWeight + _counts[i]) / (cellWeight + (_total * shares[i]));
            _logFactors[i] = logAll + Math.Clamp(Math.Log(contrast), -greatest, greatest);
        }
    }

    /// <summary>
    /// How many expected detections the mean of all cells counts for in each: the shape of the gamma distribution of their factors, 1 / variance,
    /// from how much more the counts scatter than one sigma above what Poisson counts do (moments; H. Robbins, "The empirical Bayes approach to statistical decision
    /// problems", Ann. Math. Stat. 35, 1964).
    /// </summary>
    private double CellWeight()
    {
        double[] shares = _grid!.Shares;

        // A count that fades has a variance of Σ w² where its mean is Σ w.
        double variancePerMean = _squaredScans / _scans;
        double excess = 0;
        double squares = 0;
        double chance = 0;
        for (int i = 0; i < _counts.Length; i++)
        {
            double expected = _total * shares[i];
            double off = _counts[i] - expected;
            double poisson = variancePerMean * expected * (1 - shares[i]);
            excess += (off * off) - poisson;
            chance += (2 * poisson * poisson) + poisson;
            squares += expected * expected;
        }

        double variance = squares > 0 ? (excess - Math.Sqrt(chance)) / squares : 0;
        return variance > 0 ? Math.Max(1 / variance, options.LeastCellWeight) : double.MaxValue / 4;
    }
}
