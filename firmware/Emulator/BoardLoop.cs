using System.Threading.Channels;
using JointWatch.Contract.Messages;
using JointWatch.Firmware;

namespace JointWatch.Emulation;

/// <summary>A board's main loop: hands the node what has happened, one event at a time, and steps it when it is time.</summary>
internal sealed class BoardLoop(SensorNode node, MqttLink link, Channel<BoardEvent> events, TimeProvider time)
{
    /// <summary>The most events between two steps: scans must not wait for a broker that never pauses.</summary>
    private const int EventsAStep = 256;

    /// <summary>Runs until the condition holds after a step, or until it is cancelled.</summary>
    public async Task RunUntilAsync(Func<bool> done, CancellationToken cancellation)
    {
        await using ITimer alarm = time.CreateTimer(
            _ => events.Writer.TryWrite(new BoardEvent(BoardEventKind.Wake)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                int waitMs = node.Step();
                if (done())
                {
                    return;
                }

                alarm.Change(TimeSpan.FromMilliseconds(waitMs), Timeout.InfiniteTimeSpan);
                await events.Reader.WaitToReadAsync(cancellation);
                for (int i = 0; i < EventsAStep && events.Reader.TryRead(out BoardEvent what); i++)
                {
                    Handle(what);
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to stop: the usual end.
        }
    }

    /// <summary>Says a last state and ends the session in good order, if the broker lets us in good time.</summary>
    public async Task LeaveAsync(NodeState state, string why, TimeSpan patience)
    {
        try
        {
            node.Leave(state, why);
            using CancellationTokenSource limit = new(patience, time);
            await RunUntilAsync(() => !node.StatePending || link.State != LinkState.Up, limit.Token);
        }
        finally
        {
            await link.SayGoodbyeAsync();
        }
    }

    private void Handle(BoardEvent what)
    {
        if (what.Kind == BoardEventKind.Wake || !link.Handle(what))
        {
            return;
        }

        if (what.Kind == BoardEventKind.Confirmed)
        {
            node.Confirmed(what.Ticket);
        }
        else if (what.Kind == BoardEventKind.Received)
        {
            node.Receive(what.Text, what.Payload!, 0, what.Payload!.Length);
        }
    }
}
