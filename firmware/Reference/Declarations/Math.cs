namespace System
{
    /// <summary>Of the assembly System.Math.</summary>
    public static class Math
    {
        public const double PI = 3.14159265358979323846;
        public static double Abs(double val) => throw null!;
        public static double Atan2(double y, double x) => throw null!;
        public static double Cos(double x) => throw null!;
        public static double Exp(double x) => throw null!;
        public static double Floor(double x) => throw null!;
        public static double Log(double x) => throw null!;
        public static double Log10(double x) => throw null!;
        public static double Pow(double x, double y) => throw null!;
        public static double Sin(double x) => throw null!;
        public static double Sqrt(double x) => throw null!;
    }
}
