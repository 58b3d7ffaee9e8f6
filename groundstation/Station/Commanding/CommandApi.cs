using System.Net;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Station.Ingest;
using JointWatch.Station.Views;

namespace JointWatch.Station.Commanding;

/// <summary>
/// Takes commands to nodes over HTTP, from this machine alone: the page may be open to a whole network, and it has no users yet. The host's name
/// is held against as well, so that a page from elsewhere cannot reach in through a name of its own.
/// </summary>
internal static class CommandApi
{
    public static void Map(WebApplication app, Func<CommandSender> sender) => app.MapPost(
        "/api/nodes/{party}/{node}/commands",
        async (string party, string node, CommandRequest request, HttpContext context) =>
        {
            if (!IsOfThisMachine(context))
            {
                return Results.Json(new ErrorReplyView("commands are taken from the station's own machine, at localhost"), statusCode: StatusCodes.Status403Forbidden);
            }

            CommandMessage command;
            try
            {
                command = CommandVerbs.ToMessage(request);
            }
            catch (ContractException e)
            {
                return Results.BadRequest(new ErrorReplyView(e.Message));
            }

            CommandView? outcome = NodeId.TryParse($"{party}/{node}") is { } id ? await sender().SendAsync(id, command, context.RequestAborted) : null;
            return outcome is null ? Results.NotFound(new ErrorReplyView($"no node {party}/{node} has been heard of")) : Results.Ok(outcome);
        });

    private static bool IsOfThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && context.Request.Host.Host is var host
        && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? named) && IPAddress.IsLoopback(named)));
}
