using System.Diagnostics;

namespace JointWatch.Firmware.Tests.BoardBuild;

/// <summary>
/// What a nanoCLR does not run must not get past the build. Projects are built as the firmware is, with a sin a file: each file must be
/// refused, by the compiler, which finds something missing, or by the look at what it has compiled.
/// </summary>
public sealed class LanguageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-board-").FullName;

    private static readonly (string Name, string Source)[] Missing =
    [
        ("GenericLists", "class A { System.Collections.Generic.List<int> b; }"),
        ("Linq", "using System.Linq; class A { int B(int[] c) { return c.Sum(); } }"),
        ("Async", "class A { async System.Threading.Tasks.Task B() { await B(); } }"),
        ("Records", "record A(int B);"),
        ("Tuples", "class A { (int, int) B() { return (1, 2); } }"),
        ("Iterators", "class A { System.Collections.IEnumerable B() { yield return 1; } }"),
        ("NullableValues", "class A { int? b; }"),
        ("Decimals", "class A { decimal b = 1m; }"),
        ("Dynamic", "class A { dynamic b; }"),
        ("LaterCSharp", "namespace B; class A { }"),
    ];

    /// <summary>The compiler looks into methods only where the declarations around them are right.</summary>
    private static readonly (string Name, string Source)[] MissingInMethods =
    [
        ("Spans", "class A { int B(byte[] c) { System.Span<byte> d = c; return d.Length; } }"),
        ("StringBuilders", "class A { string B() { return new System.Text.StringBuilder().ToString(); } }"),
        ("Replace", "class A { string B(string c) { return c.Replace('a', 'b'); } }"),
        ("Interpolation", "class A { string B(int c) { return $\"{c:x}\"; } }"),
        ("Ranges", "class A { string B(string c) { return c[1..]; } }"),
    ];

    private static readonly (string Type, string Source, string Problem)[] Compiled =
    [
        ("OwnGeneric", "public class OwnGeneric<T> { }", "a generic definition in OwnGeneric`1"),
        ("OwnGenericMethod", "public class OwnGenericMethod { public void B<T>(T c) { } }", "a generic definition in OwnGenericMethod.B"),
        ("Matrix", "public class Matrix { public object B() { return new int[2, 2]; } }", "an array of several dimensions in Matrix.B"),
        ("Checked", "public class Checked { public int B(int c) { return checked(c + 1); } }", "checked arithmetic, which does not throw on a board in Checked.B"),
        ("EnumText", "public enum E { F } public class EnumText { public string B(E c) { return c.ToString(); } }", "an enum as an object (E), whose text is a number on a board in EnumText.B"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_nanoFramework_does_not_have_is_refused_by_the_compiler(bool inMethods)
    {
        (string Name, string Source)[] sins = inMethods ? MissingInMethods : Missing;
        foreach ((string name, string source) in sins)
        {
            Write(name + ".cs", name == "LaterCSharp" ? source : $"namespace {name} {{ {source} }}");
        }

        string output = Build();
        Assert.All(sins, sin => Assert.Contains(sin.Name + ".cs", output, StringComparison.Ordinal));
    }

    [Fact]
    public void What_compiles_and_a_board_does_not_run_is_refused_behind_the_compiler()
    {
        foreach ((string type, string source, string _) in Compiled)
        {
            Write(type + ".cs", source);
        }

        string output = Build();
        Assert.All(Compiled, sin => Assert.Contains("error JW0001: A board cannot run " + sin.Problem, output, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    /// <summary>Builds the folder as the firmware is built; it must fail.</summary>
    private string Build()
    {
        string reference = Repository.PathOf("firmware", "Reference");
        Write("Sins.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>disable</Nullable><NoWarn>CS0169;CS0649;CS0414</NoWarn></PropertyGroup>
              <Import Project="{reference}/Board.props" />
              <ItemGroup><Compile Include="*.cs" /></ItemGroup>
              <Import Project="{reference}/Board.targets" />
            </Project>
            """);
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using Process build = Process.Start(new ProcessStartInfo("dotnet", ["build", "Sins.csproj", "-c", configuration, "-nologo", "-v:q", "-nodeReuse:false", "-p:BuildProjectReferences=false"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        string output = build.StandardOutput.ReadToEnd() + build.StandardError.ReadToEnd();
        build.WaitForExit();
        Assert.NotEqual(0, build.ExitCode);
        return output;
    }
}
