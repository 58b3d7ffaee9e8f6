namespace JointWatch.Station.Hosting;

/// <summary>A port that the station wants is taken; the message names it and the option that changes it.</summary>
public sealed class PortInUseException(string message) : Exception(message);
