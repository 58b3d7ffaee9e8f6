namespace JointWatch.Hardware.Tests.Pins;

public sealed class GeneratedFileTests
{
    public static TheoryData<string> Paths => new(Generator.MakeAll(Repository.Map).Select(file => file.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_file_made_from_the_map_is_what_the_map_gives(string path)
    {
        string made = Generator.MakeAll(Repository.Map).Single(file => file.Path == path).Text;
        string onDisk = File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

        Assert.True(made == onDisk, $"{path} is not what hardware/pins.json gives; run: dotnet run --project hardware/Drawings");
    }

    [Fact]
    public void The_map_is_refused_by_name_where_a_field_is_missing()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, """{"chips":[],"boards":[],"parts":[]}""");
        try
        {
            InvalidDataException fault = Assert.Throws<InvalidDataException>(() => PinMap.Load(path));
            Assert.Contains("breadboard", fault.Message, StringComparison.Ordinal);
            Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
