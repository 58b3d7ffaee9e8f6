namespace JointWatch.Firmware.Tests.BoardBuild;

/// <summary>The firmware as compiled for boards: against declarations of what nanoFramework offers, and nothing of .NET.</summary>
internal static class BoardAssemblies
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static readonly string Lists = Repository.PathOf("..", "shared", "data", "nanoframework-api");

    public static string[] Own { get; } = ["Contract", "Contract.Station", "Node", "SelfTest", "Esp32"];

    public static string Reference => Repository.PathOf("firmware", "Reference", "bin", Configuration, "net10.0", "JointWatch.Reference.dll");

    public static string PathOf(string name) => Repository.PathOf("firmware", "Reference", name, "bin", Configuration, "net10.0", $"JointWatch.{name}.dll");
}
