using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Station;
using JointWatch.Station.Broker;
using JointWatch.Station.Enrolment;
using JointWatch.Station.Ingest;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;

namespace JointWatch.Station.Commanding;

/// <summary>
/// Sends commands to nodes: each for the node's present boot, with a larger number than the last, and sealed where the node is enrolled. The
/// numbers are the seconds of UTC, so that they rise over a restart of the station too.
/// </summary>
internal sealed class CommandSender(LivePicture picture, EnrolledNodes enrolled, IBrokerLink broker, AnswerBoard answers, TimeProvider time)
{
    /// <summary>How long an answer is waited for: a node answers at once, and its queue of answers goes before its reports.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private uint _lastNumber;

    /// <summary>Sends a command and waits for the answer.</summary>
    /// <param name="node">Whom it is for.</param>
    /// <param name="command">What it asks for; number and boot are put in here.</param>
    /// <returns>What became of it; null where the station knows no such node.</returns>
    public async Task<CommandView?> SendAsync(NodeId node, CommandMessage command, CancellationToken cancellation)
    {
        if (picture.Current.Nodes.FirstOrDefault(n => n.Id == node.ToString()) is not { } known)
        {
            return null;
        }

        byte[]? key = enrolled.KeyOf(node);
        command.ForBoot = true;
        command.Boot = (uint)known.Boot;
        command.Number = NextNumber();
        string topic = Topics.Of(node.Party, node.Name, Topics.Command);
        Task<NodeAnswer> answer = answers.WaitFor(node, command.Boot, command.Number);
        try
        {
            bool sent = await broker.PublishAsync(topic, Write(command, topic, key), retain: false, cancellation);
            if (!sent)
            {
                return Of(command, key, "not sent", "the broker is not there");
            }

            NodeAnswer said = await answer.WaitAsync(Patience, time, cancellation);
            return Of(command, key, Words(said.Result), said.Reason);
        }
        catch (TimeoutException)
        {
            return Of(command, key, "not answered", $"nothing came back within {Patience.TotalSeconds:F0} s");
        }
        finally
        {
            answers.Forget(node, command.Boot, command.Number);
        }
    }

    private static byte[] Write(CommandMessage command, string topic, byte[]? key)
    {
        byte[] plain = new byte[StationEncoder.MaxCommandBytes];
        int length = StationEncoder.Write(command, plain);
        if (key is null)
        {
            return plain[..length];
        }

        byte[] into = new byte[length + Sealed.MaxOverhead];
        return into[..new Sealed(key).Write(Topics.Bytes(topic), plain, length, into)];
    }

    private static CommandView Of(CommandMessage command, byte[]? key, string result, string? reason) =>
        new(command.Number, command.Boot, key is not null, result, reason);

    private static string Words(AckResult result) => result switch
    {
        AckResult.Done => "done",
        AckResult.Refused => "refused",
        _ => "repeated",
    };

    private uint NextNumber()
    {
        lock (_gate)
        {
            _lastNumber = Math.Max(_lastNumber + 1, (uint)time.GetUtcNow().ToUnixTimeSeconds());
            return _lastNumber;
        }
    }
}
