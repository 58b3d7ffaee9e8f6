using JointWatch.Exercises;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Enrolment;

/// <summary>
/// The keys of the enrolled nodes, as a running station needs them: looks once a second whether the register has changed, so that a node may be
/// enrolled while the station runs. A register that has gone bad or away changes nothing until it is good again. For any thread.
/// </summary>
internal sealed class EnrolledNodes
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly string _dataDirectory;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private Dictionary<NodeId, byte[]> _keys;
    private (DateTime Written, long Length) _seen;
    private long _looked;

    /// <exception cref="InvalidInputException">The register is bad.</exception>
    public EnrolledNodes(string dataDirectory, TimeProvider time, Action<string> log)
    {
        _dataDirectory = dataDirectory;
        _time = time;
        _log = log;
        _seen = Stamp();
        _looked = time.GetTimestamp();
        _keys = EnrolmentFile.Read(dataDirectory);
    }

    /// <summary>The key of a node, or null where it is not enrolled.</summary>
    public byte[]? KeyOf(NodeId node)
    {
        lock (_gate)
        {
            if (_time.GetElapsedTime(_looked) >= LookPeriod)
            {
                _looked = _time.GetTimestamp();
                Look();
            }

            return _keys.GetValueOrDefault(node);
        }
    }

    private void Look()
    {
        (DateTime Written, long Length) stamp = Stamp();
        if (stamp == _seen)
        {
            return;
        }

        _seen = stamp;
        if (stamp.Length < 0)
        {
            _log($"{EnrolmentFile.PathIn(_dataDirectory)} is gone; the nodes enrolled so far stay enrolled until the station is started again.");
            return;
        }

        try
        {
            _keys = EnrolmentFile.Read(_dataDirectory);
            _log($"{_keys.Count} nodes are enrolled.");
        }
        catch (InvalidInputException e)
        {
            _log($"{e.Message}. The nodes enrolled so far stay enrolled.");
        }
    }

    private (DateTime Written, long Length) Stamp()
    {
        var file = new FileInfo(EnrolmentFile.PathIn(_dataDirectory));
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
    }
}
