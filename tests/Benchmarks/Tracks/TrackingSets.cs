using JointWatch.Recorded.Making;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>Where the sets of the table lie: beside the checkout, or made into a temporary folder.</summary>
internal sealed class TrackingSets : IDisposable
{
    /// <summary>Of the sets that are made: any would do.</summary>
    private const int Seed = 7;

    private readonly string _made = Directory.CreateTempSubdirectory("jointwatch-sets-").FullName;

    /// <summary>A recorded set's folder, or null where it is not there.</summary>
    public static string? Recorded(params string[] names)
    {
        string? data = SharedData.Find();
        string? folder = data is null ? null : Path.Combine([data, "tracking", .. names]);
        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>A set of so many aircraft at constant velocity.</summary>
    public string Cv(int targets)
    {
        AirRecipe recipe = AirRecipe.Cv(targets, Seed);
        string folder = Path.Combine(_made, recipe.Name);
        AirSet.Write(recipe, folder);
        return folder;
    }

    public void Dispose() => Directory.Delete(_made, recursive: true);
}
