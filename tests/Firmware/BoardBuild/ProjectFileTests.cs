using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JointWatch.Firmware.Tests.BoardBuild;

/// <summary>
/// The project files for nanoFramework's tools cannot be built here, so they are held to what can: the sources on disk, the package lists, and each other.
/// Each check is shown to fail on a project that is broken.
/// </summary>
public sealed class ProjectFileTests : IDisposable
{
    /// <summary>
    /// What each package needs beside itself, as its nuspec or its own packages.config says (nanoframework/nanoFramework.m2mqtt, System.Device.Wifi,
    /// System.IO.FileSystem, System.Device.Gpio, System.Net, nanoFramework.Networking.Sntp, July 2026).
    /// </summary>
    private static readonly Dictionary<string, string[]> Needs = new(StringComparer.Ordinal)
    {
        ["nanoFramework.M2Mqtt"] =
        [
            "nanoFramework.Runtime.Events", "nanoFramework.Runtime.Native", "nanoFramework.System.Collections", "nanoFramework.System.IO.Streams",
            "nanoFramework.System.Net", "nanoFramework.System.Text", "nanoFramework.System.Threading",
        ],
        ["nanoFramework.System.Device.Wifi"] = ["nanoFramework.Runtime.Events", "nanoFramework.System.Net"],
        ["nanoFramework.System.IO.FileSystem"] = ["nanoFramework.Runtime.Events", "nanoFramework.System.IO.Streams", "nanoFramework.System.Text"],
        ["nanoFramework.System.Device.Gpio"] = ["nanoFramework.Runtime.Events"],
        ["nanoFramework.System.Net"] =
            ["nanoFramework.Runtime.Events", "nanoFramework.System.IO.Streams", "nanoFramework.System.Text", "nanoFramework.System.Threading"],
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-nfproj-").FullName;

    public static TheoryData<string> Projects => ["shared/JointWatch.Contract", "shared/Station/JointWatch.Contract.Station", "firmware/Node/JointWatch.Node", "firmware/SelfTest/JointWatch.SelfTest", "firmware/Esp32/JointWatch.Esp32"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_lists_its_files_and_its_packages_and_nothing_else(string project) =>
        Assert.Empty(Problems(Repository.PathOf(project + ".nfproj")));

    [Fact]
    public void All_projects_take_the_same_version_of_a_package() => Assert.All(
        Projects.SelectMany(p => PackagesOf(Repository.PathOf(p.Data + ".nfproj"))).GroupBy(p => p.Id),
        package => Assert.Single(package.Select(p => p.Version).Distinct()));

    [Fact]
    public void The_solution_has_every_project()
    {
        string solution = File.ReadAllText(Repository.PathOf("firmware", "JointWatch.Firmware.sln"));
        Assert.All(Projects, project =>
        {
            string file = Repository.PathOf(project.Data + ".nfproj");
            string relative = Path.GetRelativePath(Repository.PathOf("firmware"), file).Replace('/', '\\');
            Assert.Contains($"\"{relative}\", \"{Property(XDocument.Load(file), "ProjectGuid").ToUpperInvariant()}\"", solution, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_image_holds_the_libraries_sources_but_for_the_folders_called_OffBoard()
    {
        string image = Repository.PathOf("firmware", "Esp32", "JointWatch.Esp32.nfproj");
        string[] compiledIn = [.. Compiled(XDocument.Load(image)).Where(f => f.StartsWith("../", StringComparison.Ordinal))];
        string[] ofLibraries = [.. new[] { "firmware/Node/JointWatch.Node", "shared/JointWatch.Contract" }
            .Select(project => Repository.PathOf(project + ".nfproj"))
            .SelectMany(file => Compiled(XDocument.Load(file)).Select(f => Path.Combine(Path.GetDirectoryName(file)!, f)))
            .Select(f => Path.GetRelativePath(Path.GetDirectoryName(image)!, f).Replace('\\', '/'))];

        Assert.Contains(ofLibraries, f => f.Contains("/OffBoard/", StringComparison.Ordinal));
        Assert.Equal(ofLibraries.Where(f => !f.Contains("/OffBoard/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), compiledIn.Order(StringComparer.Ordinal));
    }

    /// <summary>Which assembly a type is in, nanoFramework's lists of members tell: one for each assembly.</summary>
    [Fact]
    public void The_application_lists_every_assembly_that_a_board_must_load()
    {
        Assert.SkipUnless(Directory.Exists(BoardAssemblies.Lists), "nanoFramework's member lists are not in " + BoardAssemblies.Lists);
        string[] listed = [.. References(XDocument.Load(Repository.PathOf("firmware", "Esp32", "JointWatch.Esp32.nfproj"))).Select(r => r.Assembly)];
        Dictionary<string, string> assemblyOf = Directory.GetFiles(BoardAssemblies.Lists, "*.txt")
            .SelectMany(file => File.ReadLines(file).Where(l => l.StartsWith("T:", StringComparison.Ordinal)).Select(l => (Type: l[2..], Assembly: Path.GetFileNameWithoutExtension(file))))
            .GroupBy(pair => pair.Type)
            .ToDictionary(group => group.Key, group => group.First().Assembly);
        using Mono.Cecil.AssemblyDefinition firmware = Mono.Cecil.AssemblyDefinition.ReadAssembly(BoardAssemblies.PathOf("Esp32"));
        string[] needed = [.. firmware.MainModule.GetTypeReferences()
            .Where(type => type.Scope.Name == "JointWatch.Reference")
            .Select(type => assemblyOf[Surface.MemberList.NameOf(type)])
            .Distinct()];
        Assert.True(needed.Length > 8);
        Assert.All(needed, assembly => Assert.Contains(assembly, listed));
    }

    [Theory]
    [InlineData("""    <Compile Include="Spare.cs" />""", "", "Spare.cs is on disk and not in the project")]
    [InlineData("""    <Compile Include="Program.cs" />""", """    <Compile Include="Program.cs" /><Compile Include="Gone.cs" />""", "Gone.cs is in the project and not on disk")]
    [InlineData("CoreLibrary.1.17.11", "CoreLibrary.1.17.10", "mscorlib is taken from nanoFramework.CoreLibrary.1.17.10, which packages.config does not list")]
    [InlineData("lib\\mscorlib.dll", "lib\\other.dll", "mscorlib is taken from other.dll")]
    [InlineData("""<package id="nanoFramework.System.Math" version="1.5.116" """, """<package id="nanoFramework.System.Device.Gpio" version="1.1.62" """, "nanoFramework.System.Device.Gpio needs nanoFramework.Runtime.Events, which packages.config does not list")]
    public void A_broken_project_is_found_out(string text, string instead, string problem)
    {
        File.WriteAllText(Path.Combine(_folder, "Program.cs"), "");
        File.WriteAllText(Path.Combine(_folder, "Spare.cs"), "");
        string project = """
            <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><ItemGroup>
                <Compile Include="Program.cs" />
                <Compile Include="Spare.cs" />
              <Reference Include="mscorlib"><HintPath>..\packages\nanoFramework.CoreLibrary.1.17.11\lib\mscorlib.dll</HintPath></Reference>
              <Reference Include="System.Math"><HintPath>..\packages\nanoFramework.System.Math.1.5.116\lib\System.Math.dll</HintPath></Reference>
            </ItemGroup></Project>
            """;
        string packages = """
            <packages>
              <package id="nanoFramework.CoreLibrary" version="1.17.11" targetFramework="netnano1.0" />
              <package id="nanoFramework.System.Math" version="1.5.116" targetFramework="netnano1.0" />
            </packages>
            """;
        string file = Path.Combine(_folder, "A.nfproj");
        Write(project, packages);
        Assert.Empty(Problems(file));

        Assert.True(project.Contains(text, StringComparison.Ordinal) || packages.Contains(text, StringComparison.Ordinal));
        Write(project.Replace(text, instead, StringComparison.Ordinal), packages.Replace(text, instead, StringComparison.Ordinal));
        Assert.Contains(problem, Problems(file));

        void Write(string projectText, string packagesText)
        {
            File.WriteAllText(file, projectText);
            File.WriteAllText(Path.Combine(_folder, "packages.config"), packagesText.Replace("1.17.10", "1.17.11", StringComparison.Ordinal));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<string> Problems(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        XDocument project = XDocument.Load(file);
        string[] listed = [.. Compiled(project).Where(f => !f.StartsWith("../", StringComparison.Ordinal))];
        string[] others = [.. Directory.GetFiles(folder, "*.nfproj", SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!).Where(f => f != folder)];
        string[] onDisk = [.. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !others.Any(other => f.StartsWith(other + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal))];
        List<string> problems =
        [
            .. onDisk.Except(listed).Select(f => $"{f} is on disk and not in the project"),
            .. listed.Except(onDisk).Select(f => $"{f} is in the project and not on disk"),
            .. listed.GroupBy(f => f).Where(g => g.Count() > 1).Select(g => $"{g.Key} is in the project twice"),
        ];
        (string Id, string Version)[] packages = PackagesOf(file);
        foreach ((string assembly, string package, string dll) in References(project))
        {
            if (!packages.Any(p => $"{p.Id}.{p.Version}" == package))
            {
                problems.Add($"{assembly} is taken from {package}, which packages.config does not list");
            }

            if (dll != assembly + ".dll")
            {
                problems.Add($"{assembly} is taken from {dll}");
            }
        }

        problems.AddRange(packages
            .Where(p => !References(project).Any(r => r.Package == $"{p.Id}.{p.Version}"))
            .Select(p => $"{p.Id}.{p.Version} is in packages.config and no assembly is taken from it"));
        problems.AddRange(packages.SelectMany(p => Needs.GetValueOrDefault(p.Id, []).Where(need => !packages.Any(other => other.Id == need))
            .Select(need => $"{p.Id} needs {need}, which packages.config does not list")));
        problems.AddRange(Items(project, "ProjectReference")
            .Select(item => ((string)item.Attribute("Include")!).Replace('\\', '/'))
            .Where(reference => !File.Exists(Path.Combine(folder, reference)))
            .Select(reference => $"{reference} is not there"));
        return problems;
    }

    private static IEnumerable<string> Compiled(XDocument project) => Items(project, "Compile").Select(item => ((string)item.Attribute("Include")!).Replace('\\', '/'));

    private static (string Id, string Version)[] PackagesOf(string projectFile) =>
        [.. XDocument.Load(Path.Combine(Path.GetDirectoryName(projectFile)!, "packages.config")).Root!.Elements("package")
            .Select(p => ((string)p.Attribute("id")!, (string)p.Attribute("version")!))];

    /// <summary>Assembly, folder of the package, file.</summary>
    private static IEnumerable<(string Assembly, string Package, string Dll)> References(XDocument project) => Items(project, "Reference").Select(item =>
    {
        Match path = Regex.Match(item.Elements().Single(e => e.Name.LocalName == "HintPath").Value, @"packages\\(?<package>[^\\]+)\\lib\\(?<dll>[^\\]+)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return ((string)item.Attribute("Include")!, path.Groups["package"].Value, path.Groups["dll"].Value);
    });

    private static IEnumerable<XElement> Items(XDocument project, string name) => project.Root!.Descendants().Where(e => e.Name.LocalName == name);

    private static string Property(XDocument project, string name) => Items(project, name).Single().Value;
}
