using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Tests.Enrolment;

public sealed class EnrolmentFileTests : IDisposable
{
    private static readonly string Key = new('a', 64);
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;

    private string Register => Path.Combine(_folder, "nodes.keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Enrolling_writes_a_key_of_64_digits_that_the_register_has_too_and_only_the_owner_can_read_them()
    {
        var output = new StringWriter();
        EnrolOptions options = Options("north/radar-1");

        Assert.Equal(ExitCode.Done, EnrolRunner.Run(options, output));

        string key = File.ReadAllText(options.KeyFile);
        Assert.Matches("^[0-9a-f]{64}\n$", key);
        Assert.Equal(key.Trim(), Convert.ToHexStringLower(EnrolmentFile.Read(options.DataDirectory)[new NodeId("north", "radar-1")]));
        Assert.Contains("north/radar-1 is enrolled", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key.Trim(), output.ToString(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.KeyFile));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(EnrolmentFile.PathIn(options.DataDirectory)));
        }
    }

    [Fact]
    public void Two_nodes_have_two_keys_and_the_second_leaves_the_first_as_it_is()
    {
        EnrolRunner.Run(Options("north/radar-1"), TextWriter.Null);
        byte[] first = EnrolmentFile.Read(_folder)[new NodeId("north", "radar-1")];
        EnrolRunner.Run(Options("north/radar-2"), TextWriter.Null);

        Dictionary<NodeId, byte[]> keys = EnrolmentFile.Read(_folder);
        Assert.Equal(first, keys[new NodeId("north", "radar-1")]);
        Assert.NotEqual(first, keys[new NodeId("north", "radar-2")]);
    }

    [Fact]
    public void A_node_that_is_enrolled_keeps_its_key_unless_a_new_one_is_asked_for()
    {
        EnrolOptions options = Options("north/radar-1");
        EnrolRunner.Run(options, TextWriter.Null);
        string before = File.ReadAllText(Register);
        InvalidInputException there = Assert.Throws<InvalidInputException>(() => EnrolRunner.Run(options, TextWriter.Null));
        File.Delete(options.KeyFile);
        InvalidInputException known = Assert.Throws<InvalidInputException>(() => EnrolRunner.Run(options, TextWriter.Null));

        Assert.Equal($"jointwatch enrol: --key-file is '{options.KeyFile}'; expected a file that is not there yet; --replace writes it anew", there.Message);
        Assert.Equal($"{Register}: node is 'north/radar-1'; expected a node that is not enrolled yet; --replace gives it a new key", known.Message);
        Assert.Equal(before, File.ReadAllText(Register));

        EnrolRunner.Run(options with { Replace = true }, TextWriter.Null);
        Assert.NotEqual(before, File.ReadAllText(Register));
        Assert.Contains(File.ReadAllText(options.KeyFile).Trim(), File.ReadAllText(Register), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_that_enrol_at_once_lose_nobody()
    {
        Parallel.For(0, 20, i =>
        {
            // Whoever finds the register busy is told so, and tries again.
            while (true)
            {
                try
                {
                    EnrolRunner.Run(Options($"north/radar-{i}"), TextWriter.Null);
                    return;
                }
                catch (InvalidInputException e) when (e.InnerException is IOException)
                {
                }
            }
        });
        Assert.Equal(20, EnrolmentFile.Read(_folder).Count);
    }

    [Fact]
    public void A_folder_without_a_register_has_no_enrolled_nodes() => Assert.Empty(EnrolmentFile.Read(_folder));

    public static TheoryData<string, string> BadLines => new()
    {
        { "north/radar-1", "(2): expected PARTY/NODE, one space, and a key of 64 hexadecimal digits" },
        { "north/radar-1  " + Key, "(2): expected PARTY/NODE, one space, and a key of 64 hexadecimal digits" },
        { "North/radar-1 " + Key, $"(2): node is 'North/radar-1'; expected {NodeId.Expected}" },
        { "exercise/clock " + Key, $"(2): node is 'exercise/clock'; expected {NodeId.Expected}" },
        { "north/radar-1 " + Key[1..], "(2): key is '63 characters'; expected 64 hexadecimal digits" },
        { "north/radar-1 " + Key[1..] + "g", "(2): key is '64 characters'; expected 64 hexadecimal digits" },
        { $"north/radar-1 {Key}\nnorth/radar-1 {Key}", "(3): node is 'north/radar-1'; expected each node once" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_bad_line_is_refused_by_its_number_and_no_key_is_shown(string lines, string message)
    {
        EnrolmentFile.WritePrivate(Register, "# nodes\n" + lines + "\n");
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => EnrolmentFile.Read(_folder));
        Assert.Equal(Register + message, e.Message);
        Assert.DoesNotContain(Key[..60], e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_that_others_may_read_is_refused_with_the_way_to_mend_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        EnrolmentFile.WritePrivate(Register, "");
        File.SetUnixFileMode(Register, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => EnrolmentFile.Read(_folder));
        Assert.Equal($"{Register}: mode is '640'; expected 600: others must not read the keys (chmod 600 {Register})", e.Message);
    }

    private EnrolOptions Options(string node)
    {
        NodeId id = NodeId.TryParse(node)!.Value;
        return new EnrolOptions(id, _folder, Path.Combine(_folder, $"{id.Name}.key"), Replace: false);
    }
}
