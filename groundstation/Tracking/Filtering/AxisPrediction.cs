using System.Runtime.CompilerServices;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>x := F x, P := F P Fᵀ + Q in place for models that are the same on the three axes: a pair of axes at a time, each pair once.</summary>
internal static class AxisPrediction
{
    /// <param name="f">The model over the interval.</param>
    /// <param name="n">6, or 9 with accelerations.</param>
    /// <param name="state">n numbers, changed.</param>
    /// <param name="p">Their covariance, changed.</param>
    public static void Apply(in AxisTransition f, int n, Span<double> state, Span<double> p)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            double a = n > 6 ? state[axis + 6] : 0;
            state[axis] += (f.Pv * state[axis + 3]) + (f.Pa * a);
            state[axis + 3] += f.Va * a;
        }

        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                if (n > 6)
                {
                    Accelerating(f, i, j, p);
                }
                else
                {
                    Moving(f, i, j, p);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Moving(in AxisTransition f, int i, int j, Span<double> p)
    {
        const int Stride = 8;
        int ip = i * Stride;
        int iv = (i + 3) * Stride;
        int jp = j * Stride;
        int jv = (j + 3) * Stride;
        double vv = p[iv + j + 3];
        double pv = p[ip + j + 3];
        double vp = p[iv + j];
        double pp = p[ip + j] + (f.Pv * (pv + vp + (f.Pv * vv)));
        pv += f.Pv * vv;
        vp += f.Pv * vv;
        if (i == j)
        {
            pp += f.Qpp;
            pv += f.Qpv;
            vp = pv;
            vv += f.Qvv;
        }

        (p[ip + j], p[jp + i]) = (pp, pp);
        (p[ip + j + 3], p[jv + i]) = (pv, pv);
        (p[iv + j], p[jp + i + 3]) = (vp, vp);
        (p[iv + j + 3], p[jv + i + 3]) = (vv, vv);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accelerating(in AxisTransition f, int i, int j, Span<double> p)
    {
        const int Stride = 12;
        int ip = i * Stride;
        int iv = (i + 3) * Stride;
        int ia = (i + 6) * Stride;
        int jp = j * Stride;
        int jv = (j + 3) * Stride;
        int ja = (j + 6) * Stride;

        // M = the 3 by 3 of the two axes; rows first, M := F M.
        double pa = p[ip + j + 6] + (f.Pv * p[iv + j + 6]) + (f.Pa * p[ia + j + 6]);
        double va = p[iv + j + 6] + (f.Va * p[ia + j + 6]);
        double aa = p[ia + j + 6];
        double pv = p[ip + j + 3] + (f.Pv * p[iv + j + 3]) + (f.Pa * p[ia + j + 3]);
        double vv = p[iv + j + 3] + (f.Va * p[ia + j + 3]);
        double av = p[ia + j + 3];
        double pp = p[ip + j] + (f.Pv * p[iv + j]) + (f.Pa * p[ia + j]);
        double vp = p[iv + j] + (f.Va * p[ia + j]);
        double ap = p[ia + j];

        // Then the columns, M := M Fᵀ.
        pp += (f.Pv * pv) + (f.Pa * pa);
        vp += (f.Pv * vv) + (f.Pa * va);
        ap += (f.Pv * av) + (f.Pa * aa);
        pv += f.Va * pa;
        vv += f.Va * va;
        av += f.Va * aa;
        if (i == j)
        {
            pp += f.Qpp;
            pv += f.Qpv;
            pa += f.Qpa;
            vv += f.Qvv;
            va += f.Qva;
            aa += f.Qaa;
            (vp, ap, av) = (pv, pa, va);
        }

        (p[ip + j], p[jp + i]) = (pp, pp);
        (p[ip + j + 3], p[jv + i]) = (pv, pv);
        (p[ip + j + 6], p[ja + i]) = (pa, pa);
        (p[iv + j], p[jp + i + 3]) = (vp, vp);
        (p[iv + j + 3], p[jv + i + 3]) = (vv, vv);
        (p[iv + j + 6], p[ja + i + 3]) = (va, va);
        (p[ia + j], p[jp + i + 6]) = (ap, ap);
        (p[ia + j + 3], p[jv + i + 6]) = (av, av);
        (p[ia + j + 6], p[ja + i + 6]) = (aa, aa);
    }
}
