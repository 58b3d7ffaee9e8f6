using JointWatch.Firmware.Surface;
using Mono.Cecil;

namespace JointWatch.Firmware.Tests.BoardBuild;

/// <summary>What the compiled firmware and its declarations refer to, against the members of nanoFramework's own libraries, read from their metadata.</summary>
public sealed class SurfaceTests
{
    public static TheoryData<string> Own => [.. BoardAssemblies.Own];

    [Theory]
    [MemberData(nameof(Own))]
    public void The_firmware_refers_only_to_members_that_nanoFramework_has(string name) => Assert.Empty(NanoSurface.Problems(
        BoardAssemblies.PathOf(name), FullList(), [.. BoardAssemblies.Own.Select(own => "JointWatch." + own)]));

    [Theory]
    [MemberData(nameof(Own))]
    public void The_firmware_stands_on_nothing_but_declarations_and_itself(string name)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(BoardAssemblies.PathOf(name));
        Assert.All(assembly.MainModule.AssemblyReferences, reference => Assert.Contains(
            reference.Name, (string[])["JointWatch.Reference", .. BoardAssemblies.Own.Select(own => "JointWatch." + own)]));
    }

    /// <summary>The node and the self-test run on a nanoCLR that has mscorlib and System.Math alone.</summary>
    [Theory]
    [InlineData("Contract")]
    [InlineData("Contract.Station")]
    [InlineData("Node")]
    [InlineData("SelfTest")]
    public void The_node_needs_only_mscorlib_and_System_Math(string name) => Assert.Empty(NanoSurface.Problems(
        BoardAssemblies.PathOf(name), List("mscorlib", "System.Math"), [.. BoardAssemblies.Own.Select(own => "JointWatch." + own)]));

    [Fact]
    public void Nothing_is_declared_that_nanoFramework_does_not_have()
    {
        MemberList list = FullList();
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(BoardAssemblies.Reference);
        List<string> unknown = [];
        foreach (TypeDefinition type in assembly.MainModule.Types.Where(t => t.IsPublic))
        {
            if (!list.HasType(MemberList.NameOf(type)))
            {
                unknown.Add(MemberList.NameOf(type));
                continue;
            }

            unknown.AddRange(type.Methods
                .Where(m => m.IsPublic && !(m.IsConstructor && (!m.HasParameters || type.IsAbstract)))
                .Select(MemberList.SignatureOf)
                .Where(signature => !list.HasMember(signature)));
        }

        Assert.Empty(unknown);
    }

    private static MemberList FullList()
    {
        Assert.SkipUnless(Directory.Exists(BoardAssemblies.Lists), "nanoFramework's member lists are not in " + BoardAssemblies.Lists + ": members were not checked one by one");
        return MemberList.Read([.. Directory.GetFiles(BoardAssemblies.Lists, "*.txt").Order(StringComparer.Ordinal)]);
    }

    private static MemberList List(params string[] assemblies)
    {
        FullList();
        return MemberList.Read([.. assemblies.Select(name => Path.Combine(BoardAssemblies.Lists, name + ".txt"))]);
    }
}
