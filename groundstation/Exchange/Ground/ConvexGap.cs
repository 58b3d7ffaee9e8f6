namespace JointWatch.Exchange.Ground;

/// <summary>How far two convex polygons in a plane are apart.</summary>
internal static class ConvexGap
{
    /// <summary>The least distance; 0 where they touch or overlap.</summary>
    public static double Between(IReadOnlyList<(double X, double Y)> a, IReadOnlyList<(double X, double Y)> b)
    {
        if (!AreApart(a, b) && !AreApart(b, a))
        {
            return 0;
        }

        return Math.Min(Least(a, b), Least(b, a));
    }

    /// <summary>Whether a line along a side of the first has all of the second beyond it (the separating axis theorem).</summary>
    private static bool AreApart(IReadOnlyList<(double X, double Y)> a, IReadOnlyList<(double X, double Y)> b)
    {
        for (int i = 0, j = a.Count - 1; i < a.Count; j = i++)
        {
            (double x, double y) = (a[i].Y - a[j].Y, a[j].X - a[i].X);
            double most = a.Max(p => Along(p));
            double least = a.Min(p => Along(p));
            if (b.Min(p => Along(p)) > most || b.Max(p => Along(p)) < least)
            {
                return true;
            }

            double Along((double X, double Y) p) => (p.X * x) + (p.Y * y);
        }

        return false;
    }

    /// <summary>The least distance of the first's corners from the second's sides.</summary>
    private static double Least(IReadOnlyList<(double X, double Y)> corners, IReadOnlyList<(double X, double Y)> sides)
    {
        double least = double.MaxValue;
        foreach ((double x, double y) in corners)
        {
            for (int i = 0, j = sides.Count - 1; i < sides.Count; j = i++)
            {
                (double dx, double dy) = (sides[i].X - sides[j].X, sides[i].Y - sides[j].Y);
                double along = Math.Clamp((((x - sides[j].X) * dx) + ((y - sides[j].Y) * dy)) / Math.Max(double.Epsilon, (dx * dx) + (dy * dy)), 0, 1);
                least = Math.Min(least, Math.Sqrt(Squared(x - sides[j].X - (along * dx)) + Squared(y - sides[j].Y - (along * dy))));
            }
        }

        return least;
    }

    private static double Squared(double x) => x * x;
}
