using System.Text.Json.Nodes;
using JointWatch.Contract.Tests.Support;

namespace JointWatch.Contract.Tests;

/// <summary>The bytes, fields and diagnostic notation in contract-vectors.json were made by an encoder that shares nothing with the one under test.</summary>
public class GoldenVectorTests
{
    public static TheoryData<string> Good => [.. Vector.Good.Select(v => v.Name)];

    public static TheoryData<string> Deterministic => [.. Vector.Good.Where(v => v.Deterministic).Select(v => v.Name)];

    public static TheoryData<string> Bad => [.. Vector.Bad.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_vector_is_decoded_to_its_fields(string name)
    {
        Vector vector = Vector.Named(name);
        JsonObject fields = MessageFields.Of(vector.Decode());
        Assert.True(JsonNode.DeepEquals(Normal(vector.Fields!), Normal(fields)), $"{fields}\nexpected {vector.Fields}");
    }

    [Theory]
    [MemberData(nameof(Deterministic))]
    public void A_message_is_encoded_to_the_bytes_of_its_vector(string name)
    {
        Vector vector = Vector.Named(name);
        Assert.Equal(Convert.ToHexStringLower(vector.Bytes), Convert.ToHexStringLower(AnyMessage.Write(vector.Decode())));
        Assert.Equal(vector.Diagnostic, ForeignCbor.DiagnosticOfDeterministic(vector.Bytes));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_message_is_decoded_from_the_middle_of_a_buffer(string name)
    {
        Vector vector = Vector.Named(name);
        byte[] buffer = [0xFF, 0xFF, .. vector.Bytes, 0x00, 0x00, 0x00];
        object message = AnyMessage.Read(vector.Kind, vector.Sensor, buffer, 2, vector.Bytes.Length);
        Assert.Equal(AnyMessage.Write(vector.Decode()), AnyMessage.Write(message));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_message_that_is_cut_anywhere_is_refused(string name)
    {
        Vector vector = Vector.Named(name);
        for (int length = 0; length < vector.Bytes.Length; length++)
        {
            Assert.Throws<ContractException>(() => AnyMessage.Read(vector.Kind, vector.Sensor, vector.Bytes, 0, length));
        }
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_vector_is_refused_by_the_name_of_its_field(string name)
    {
        Vector vector = Vector.Named(name);
        ContractException refusal = Assert.Throws<ContractException>(vector.Decode);
        Assert.Equal(vector.BadField, refusal.Field);
        Assert.NotEmpty(refusal.Value);
        Assert.NotEmpty(refusal.Expected);
        Assert.Contains(refusal.Field, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_message_has_good_and_bad_vectors_on_its_topic()
    {
        foreach (string kind in AnyMessage.Kinds)
        {
            Assert.Contains(Vector.Good, v => v.Kind == kind);
            Assert.Contains(Vector.Bad, v => v.Kind == kind);
        }

        foreach (Vector vector in Vector.Good)
        {
            string[] parts = vector.Topic![Topics.Root.Length..].Split('/');
            string expected = vector.Kind switch
            {
                "clock" => Topics.Clock,
                "alarm" => Topics.Alarm,
                "scenario" => Topics.ScenarioRoot + parts[2],
                _ => Topics.Of(parts[0], parts[1], vector.Kind),
            };
            Assert.Equal(expected, vector.Topic);
        }
    }

    /// <summary>Numbers out of a program and out of a file are equal by their text alone.</summary>
    private static JsonNode Normal(JsonObject fields) => JsonNode.Parse(fields.ToJsonString())!;
}
