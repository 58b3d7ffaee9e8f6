using System.Buffers;
using System.Threading.Channels;
using JointWatch.Contract;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Ingest;
using JointWatch.Station.Intake;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace JointWatch.Station.Broker;

/// <summary>
/// Stands at the door of the embedded broker. A publication is acknowledged only after it is in the journal; what may not come in is refused,
/// noted with its reason, and passed on to nobody; so is what an enrolled node cannot have said.
/// </summary>
internal sealed class BrokerGate(SealGuard guard, IntakeOptions options)
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
        byte[] payload = args.ApplicationMessage.Payload.ToArray();
        try
        {
            Refusal? refusal = Refuse(topic, payload.Length);
            if (refusal is not null)
            {
                await guard.RefuseAsync(topic, refusal, payload, args.CancellationToken);
            }
            else
            {
                refusal = await guard.SubmitAsync(topic, payload, args.CancellationToken);
            }

            if (refusal is not null)
            {
                args.ProcessPublish = false;
                args.Response.ReasonCode = MqttPubAckReasonCode.NotAuthorized;
                args.Response.ReasonString = $"{refusal.Field} is {refusal.Value}; expected {refusal.Expected}";
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            // Not on disk, so not acknowledged: the node keeps it and sends it again.
            args.ProcessPublish = false;
            args.CloseConnection = true;
        }
    }

    private Refusal? Refuse(string topic, int length)
    {
        if (length > options.MaxPayloadBytes)
        {
            return new Refusal("payload", $"{length} bytes", $"at most {options.MaxPayloadBytes} bytes");
        }

        return IsTheStations(topic) ? new Refusal("topic", $"'{topic}'", "a topic of a node; exercises, alarms and commands are the station's to publish") : null;
    }

    private static bool IsTheStations(string topic) =>
        topic.StartsWith(Topics.Root + Topics.ExerciseParty + "/", StringComparison.Ordinal)
        || topic.StartsWith(Topics.Root + Topics.StationParty + "/", StringComparison.Ordinal)
        || topic.EndsWith("/" + Topics.Command, StringComparison.Ordinal);
}
