using System.Text.Json;
using System.Text.Json.Serialization;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;
using JointWatch.Tracking;

namespace JointWatch.Station.Outputs.Mqtt;

/// <summary>
/// What is retained on <c>jointwatch/v1/&lt;party&gt;/warning/&lt;id&gt;</c>, JSON in camel case after <c>shared/warning.schema.json</c>.
/// </summary>
/// <param name="Version">1. What is added later leaves it as it is; what changes its meaning raises it.</param>
/// <param name="Party">In whose name it is published.</param>
/// <param name="Status">exercise, test or actual.</param>
/// <param name="InForce">False in the last message of a warning, which is not retained.</param>
/// <param name="PublishedAt">By the station's wall clock; a warning in force is published anew each minute.</param>
/// <param name="Warning">As <c>GET /api/warnings</c> gives it; its time to impact counts from its <c>updatedAt</c>.</param>
public sealed record WarningMessage(int Version, string Party, WarningStatus Status, bool InForce, string PublishedAt, WarningView Warning)
{
    /// <summary>Gets the mark of the exercise that it belongs to; null: of none.</summary>
    public string? Exercise { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<WarningStatus>(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The message as it goes out, UTF-8.</summary>
    public static byte[] Write(ListedWarning listed, string party, UtcMicroseconds publishedAt) => JsonSerializer.SerializeToUtf8Bytes(
        new WarningMessage(
            1, party, listed.Status, listed.IsInForce, publishedAt.ToString(), WarningViews.Of(listed.Warning, listed.Verdict, listed.Warning.UpdatedAt)) { Exercise = listed.Exercise },
        Json);
}
