using System.Net;

namespace JointWatch.Station.Hosting;

/// <summary>
/// Whether a request comes from the station's own machine: the page may be open to a whole network, and it has no users yet. The host's name is held
/// against as well, so that a page from elsewhere cannot reach in through a name of its own.
/// </summary>
internal static class LocalCaller
{
    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && context.Request.Host.Host is var host
        && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? named) && IPAddress.IsLoopback(named)));
}
