namespace JointWatch.Contract.Tests.Support.Misfits;

/// <summary>What no board can run, one sin a class: <see cref="NanoSurfaceTests"/> shows that each is found.</summary>
internal sealed class Generic<T>
{
    public T? Value { get; set; }
}

internal static class UsesGeneric
{
    public static object Sin() => new List<int>();
}

internal static class UsesLinq
{
    public static object Sin(int[] values) => values.Sum();
}

internal static class UsesSpan
{
    public static int Sin(byte[] values) => values.AsSpan()[0];
}

internal static class UsesAsync
{
    public static async Task Sin() => await Task.CompletedTask;
}

internal static class UsesIterator
{
    public static System.Collections.IEnumerable Sin()
    {
        yield return "x";
    }
}

internal static class UsesMatrix
{
    public static int Sin() => new int[2, 2].Length;
}

internal static class UsesChecked
{
    public static int Sin(int a) => checked(a + 1);
}

internal static class UsesInterpolation
{
    public static string Sin(int a) => $"{a} m";
}

internal static class UsesEnumText
{
    public static string Sin(Messages.CommandVerb verb) => verb.ToString();
}

internal static class UsesStringBuilder
{
    public static string Sin() => new System.Text.StringBuilder().ToString();
}

internal static class UsesLongMaximum
{
    public static long Sin(long a) => Math.Max(a, 1L);
}

internal static class UsesReplace
{
    public static string Sin(string a) => a.Replace('a', 'b');
}

/// <summary>No sin: what looks odd in the compiled form, and runs on a board all the same.</summary>
internal static class Fits
{
    private static readonly int[] Table = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    public static string Virtue(string word, object gate, out uint parsed)
    {
        lock (gate)
        {
            parsed = (uint)Table[0];
        }

        return word switch
        {
            "a" or "b" or "c" or "d" => word + parsed.ToString(),
            "e" or "f" or "g" or "h" => string.Concat(word, ", ", Math.Sqrt(parsed).ToString()),
            _ => uint.TryParse(word, out parsed) ? word : throw new InvalidOperationException(word),
        };
    }
}
