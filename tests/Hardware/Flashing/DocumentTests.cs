using System.Text.Json;
using JointWatch.Flash;
using JointWatch.Flash.Running;

namespace JointWatch.Hardware.Tests.Flashing;

/// <summary>What is written for people to type is what the program does.</summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Targets => Repository.Targets;

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_commands_to_type_by_hand_are_those_that_the_program_runs(string target)
    {
        FlashRequest request = new(
            target, "PORT", "", null, true, "", 1883, null, new NodeName("PARTY", "NODE"), "radar", new Place(0, 0, 0), "DIR", "IMAGE", null, false, false);
        Command[] steps =
        [
            Steps.ListTargets(), Steps.Firmware(request, "VERSION"), Steps.Details(request), Steps.Enrol(request, "node.key", installed: true, ""),
            Steps.Network("network.json"), Steps.Files("files.json"), Steps.Application(request),
        ];

        string[] typed = [.. File.ReadLines(Path.Combine(Repository.Root, "nanoff-config", target, "README.md")).Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())];
        Assert.Equal(steps.Select(step => step.ToString()), typed);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_templates_hold_placeholders_and_no_secret(string target)
    {
        foreach (string name in new[] { "network.json", "files.json" })
        {
            using JsonDocument template = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "nanoff-config", target, name)));
            Assert.All(
                Texts(template.RootElement),
                text => Assert.True(text.StartsWith('{') || text.StartsWith("I:\\", StringComparison.Ordinal) || text == "AutoConnect", $"{target}/{name}: {text}"));
        }
    }

    [Fact]
    public void The_firmware_profile_names_every_target_and_every_native_part_once()
    {
        JointWatch.Flash.Firmware.FirmwareProfile profile = JointWatch.Flash.Firmware.FirmwareProfile.Load();

        Assert.Equal(Targets.Select(row => row.Data), profile.Targets);
        Assert.Distinct(profile.Natives.Select(part => part.Native));
        Assert.All(profile.Natives, part => Assert.Matches("^0x[0-9A-F]{8}$", part.Checksum));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Texts(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
