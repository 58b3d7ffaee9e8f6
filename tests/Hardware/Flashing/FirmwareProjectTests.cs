using System.Xml.Linq;
using JointWatch.Flash.Asking;
using JointWatch.Flash.Firmware;

namespace JointWatch.Hardware.Tests.Flashing;

/// <summary>The flasher and the application's nanoFramework project know the same packages and the same image.</summary>
public sealed class FirmwareProjectTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "firmware", "Esp32");

    [Fact]
    public void The_firmware_profile_is_for_the_packages_that_the_application_is_built_with()
    {
        string path = Path.Combine(Folder, "packages.config");
        Assert.SkipUnless(File.Exists(path), "firmware/Esp32/packages.config is not there");
        Dictionary<string, string> packages = XElement.Load(path).Elements("package").ToDictionary(
            package => package.Attribute("id")!.Value, package => package.Attribute("version")!.Value, StringComparer.OrdinalIgnoreCase);

        Assert.All(
            FirmwareProfile.Load().Natives.Where(part => packages.ContainsKey(part.Package)),
            part => Assert.Equal(packages[part.Package], part.Version));
        Assert.Contains(FirmwareProfile.Load().Natives, part => packages.ContainsKey(part.Package));
    }

    [Fact]
    public void The_image_that_is_flashed_if_none_is_named_is_the_one_that_the_application_s_build_makes()
    {
        string path = Path.Combine(Folder, "JointWatch.Esp32.nfproj");
        Assert.SkipUnless(File.Exists(path), "firmware/Esp32/JointWatch.Esp32.nfproj is not there");
        XElement project = XElement.Load(path);
        string Value(string name) => project.Descendants().First(element => element.Name.LocalName == name).Value;

        string made = $"firmware/Esp32/{Value("OutputPath").Replace('\\', '/').Replace("$(Configuration)", "Release", StringComparison.Ordinal)}{Value("AssemblyName")}.bin";
        Assert.Equal(Option.UsualImage, made);
    }
}
