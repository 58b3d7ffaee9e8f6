using JointWatch.Exchange.Assurances.Output;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Station.Hosting;
using JointWatch.Station.Views;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Joint;

/// <summary>The joint desk over HTTP. All who see the page may read; what is said in the party's name is taken from the station's own machine alone.</summary>
internal static class JointApi
{
    private const string LocalOnly = "a party speaks from its station's own machine, at localhost";

    public static void Map(WebApplication app, JointSide side)
    {
        app.MapGet("/api/joint", (bool? fusion) => side.View(fusion ?? false));
        app.MapGet("/api/joint/assurances/{party}", (string party) => PartyId.TryParse(party) is { } id
            ? Results.Text(AssuranceJson.Write(side.Desk.Assurances(id)), "application/json")
            : Results.NotFound());
        Post<AcknowledgeRecordRequest>(app, "acknowledge", r => side.Desk.SayByHand(new AcknowledgementBody(Hash(r.Record, "record"), Need(r.Person, "person", 64), r.Note ?? "")));
        Post<QueryRequest>(app, "query", r => side.Desk.Ask(Hash(r.Record, "record"), r.Text ?? ""));
        Post<AnswerRequest>(app, "answer", r => side.Desk.SayByHand(new AnswerBody(Hash(r.Query, "query"), Verdict(r.Verdict), r.Text ?? "")));
        Post<WordsRequest>(app, "words", r => side.Desk.SayByHand(new TextBody(Need(r.Person, "person", 64), Need(r.Text, "text", 4000), r.ReplyTo is null ? null : Hash(r.ReplyTo, "replyTo"))));
        Post<HandoverRequest>(app, "handover", r => side.Desk.HandOver(Need(r.From, "from", 64), Need(r.To, "to", 64), r.Summary ?? ""));
        Post<OutageRequest>(app, "outage", r => side.Desk.SayOutage(Need(r.Sensor, "sensor", 32), Need(r.Why, "why", 200), r.Ended));
        Post<System.Text.Json.JsonElement?>(app, "announce", r => side.Announce(Read(r)));
        Post<OpenRequest>(app, "open", r => side.Desk.Open(Hash(r.Record, "record")));
    }

    private static void Post<T>(WebApplication app, string act, Func<T, RecordHash> say) =>
        app.MapPost($"/api/joint/{act}", (T request, HttpContext context) =>
        {
            if (!LocalCaller.Is(context))
            {
                return Results.Json(new ErrorReplyView(LocalOnly), statusCode: StatusCodes.Status403Forbidden);
            }

            try
            {
                return Results.Ok(new SaidReply(say(request).ToString()));
            }
            catch (RecordException e)
            {
                return Results.BadRequest(new ErrorReplyView(e.Message));
            }
        });

    private static Notification Read(System.Text.Json.JsonElement? json)
    {
        try
        {
            return NotificationReader.Read(System.Text.Encoding.UTF8.GetBytes(json?.GetRawText() ?? ""));
        }
        catch (NotificationException e)
        {
            throw new RecordException(e.Field, e.Value, e.Expected, e);
        }
    }

    private static RecordHash Hash(string? hex, string field) => hex is { Length: 2 * RecordHash.Bytes } && hex.All(char.IsAsciiHexDigitLower)
        ? RecordHash.FromBytes(Convert.FromHexString(hex))
        : throw new RecordException(field, hex, "a record's hash, 64 hexadecimal digits in lower case");

    private static string Need(string? text, string field, int longest) =>
        string.IsNullOrWhiteSpace(text) ? throw new RecordException(field, null, $"1 to {longest} characters") : text;

    private static AnswerVerdict Verdict(string? word) => word switch
    {
        "held" => AnswerVerdict.Held,
        "changed" => AnswerVerdict.Changed,
        "open" => AnswerVerdict.Open,
        _ => throw new RecordException("verdict", word, "held, changed or open"),
    };
}
