using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Station.Views;

namespace JointWatch.Station.Commanding;

/// <summary>The verbs as people write them.</summary>
internal static class CommandVerbs
{
    /// <summary>All of them, for errors and help.</summary>
    public const string All = "start, stop, scan-period, identify, reboot or set-up";

    private static readonly Dictionary<string, CommandVerb> Verbs = new()
    {
        ["start"] = CommandVerb.Start,
        ["stop"] = CommandVerb.Stop,
        ["scan-period"] = CommandVerb.SetScanPeriod,
        ["identify"] = CommandVerb.Identify,
        ["reboot"] = CommandVerb.Reboot,
        ["set-up"] = CommandVerb.SetUp,
    };

    /// <summary>Whether a word is a verb.</summary>
    public static bool IsVerb(string word) => Verbs.ContainsKey(word);

    /// <summary>The message for a request; number and boot are still to come.</summary>
    /// <exception cref="ContractException">The request makes no command: names the field, its value and what was expected.</exception>
    public static CommandMessage ToMessage(CommandRequest request)
    {
        if (!Verbs.TryGetValue(request.Verb ?? "", out CommandVerb verb))
        {
            throw new ContractException("verb", $"'{request.Verb}'", All);
        }

        var message = new CommandMessage { Verb = verb, ScanPeriodUs = request.ScanPeriodMicroseconds ?? 0, SetUp = request.SetUp };
        if (verb == CommandVerb.SetScanPeriod && !Limits.Contains(Limit.ScanPeriodUs, message.ScanPeriodUs))
        {
            string value = request.ScanPeriodMicroseconds is { } period ? $"{period}" : "missing";
            throw new ContractException("scanPeriodMicroseconds", value, $"{Limits.Min(Limit.ScanPeriodUs)} to {Limits.Max(Limit.ScanPeriodUs)} with scan-period");
        }

        // Writing it checks the rest.
        StationEncoder.Write(message, new byte[StationEncoder.MaxCommandBytes]);
        return message;
    }
}
