namespace JointWatch.Station.Joint;

/// <summary>What a person says at the joint desk, as JSON in camel case. Records are named by their hash, 64 hexadecimal digits.</summary>
internal sealed record AcknowledgeRecordRequest(string? Record, string? Person, string? Note);

/// <param name="Record">The record that is asked about. In what the two sides differ is taken from the comparison; where the party sees nothing there, that is said.</param>
internal sealed record QueryRequest(string? Record, string? Text);

/// <param name="Verdict"><c>held</c>, <c>changed</c> or <c>open</c>.</param>
internal sealed record AnswerRequest(string? Query, string? Verdict, string? Text);

/// <param name="ReplyTo">The words that it answers, or null.</param>
internal sealed record WordsRequest(string? Person, string? Text, string? ReplyTo);

internal sealed record HandoverRequest(string? From, string? To, string? Summary);

/// <param name="Ended">Whether it is over; else the sensor is out from now on.</param>
internal sealed record OutageRequest(string? Sensor, string? Why, bool Ended);

internal sealed record OpenRequest(string? Record);

/// <summary>What was said.</summary>
/// <param name="Record">Its hash.</param>
internal sealed record SaidReply(string Record);
