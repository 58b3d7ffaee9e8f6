namespace JointWatch.Recorded.Tests;

/// <summary>A temporary folder of text files, gone afterwards.</summary>
internal sealed class TextFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("jointwatch-texts-").FullName;

    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
