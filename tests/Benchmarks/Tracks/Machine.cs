using System.Globalization;
using System.Runtime.InteropServices;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}");

    private static string Processor()
    {
        if (!File.Exists(ProcessorFile))
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }

        string[] lines = File.ReadAllLines(ProcessorFile);
        string? model = Value("model name");
        return model is null ? RuntimeInformation.ProcessArchitecture.ToString() : Value("cpu MHz") is { } speed ? $"{model} at {speed.Split('.')[0]} MHz" : model;

        string? Value(string key) =>
            Array.Find(lines, line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
    }
}
