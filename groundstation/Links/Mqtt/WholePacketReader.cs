using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace JointWatch.Links.Mqtt;

/// <summary>
/// Stands between a socket and the broker library, which asks for more as long as it has a part of a packet: without end where the sender has
/// closed in the middle of one (it would spin on one core until its own time limit), and without limit where a packet claims to be huge. Both
/// end the connection here.
/// </summary>
public sealed class WholePacketReader(PipeReader socket, long maxPacketBytes) : PipeReader
{
    private ReadOnlySequence<byte> _given;
    private long _undecoded;

    /// <summary>A socket's two ways with this reader in front of the one in.</summary>
    public static IDuplexPipe Before(IDuplexPipe socket, long maxPacketBytes) => new Duplex(new WholePacketReader(socket.Input, maxPacketBytes), socket.Output);

    /// <inheritdoc/>
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => Checked(await socket.ReadAsync(cancellationToken));

    /// <inheritdoc/>
    public override bool TryRead(out ReadResult result)
    {
        bool read = socket.TryRead(out result);
        if (read)
        {
            result = Checked(result);
        }

        return read;
    }

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    /// <inheritdoc/>
    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _undecoded = _given.Slice(consumed).Length;
        socket.AdvanceTo(consumed, examined);
    }

    /// <inheritdoc/>
    public override void CancelPendingRead() => socket.CancelPendingRead();

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null) => socket.Complete(exception);

    private ReadResult Checked(ReadResult result)
    {
        if (result.IsCompleted && !result.Buffer.IsEmpty && result.Buffer.Length == _undecoded)
        {
            throw new ConnectionAbortedException($"the sender closed the connection within a packet, after {_undecoded} bytes of it");
        }

        if (_undecoded > maxPacketBytes)
        {
            throw new ConnectionAbortedException($"a packet has more than {maxPacketBytes} bytes");
        }

        _given = result.Buffer;
        return result;
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
