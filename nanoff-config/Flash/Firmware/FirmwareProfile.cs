using System.Text.Json;

namespace JointWatch.Flash.Firmware;

/// <summary>firmware.json: which nanoFramework firmware fits the application.</summary>
/// <param name="Series">The first three numbers of its version; the fourth counts builds, for each target by itself.</param>
/// <param name="Natives">The native parts that the application's packages were built for.</param>
public sealed record FirmwareProfile(string Series, IReadOnlyList<string> Targets, IReadOnlyList<NativePart> Natives)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static FirmwareProfile Load()
    {
        using Stream file = typeof(FirmwareProfile).Assembly.GetManifestResourceStream("firmware.json")!;
        return JsonSerializer.Deserialize<FirmwareProfile>(file, Options)!;
    }
}

/// <param name="Package">The package on the managed side, and its version.</param>
/// <param name="Native">The name of the native part in the firmware.</param>
/// <param name="Checksum">0x and eight hexadecimal digits.</param>
public sealed record NativePart(string Package, string Version, string Native, string NativeVersion, string Checksum);
