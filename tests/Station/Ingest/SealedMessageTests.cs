using System.Text.Json.Nodes;
using JointWatch.Station.Ingest;

namespace JointWatch.Station.Tests.Ingest;

/// <summary>The station opens what contract-vectors.json has, which Node.js sealed, and what the boards' own code seals.</summary>
public class SealedMessageTests
{
    private static readonly JsonNode Vectors = JsonNode.Parse(File.ReadAllText(VectorPath()))!;

    public static TheoryData<string> Good => [.. Vectors["sealed"]!.AsArray().Select(v => (string)v!["name"]!)];

    public static TheoryData<string> Bad => [.. Vectors["badSealed"]!.AsArray().Select(v => (string)v!["name"]!)];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_vector_is_opened(string name)
    {
        JsonNode vector = Named("sealed", name);
        byte[] payload = SealedMessage.Open(Hex(vector, "key"), (string)vector["topic"]!, Hex(vector, "hex")).ToArray();
        Assert.Equal((string?)vector["payload"], Convert.ToHexStringLower(payload));
        Assert.Equal(payload, SealedMessage.PayloadOf(Hex(vector, "hex")).ToArray());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_vector_is_refused(string name)
    {
        JsonNode vector = Named("badSealed", name);
        RefusedException e = Assert.Throws<RefusedException>(() => SealedMessage.Open(Hex(vector, "key"), (string)vector["topic"]!, Hex(vector, "hex")));
        if ((string?)vector["field"] == "mac" && !name.Contains("cut", StringComparison.Ordinal))
        {
            Assert.Equal("mac", e.Refusal.Field);
        }
    }

    [Fact]
    public void A_message_of_which_any_bit_is_turned_or_any_byte_is_missing_is_refused()
    {
        byte[] key = new byte[32];
        byte[] whole = Some.Seal(key, Some.ReportTopic, Some.Map(Some.Report(1, detections: Some.RadarDetection())));
        Assert.NotEqual(0, SealedMessage.Open(key, Some.ReportTopic, whole).Length);
        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] changed = [.. whole];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<RefusedException>(() => SealedMessage.Open(key, Some.ReportTopic, changed));
        }

        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Throws<RefusedException>(() => SealedMessage.Open(key, Some.ReportTopic, whole.AsMemory(0, length)));
        }
    }

    private static JsonNode Named(string section, string name) => Vectors[section]!.AsArray().Single(v => (string?)v!["name"] == name)!;

    private static byte[] Hex(JsonNode vector, string field) => Convert.FromHexString((string)vector[field]!);

    private static string VectorPath()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JointWatch.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "shared", "contract-vectors.json");
    }
}
