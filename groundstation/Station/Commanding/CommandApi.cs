using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Station.Hosting;
using JointWatch.Station.Ingest;
using JointWatch.Station.Views;

namespace JointWatch.Station.Commanding;

/// <summary>
/// Takes commands to nodes over HTTP, from this machine alone.
/// </summary>
internal static class CommandApi
{
    public static void Map(WebApplication app, Func<CommandSender> sender) => app.MapPost(
        "/api/nodes/{party}/{node}/commands",
        async (string party, string node, CommandRequest request, HttpContext context) =>
        {
            if (!LocalCaller.Is(context))
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
}
