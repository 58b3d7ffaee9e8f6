using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Registration;

/// <summary>
/// What a stretch of a reference track tells of the biases of the sensors that see it: each residual r with variance s and sensitivity c to the biases adds
/// c cᵀ / s to an information matrix, c r / s to a vector and r² / s to a sum.
/// </summary>
internal sealed class Segment
{
    /// <summary>The most sensors for one track.</summary>
    public const int MaxSensors = 6;

    /// <summary>The most biases for one track.</summary>
    public const int MaxColumns = MaxSensors * BiasFilter.Kinds;

    private readonly int[] _columns = new int[MaxColumns];
    private readonly double[] _information = new double[MaxColumns * MaxColumns];
    private readonly double[] _vector = new double[MaxColumns];
    private double _squares;
    private int _count;

    /// <summary>Gets which biases these are, among those of all sensors.</summary>
    public ReadOnlySpan<int> Columns => _columns.AsSpan(0, _count);

    /// <summary>Gets how many residuals there are.</summary>
    public int Rows { get; private set; }

    public int Sensors => _count / BiasFilter.Kinds;

    public ReadOnlySpan<double> Vector => _vector.AsSpan(0, _count);

    /// <summary>Forgets all, sensors too.</summary>
    public void Clear()
    {
        Restart();
        _count = 0;
    }

    /// <summary>Forgets what they told.</summary>
    public void Restart()
    {
        Array.Clear(_information);
        Array.Clear(_vector);
        _squares = 0;
        Rows = 0;
    }

    /// <summary>The place of a sensor among those of this track, which it takes if there is one left; -1 if not.</summary>
    public int PlaceOf(int sensor)
    {
        for (int i = 0; i < Sensors; i++)
        {
            if (_columns[i * BiasFilter.Kinds] == sensor * BiasFilter.Kinds)
            {
                return i;
            }
        }

        if (Sensors == MaxSensors)
        {
            return -1;
        }

        for (int k = 0; k < BiasFilter.Kinds; k++)
        {
            _columns[_count++] = (sensor * BiasFilter.Kinds) + k;
        }

        return Sensors - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(double residual, double variance, ReadOnlySpan<double> sensitivity)
    {
        double weight = 1 / variance;
        for (int i = 0; i < sensitivity.Length; i++)
        {
            double scaled = sensitivity[i] * weight;
            _vector[i] += scaled * residual;
            Scaled.Add(_information.AsSpan(i * MaxColumns, i + 1), scaled, sensitivity[..(i + 1)]);
        }

        _squares += residual * residual * weight;
        Rows++;
    }

    public double Information(int i, int j) => i >= j ? _information[(i * MaxColumns) + j] : _information[(j * MaxColumns) + i];

    /// <summary>The vector less what the biases at their means explain of it; gives the sum of the squares that they leave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Gradient(ReadOnlySpan<double> mean, Span<double> gradient)
    {
        double squares = _squares;
        for (int i = 0; i < _count; i++)
        {
            double explained = 0;
            for (int j = 0; j < _count; j++)
            {
                explained += Information(i, j) * mean[_columns[j]];
            }

            gradient[i] = _vector[i] - explained;
            squares -= mean[_columns[i]] * (_vector[i] + gradient[i]);
        }

        return squares;
    }
}
