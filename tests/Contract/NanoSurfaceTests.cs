using JointWatch.Contract.Tests.Support;
using JointWatch.Contract.Tests.Support.Misfits;
using JointWatch.Firmware.Surface;

namespace JointWatch.Contract.Tests;

/// <summary>The contract runs on boards: its compiled form uses nothing that nanoFramework does not have.</summary>
public class NanoSurfaceTests
{
    private static readonly string ContractPath = typeof(MessageDecoder).Assembly.Location;

    private static readonly string Lists = Repository.PathOf("..", "shared", "data", "nanoframework-api");

    [Fact]
    public void The_contract_has_nothing_that_a_board_cannot_run() => Assert.Empty(NanoSurface.Problems(ContractPath, MemberList.BuiltIn));

    [Fact]
    public void The_contract_refers_only_to_members_that_nanoFramework_has() => Assert.Empty(NanoSurface.Problems(ContractPath, FullList()));

    [Theory]
    [InlineData(typeof(Generic<>), "generic")]
    [InlineData(typeof(UsesGeneric), "generic type, List`1")]
    [InlineData(typeof(UsesLinq), "System.Linq.Enumerable")]
    [InlineData(typeof(UsesSpan), "generic")]
    [InlineData(typeof(UsesAsync), "System.Threading.Tasks.Task")]
    [InlineData(typeof(UsesIterator), "an async method or an iterator")]
    [InlineData(typeof(UsesMatrix), "an array of several dimensions")]
    [InlineData(typeof(UsesChecked), "checked arithmetic")]
    [InlineData(typeof(UsesInterpolation), "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler")]
    [InlineData(typeof(UsesEnumText), "an enum as an object (CommandVerb)")]
    [InlineData(typeof(UsesStringBuilder), "System.Text.StringBuilder")]
    public void What_a_board_cannot_run_is_found(Type misfit, string problem) =>
        Assert.Contains(ProblemsOf(misfit, MemberList.BuiltIn), found => found.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData(typeof(UsesLongMaximum), "System.Math.Max(System.Int64,System.Int64)->System.Int64 in ")]
    [InlineData(typeof(UsesReplace), "System.String.Replace(System.Char,System.Char)->System.String in ")]
    public void A_member_that_nanoFramework_does_not_have_is_found(Type misfit, string problem) =>
        Assert.Contains(ProblemsOf(misfit, FullList()), found => found.StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void What_a_board_can_run_is_let_through()
    {
        Assert.Empty(ProblemsOf(typeof(Fits), MemberList.BuiltIn));
        Assert.Empty(ProblemsOf(typeof(Fits), FullList()));
    }

    private static IReadOnlyCollection<string> ProblemsOf(Type type, MemberList members) =>
        NanoSurface.Problems(type.Assembly.Location, members, chooseType: t => t.FullName == type.FullName);

    private static MemberList FullList()
    {
        string[] files = [Path.Combine(Lists, "mscorlib.txt"), Path.Combine(Lists, "System.Math.txt")];
        Assert.SkipUnless(files.All(File.Exists), "nanoFramework's member lists are not in " + Lists + ": members were not checked one by one");
        return MemberList.Read(files);
    }
}
