using JointWatch.Exercises;
using JointWatch.Station.Enrolment;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.Station.Tests.Enrolment;

public sealed class EnrolledNodesTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _log = [];

    private string Register => EnrolmentFile.PathIn(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_node_that_is_enrolled_while_the_station_runs_is_known_a_second_later()
    {
        var enrolled = new EnrolledNodes(_folder, _time, _log.Add);
        Assert.Null(enrolled.KeyOf(Some.Node));

        EnrolmentFile.Add(_folder, Some.Node, Key, replace: false);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Key, enrolled.KeyOf(Some.Node));
        Assert.Equal(["1 nodes are enrolled."], _log);
    }

    [Fact]
    public void A_register_that_has_gone_bad_or_away_opens_no_door()
    {
        EnrolmentFile.Add(_folder, Some.Node, Key, replace: false);
        var enrolled = new EnrolledNodes(_folder, _time, _log.Add);

        EnrolmentFile.WritePrivate(Register, "rubbish\n");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Key, enrolled.KeyOf(Some.Node));

        File.Delete(Register);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Key, enrolled.KeyOf(Some.Node));
        Assert.Equal(2, _log.Count);
        Assert.Contains("(1): expected PARTY/NODE", _log[0], StringComparison.Ordinal);
        Assert.Contains("is gone", _log[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_station_does_not_start_with_a_bad_register()
    {
        EnrolmentFile.WritePrivate(Register, "rubbish\n");
        Assert.Throws<InvalidInputException>(() => new EnrolledNodes(_folder, _time, _log.Add));
    }
}
