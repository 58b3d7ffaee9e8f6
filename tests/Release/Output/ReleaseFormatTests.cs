using System.Text.Json.Nodes;
using CsCheck;
using JointWatch.Releases.Output;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Tests.Leaks;

namespace JointWatch.Releases.Tests.Output;

/// <summary>Releases as CBOR and JSON.</summary>
public sealed class ReleaseFormatTests
{
    private static ReleasePolicy Everything => Some.Policy(
        "fields = [\"launchTime\", \"launchArea\", \"launchUncertainty\", \"azimuth\", \"class\", \"impactArea\", \"impactTime\", \"state\", \"confidence\", \"burnoutTime\", \"apogee\", \"sensors\", \"detections\"]\n"
        + "timeSeconds = 10\npositionKilometers = 50\nazimuthDegrees = 10\nclass = \"full\"\nconfidencePercents = [20, 60, 95]\nheightKilometers = 50\ncountStep = 10");

    [Fact]
    public void A_release_in_CBOR_is_this()
    {
        // Written by hand after release.cddl and RFC 8949: 10 fields; launchTime [2, 1783166350, 10]; class a text.
        Release release = Assert.Single(Some.Play(Some.Policy("fields = [\"launchTime\", \"class\"]\ntimeSeconds = 10\nclass = \"generic\""), (0, Some.Warning())));

        Assert.Equal(
            "AA" + "0101" + "0264616C6661" + "0365627261766F" + "0401" + "05697761726E696E672D31" + "0601" + "0701" + "081A6A48F5C0" + "09F4"
            + "0AA2" + "0183021A6A48F58E0A" + "056962616C6C6973746963",
            Convert.ToHexString(release.ToCbor()));
    }

    [Fact]
    public void It_reads_back_the_same_and_another_reader_finds_in_CBOR_what_stands_in_JSON()
    {
        Release release = Assert.Single(Some.Play(Everything, (0, Some.Warning())));

        Assert.Equal(release.ToJson(), Release.FromCbor(release.ToCbor()).ToJson());
        Assert.Equal(release.ToJson(), ForeignCbor.ToJson(release.ToCbor()).ToJsonString(Oracle.Json));
        Assert.Contains("\"burnoutTime\":null", release.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_number_in_JSON_has_more_than_three_decimals()
    {
        JsonNode json = JsonNode.Parse(Assert.Single(Some.Play(Everything, (0, Some.Warning()))).ToJson())!;

        Assert.All(Numbers(json), number => Assert.Equal(number, decimal.Round(number, 3)));
    }

    [Fact]
    public void The_same_in_other_bytes_is_refused()
    {
        byte[] good = Assert.Single(Some.Play(Everything, (0, Some.Warning()))).ToCbor();
        byte[] longer = [0xb8, 0x0a, .. good[1..]];

        Assert.Throws<FormatException>(() => Release.FromCbor(longer));
        Assert.Throws<FormatException>(() => Release.FromCbor((byte[])[.. good, 0]));
    }

    [Fact]
    public void Whatever_bytes_come_they_are_a_release_or_refused()
    {
        byte[] good = Assert.Single(Some.Play(Everything, (0, Some.Warning()))).ToCbor();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, 8], Gen.Int[0, 2]).Array[1, 4].Sample(
            edits =>
            {
                var bytes = good.ToList();
                foreach ((int at, byte value, int length, int how) in edits)
                {
                    int place = Math.Min(at, bytes.Count - 1);
                    if (how == 0)
                    {
                        bytes[place] = value;
                    }
                    else if (how == 1)
                    {
                        bytes.RemoveRange(place, Math.Min(length, bytes.Count - place - 1));
                    }
                    else
                    {
                        bytes.Insert(place, value);
                    }
                }

                byte[] bad = [.. bytes];
                try
                {
                    Release release = Release.FromCbor(bad);
                    Assert.Equal(bad, release.ToCbor());
                    Assert.NotEmpty(release.ToJson());
                    Assert.NotNull(ReleaseText.Of(release));
                }
                catch (FormatException)
                {
                    // Refused, as it should be.
                }
            },
            iter: 50_000,
            seed: "0N0XIzNsQ0O2");
    }

    private static IEnumerable<decimal> Numbers(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Numbers(p.Value)),
        JsonArray a => a.SelectMany(Numbers),
        JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.Number => [v.GetValue<decimal>()],
        _ => [],
    };
}
