namespace JointWatch.Hardware.Tests;

/// <summary>The files that the tests are about.</summary>
internal static class Repository
{
    public static readonly string Root = RepositoryFolder.Find(AppContext.BaseDirectory);

    public static readonly PinMap Map = PinMap.Load(Path.Combine(Root, "hardware", "pins.json"));

    public static readonly TheoryData<string> Targets = new(["ESP32_REV3", "ESP32_PSRAM_REV3", "ESP32_S3_QUAD", "ESP32_C3"]);

    public static Board Board(string target) => Map.Boards.Single(board => board.Target == target);
}
