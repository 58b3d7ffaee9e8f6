using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;

namespace JointWatch.Contract.Tests.Support;

/// <summary>The codec for a kind of message that is known by its name alone.</summary>
internal static class AnyMessage
{
    public static readonly string[] Kinds = ["birth", "state", "report", "health", "command", "ack", "clock", "scenario", "alarm"];

    public static object Read(string kind, SensorKind sensor, byte[] bytes) => Read(kind, sensor, bytes, 0, bytes.Length);

    public static object Read(string kind, SensorKind sensor, byte[] bytes, int offset, int length) => kind switch
    {
        "birth" => StationDecoder.ReadBirth(bytes, offset, length),
        "state" => StationDecoder.ReadState(bytes, offset, length),
        "report" => StationDecoder.ReadReport(bytes, offset, length, sensor),
        "health" => StationDecoder.ReadHealth(bytes, offset, length),
        "command" => MessageDecoder.ReadCommand(bytes, offset, length),
        "ack" => StationDecoder.ReadAck(bytes, offset, length),
        "clock" => MessageDecoder.ReadClock(bytes, offset, length),
        "alarm" => MessageDecoder.ReadAlarm(bytes, offset, length),
        "scenario" => MessageDecoder.ReadScenario(bytes, offset, length),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such message"),
    };

    public static int Write(object message, byte[] buffer) => message switch
    {
        BirthMessage m => MessageEncoder.Write(m, buffer),
        StateMessage m => MessageEncoder.Write(m, buffer),
        ReportMessage m => StationEncoder.Write(m, buffer),
        HealthMessage m => MessageEncoder.Write(m, buffer),
        CommandMessage m => StationEncoder.Write(m, buffer),
        AckMessage m => MessageEncoder.Write(m, buffer),
        ClockMessage m => StationEncoder.Write(m, buffer),
        AlarmMessage m => StationEncoder.Write(m, buffer),
        ScenarioMessage m => StationEncoder.Write(m, buffer),
        _ => throw new ArgumentOutOfRangeException(nameof(message), message, "no message"),
    };

    public static byte[] Write(object message)
    {
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        return buffer[..Write(message, buffer)];
    }
}
