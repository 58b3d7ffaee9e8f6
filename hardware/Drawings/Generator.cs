namespace JointWatch.Hardware;

/// <summary>A file that is made from the pin map.</summary>
/// <param name="Path">Relative to the repository, with '/'.</param>
public sealed record GeneratedFile(string Path, string Text);

/// <summary>Everything that is made from the pin map.</summary>
public static class Generator
{
    public static IEnumerable<GeneratedFile> MakeAll(PinMap map)
    {
        yield return new GeneratedFile("firmware/Esp32/BoardPins.cs", BoardPinsSource.Make(map));
        foreach (Board board in map.Boards)
        {
            yield return new GeneratedFile($"hardware/{board.Target}.svg", new WiringDrawing(map, board).Make());
            yield return new GeneratedFile($"hardware/{board.Target}.md", BoardPage.Make(map, board));
        }
    }
}
