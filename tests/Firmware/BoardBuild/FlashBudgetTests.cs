using System.Xml.Linq;
using Mono.Cecil;

namespace JointWatch.Firmware.Tests.BoardBuild;

/// <summary>The room that a board's flash has for our own code. Where nanoFramework's tools have built it, tests/EndToEnd looks at the file itself.</summary>
public sealed class FlashBudgetTests
{
    private const int BudgetBytes = 64 * 1024;

    /// <summary>A record and a name for each of nanoFramework's assemblies, which here are one.</summary>
    private const int AssemblyBytes = 12 + 1;

    [Fact]
    public void All_of_our_own_code_fits_into_64_KB_of_a_boards_flash()
    {
        using AssemblyDefinition image = AssemblyDefinition.ReadAssembly(BoardAssemblies.PathOf("Esp32"));
        int references = XDocument.Load(Repository.PathOf("firmware", "Esp32", "JointWatch.Esp32.nfproj")).Descendants()
            .Where(e => e.Name.LocalName == "Reference")
            .Sum(e => AssemblyBytes + ((string)e.Attribute("Include")!).Length);

        Assert.InRange(FlashImage.MostBytes(image.MainModule) + references, 32 * 1024, BudgetBytes - 1);
    }

    [Fact]
    public void Nothing_of_ours_but_the_image_itself_is_flashed()
    {
        using AssemblyDefinition image = AssemblyDefinition.ReadAssembly(BoardAssemblies.PathOf("Esp32"));
        Assert.Equal("JointWatch.Reference", Assert.Single(image.MainModule.AssemblyReferences).Name);
    }
}
