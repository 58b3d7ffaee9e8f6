using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JointWatch.Tracking.Registration;

/// <summary>Rows of numbers added to one another. Each number is added by itself, so the width of the processor's registers changes nothing.</summary>
internal static class Scaled
{
    /// <summary>Adds <paramref name="factor"/> times <paramref name="x"/> to <paramref name="y"/>, which is as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Span<double> y, double factor, ReadOnlySpan<double> x)
    {
        int i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            Span<Vector<double>> ys = MemoryMarshal.Cast<double, Vector<double>>(y);
            ReadOnlySpan<Vector<double>> xs = MemoryMarshal.Cast<double, Vector<double>>(x[..y.Length]);
            Vector<double> factors = new(factor);
            for (int k = 0; k < ys.Length; k++)
            {
                ys[k] += factors * xs[k];
            }

            i = ys.Length * Vector<double>.Count;
        }

        for (; i < y.Length; i++)
        {
            y[i] += factor * x[i];
        }
    }
}
