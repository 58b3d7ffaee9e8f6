using System.Collections.Concurrent;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Commanding;

/// <summary>Brings the nodes' answers to those who wait for them. For any thread.</summary>
internal sealed class AnswerBoard : ICoreObserver
{
    private readonly ConcurrentDictionary<(NodeId Node, uint Boot, uint Number), TaskCompletionSource<NodeAnswer>> _waiting = [];

    /// <summary>Begins to wait for an answer; <see cref="Forget"/> ends it.</summary>
    public Task<NodeAnswer> WaitFor(NodeId node, uint boot, uint number) =>
        _waiting.GetOrAdd((node, boot, number), _ => new TaskCompletionSource<NodeAnswer>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Waits no longer.</summary>
    public void Forget(NodeId node, uint boot, uint number) => _waiting.TryRemove((node, boot, number), out _);

    /// <inheritdoc/>
    public void Answered(NodeId node, NodeAnswer answer)
    {
        if (_waiting.TryGetValue((node, answer.Boot, answer.Number), out TaskCompletionSource<NodeAnswer>? waiting))
        {
            waiting.TrySetResult(answer);
        }
    }
}
