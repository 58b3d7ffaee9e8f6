using System.Buffers;
using System.Threading.Channels;
using JointWatch.Contract;
using JointWatch.Station.Ingest;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace JointWatch.Station.Broker;

/// <summary>
/// Stands at the door of the embedded broker. A publication is acknowledged only after it is in the journal; what may not come in is refused,
/// noted with its reason, and passed on to nobody.
/// </summary>
internal sealed class BrokerGate(StationIntake intake, IntakeOptions options)
{
    /// <summary>The client id under which the station itself publishes; no client may bear it.</summary>
    public const string StationClientId = "jointwatch-station";

    private const int MaxClientIdLength = 128;

    /// <summary>Checks a client's name: the broker library lets any through. A client that gives none gets one.</summary>
    public static Task ValidateConnectionAsync(ValidatingConnectionEventArgs args)
    {
        ClientNames.GiveOneIfMissing(args);
        bool good = args.ClientId.Length <= MaxClientIdLength
            && args.ClientId != StationClientId
            && !args.ClientId.Any(char.IsControl)
            && (args.UserName is null || (args.UserName.Length <= MaxClientIdLength && !args.UserName.Any(char.IsControl)));
        if (!good)
        {
            args.ReasonCode = MqttConnectReasonCode.ClientIdentifierNotValid;
            args.ReasonString = $"a client id or user name of at most {MaxClientIdLength} characters without control characters, and not '{StationClientId}'";
        }

        return Task.CompletedTask;
    }

    /// <summary>Journals a publication, then lets the broker acknowledge and distribute it.</summary>
    public async Task InterceptPublishAsync(InterceptingPublishEventArgs args)
    {
        if (args.ClientId == StationClientId)
        {
            return;
        }

        string topic = args.ApplicationMessage.Topic;
        ReadOnlySequence<byte> payload = args.ApplicationMessage.Payload;
        RefusedAtTheDoor? refused = Refuse(topic, payload);
        try
        {
            if (refused is null)
            {
                await intake.SubmitAsync(EntryKind.Message, topic, payload.ToArray(), args.CancellationToken);
            }
            else
            {
                args.ProcessPublish = false;
                args.Response.ReasonCode = MqttPubAckReasonCode.NotAuthorized;
                args.Response.ReasonString = $"{refused.Refusal.Field} is {refused.Refusal.Value}; expected {refused.Refusal.Expected}";
                await intake.SubmitAsync(EntryKind.Refused, topic, refused.ToPayload(), args.CancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            // Not on disk, so not acknowledged: the node keeps it and sends it again.
            args.ProcessPublish = false;
            args.CloseConnection = true;
        }
    }

    private RefusedAtTheDoor? Refuse(string topic, ReadOnlySequence<byte> payload)
    {
        Refusal? refusal = null;
        if (payload.Length > options.MaxPayloadBytes)
        {
            refusal = new Refusal("payload", $"{payload.Length} bytes", $"at most {options.MaxPayloadBytes} bytes");
        }
        else if (topic.StartsWith(Topics.Root + Topics.ExerciseParty + "/", StringComparison.Ordinal) || topic.EndsWith("/" + Topics.Command, StringComparison.Ordinal))
        {
            refusal = new Refusal("topic", $"'{topic}'", "a topic of a node; exercises and commands are the station's to publish");
        }

        return refusal is null
            ? null
            : new RefusedAtTheDoor(refusal, (int)Math.Min(payload.Length, int.MaxValue), payload.Slice(0, Math.Min(payload.Length, Quarantine.BytesKept)).ToArray());
    }
}
