using System.Globalization;
using JointWatch.Contract;

namespace JointWatch.Station.Outputs.Mqtt;

/// <summary>Where warnings are published.</summary>
internal static class WarningTopics
{
    private const string Kind = "/warning/";

    public static string Of(string party, int id) => Topics.Root + party + Kind + id.ToString(CultureInfo.InvariantCulture);
}
