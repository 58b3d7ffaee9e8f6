namespace JointWatch.Flash;

/// <summary>What to put onto which board. Values have been checked.</summary>
/// <param name="WifiPassword">Null for an open network, and in a dry run that was given none.</param>
/// <param name="CaFile">The certificate of the authority that vouches for the broker; null: no TLS.</param>
/// <param name="Node">party/node</param>
/// <param name="Sensor">"radar" or "infrared"</param>
/// <param name="FirmwareVersion">Null: the newest of the series that fits.</param>
/// <param name="Replace">The node is enrolled already and gets a new key.</param>
public sealed record FlashRequest(
    string Target,
    string SerialPort,
    string WifiName,
    string? WifiPassword,
    bool OpenNetwork,
    string Broker,
    int BrokerPort,
    string? CaFile,
    NodeName Node,
    string Sensor,
    Place Place,
    string DataFolder,
    string Image,
    string? FirmwareVersion,
    bool Replace,
    bool DryRun);

/// <summary>A node's name: two names of 1 to 32 of a-z, 0-9 and '-'.</summary>
public sealed record NodeName(string Party, string Node)
{
    public override string ToString() => $"{Party}/{Node}";
}

/// <summary>Where a sensor stands: WGS-84, degrees north and east, metres above the ellipsoid.</summary>
public sealed record Place(double LatitudeDegrees, double LongitudeDegrees, double HeightMeters);
