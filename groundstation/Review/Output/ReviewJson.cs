using System.Text.Encodings.Web;
using System.Text.Json;
using JointWatch.Reviews.Numbers;

namespace JointWatch.Reviews.Output;

/// <summary>A report as JSON: camel case, units in names, null for what does not exist.</summary>
public static class ReviewJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ReviewReport report) => JsonSerializer.Serialize(report, Options) + "\n";

    public static string Write(ReviewReport first, ReviewReport second) => JsonSerializer.Serialize(new { First = first, Second = second, Differences = ReviewComparison.Of(first, second) }, Options) + "\n";
}
