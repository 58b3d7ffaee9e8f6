using System.Collections;

namespace JointWatch.Station.Cli.Settings;

/// <summary>What the program finds around it when it starts, apart from its arguments.</summary>
public sealed record Surroundings(IReadOnlyDictionary<string, string> Environment, string CurrentDirectory)
{
    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess() => new(
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal),
        Directory.GetCurrentDirectory());
}
