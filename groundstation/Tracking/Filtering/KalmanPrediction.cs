using System.Runtime.CompilerServices;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>x := F x, P := F P Fᵀ + Q in place, with the structure of <see cref="AxisTransition"/> made use of.</summary>
internal static class KalmanPrediction
{
    private const int N = ModelBank.N;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(in AxisTransition f, Span<double> state, Span<double> p)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            double v = state[axis + 3];
            double a = state[axis + 6];
            state[axis] += (f.Pv * v) + (f.Pa * a);
            state[axis + 3] = v + (f.Va * a);
            state[axis + 6] = f.Aa * a;
        }

        for (int axis = 0; axis < 3; axis++)
        {
            Span<double> rowP = p.Slice(axis * N, N);
            Span<double> rowV = p.Slice((axis + 3) * N, N);
            Span<double> rowA = p.Slice((axis + 6) * N, N);
            for (int j = 0; j < N; j++)
            {
                double v = rowV[j];
                double a = rowA[j];
                rowP[j] += (f.Pv * v) + (f.Pa * a);
                rowV[j] = v + (f.Va * a);
                rowA[j] = f.Aa * a;
            }
        }

        for (int i = 0; i < N; i++)
        {
            Span<double> row = p.Slice(i * N, N);
            for (int axis = 0; axis < 3; axis++)
            {
                double v = row[axis + 3];
                double a = row[axis + 6];
                row[axis] += (f.Pv * v) + (f.Pa * a);
                row[axis + 3] = v + (f.Va * a);
                row[axis + 6] = f.Aa * a;
            }
        }

        for (int axis = 0; axis < 3; axis++)
        {
            int atP = axis;
            int atV = axis + 3;
            int atA = axis + 6;
            p[(atP * N) + atP] += f.Qpp;
            p[(atV * N) + atV] += f.Qvv;
            p[(atA * N) + atA] += f.Qaa;
            AddPair(p, atP, atV, f.Qpv);
            AddPair(p, atP, atA, f.Qpa);
            AddPair(p, atV, atA, f.Qva);
        }
    }

    private static void AddPair(Span<double> p, int i, int j, double value)
    {
        p[(i * N) + j] += value;
        p[(j * N) + i] += value;
    }
}
