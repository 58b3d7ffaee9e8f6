using System.Reflection;

namespace JointWatch.EndToEnd.Tests.Support;

/// <summary>Where things lie in the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The folder of things that a run leaves for people to look at.</summary>
    public static string Artifacts(string name) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", name)).FullName;

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);
}
