using System.Threading.Channels;
using JointWatch.Station.Core;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;

namespace JointWatch.Station.Hosting;

/// <summary>Puts the core's digests into the journal, where a replay finds them.</summary>
internal sealed class CheckpointWriter : ICoreObserver
{
    private StationIntake? _intake;

    /// <summary>Writes from now on. Digests taken before belong to entries whose own digests are in the journal already.</summary>
    public void Begin(StationIntake intake) => _intake = intake;

    /// <inheritdoc/>
    public void DigestTaken(Checkpoint checkpoint)
    {
        if (_intake is { } intake)
        {
            // Not awaited: the core never waits for the disk. A checkpoint that is lost with a crash or a stop costs one comparison.
            _ = WriteAsync(intake, checkpoint);
        }
    }

    private static async Task WriteAsync(StationIntake intake, Checkpoint checkpoint)
    {
        try
        {
            await intake.SubmitAsync(EntryKind.Checkpoint, "", checkpoint.ToPayload(), default);
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            // Stopping.
        }
    }
}
