using System.Runtime.CompilerServices;
using MQTTnet.Packets;
using MQTTnet.Server;

namespace JointWatch.Station.Broker;

/// <summary>
/// Names for clients that connect without one, as mosquitto_pub does. MQTT 3.1.1 (section 3.1.3.1) lets a server take them where the session
/// is clean; the broker library would refuse them before version 5, and offers no way to name them but the packet itself.
/// </summary>
internal static class ClientNames
{
    private const string Prefix = "unnamed-";
    private static long _given;

    /// <summary>Names a client that has no name and asks for no lasting session.</summary>
    public static void GiveOneIfMissing(ValidatingConnectionEventArgs args)
    {
        if (string.IsNullOrEmpty(args.ClientId) && args.CleanSession == true)
        {
            PacketOf(args).ClientId = Prefix + Interlocked.Increment(ref _given).ToString(System.Globalization.CultureInfo.InvariantCulture);
            args.AssignedClientIdentifier = args.ClientId;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_connectPacket")]
    private static extern ref MqttConnectPacket PacketOf(ValidatingConnectionEventArgs args);
}
