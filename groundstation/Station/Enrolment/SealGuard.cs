using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using JointWatch.Contract;
using JointWatch.Station.Ingest;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;

namespace JointWatch.Station.Enrolment;

/// <summary>
/// Judges each node's message before it is journalled, and journals the verdict with it: from an enrolled node only what is sealed with its key
/// counts. So a replay needs no keys, and comes to the same picture even after a key was replaced.
/// </summary>
internal sealed class SealGuard(EnrolledNodes enrolled, StationIntake intake)
{
    /// <summary>The keys under whose names the journal of this run knows the nodes.</summary>
    private readonly ConcurrentDictionary<NodeId, string> _named = [];

    /// <summary>Takes a message. The task completes when it is on disk.</summary>
    /// <returns>Null where it is taken, or what is wrong with it.</returns>
    public async Task<Refusal?> SubmitAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        if (Owner(topic) is not { } node || enrolled.KeyOf(node) is not { } key)
        {
            await intake.SubmitAsync(EntryKind.Message, topic, payload, cancellation);
            return null;
        }

        try
        {
            SealedMessage.Open(key, topic, payload);
        }
        catch (RefusedException e)
        {
            await RefuseAsync(topic, e.Refusal, payload, cancellation);
            return e.Refusal;
        }

        string name = NameOf(key);
        if (_named.GetValueOrDefault(node) != name)
        {
            await intake.SubmitAsync(EntryKind.Enrolled, topic, Encoding.ASCII.GetBytes(name), cancellation);
            _named[node] = name;
        }

        await intake.SubmitAsync(EntryKind.Sealed, topic, payload, cancellation);
        return null;
    }

    /// <summary>Notes a message that is refused, by its reason and its beginning.</summary>
    public Task RefuseAsync(string topic, Refusal refusal, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var refused = new RefusedAtTheDoor(refusal, payload.Length, payload[..Math.Min(payload.Length, Quarantine.BytesKept)].ToArray());
        return intake.SubmitAsync(EntryKind.Refused, topic, refused.ToPayload(), cancellation);
    }

    /// <summary>The node whose word a message would be; null for the state, which is never sealed, and for what is no node's.</summary>
    private static NodeId? Owner(string topic)
    {
        try
        {
            (NodeId node, string kind) = TopicName.Parse(topic);
            return kind == Topics.State ? null : node;
        }
        catch (RefusedException)
        {
            // The core says what is wrong with it.
            return null;
        }
    }

    /// <summary>A name for a key that tells nothing of it.</summary>
    private static string NameOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 8));
}
