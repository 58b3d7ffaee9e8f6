using JointWatch.Contract.Messages;
using JointWatch.Firmware.SelfTest;

namespace JointWatch.Firmware.Tests.SelfTest;

/// <summary>
/// The tables that are compiled into the self-test. Where one differs from what it is made of, the new one is put into artifacts/self-test:
/// copy it over the old one in firmware/SelfTest if the change is meant.
/// </summary>
public sealed class GoldenTableTests
{
    [Fact]
    public void The_self_test_has_the_contracts_golden_vectors() =>
        Compare("GoldenVectors.cs", GoldenSource.Vectors(File.ReadAllText(Repository.PathOf("shared", "contract-vectors.json"))), static (made, kept) => made == kept);

    /// <summary>To one unit in the last place of each integer: that of another maths library.</summary>
    [Fact]
    public void The_self_test_has_the_reports_of_its_seeded_hours() =>
        Compare("GoldenHours.cs", GoldenSource.Hours(Hour.Of(SensorKind.Radar), Hour.Of(SensorKind.Infrared)), AreNear);

    [Theory]
    [InlineData("60 1 2 3", "60 1 2 3", true)]
    [InlineData("60 1 2 4", "60 1 2 3", true)]
    [InlineData("60 1 2 5", "60 1 2 3", false)]
    [InlineData("61 1 2 3", "60 1 2 3", false)]
    [InlineData("60 1 2", "60 1 2 3", false)]
    public void Numbers_are_near_to_one_unit_in_the_last_place(string found, string expected, bool near) => Assert.Equal(near, HourChecks.IsNear(found, expected));

    private static bool AreNear(string made, string kept)
    {
        string[] a = made.Split('\n');
        string[] b = kept.Split('\n');
        return a.Length == b.Length && a.Zip(b).All(pair => pair.First == pair.Second || HourChecks.IsNear(Numbers(pair.First), Numbers(pair.Second)));
    }

    private static string Numbers(string line) => line.Split('"') is [_, var numbers, _] ? numbers : line + " differs";

    private static void Compare(string file, string made, Func<string, string, bool> same)
    {
        string kept = Repository.PathOf("firmware", "SelfTest", file);
        if (!File.Exists(kept) || !same(made, File.ReadAllText(kept)))
        {
            string folder = Repository.PathOf("artifacts", "self-test");
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, file), made);
            Assert.Fail($"{file} is not what it is made of; what it would be is in {folder}");
        }
    }
}
