using System.Text.Json;
using JointWatch.Contract.Messages;
using JointWatch.Firmware;

namespace JointWatch.Emulation;

/// <summary>Writes the file <c>node.json</c> that tells a board what it is.</summary>
public static class NodeJson
{
    /// <summary>Writes a set-up whole: nothing is left to the firmware's defaults.</summary>
    /// <param name="keyFile">The file with the node's key, or null: it has none.</param>
    public static byte[] Write(NodeSetup setup, string broker, int port, string? keyFile = null)
    {
        ArgumentNullException.ThrowIfNull(setup);
        bool isRadar = setup.Kind == SensorKind.Radar;
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("party", setup.Party);
            json.WriteString("node", setup.Node);
            Optional(json, "label", setup.Label);
            json.WriteString("sensor", isRadar ? "radar" : "infrared");
            json.WriteStartObject("place");
            json.WriteNumber("latitudeDegrees", setup.LatitudeDegrees);
            json.WriteNumber("longitudeDegrees", setup.LongitudeDegrees);
            json.WriteNumber("heightMeters", setup.HeightMeters);
            json.WriteEndObject();
            json.WriteStartObject("fieldOfView");
            json.WriteNumber("azimuthStartDegrees", setup.AzimuthStartDegrees);
            json.WriteNumber("azimuthWidthDegrees", setup.AzimuthWidthDegrees);
            json.WriteNumber("elevationMinDegrees", setup.ElevationMinDegrees);
            json.WriteNumber("elevationMaxDegrees", setup.ElevationMaxDegrees);
            json.WriteNumber("rangeMinMeters", setup.RangeMinMeters);
            json.WriteNumber("rangeMaxMeters", setup.RangeMaxMeters);
            json.WriteEndObject();
            WriteNoise(json, setup, isRadar);
            json.WriteNumber("scanPeriodMs", setup.ScanPeriodUs / 1000);
            json.WriteNumber("scanOffsetMs", setup.ScanOffsetUs / 1000);
            json.WriteNumber("seed", setup.Seed & int.MaxValue);
            json.WriteString("broker", broker);
            json.WriteNumber("port", port);
            Optional(json, "keyFile", keyFile);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteNoise(Utf8JsonWriter json, NodeSetup setup, bool isRadar)
    {
        json.WriteStartObject("noise");
        json.WriteNumber("azimuthSigmaMicroradians", setup.AzimuthSigmaMicroradians);
        json.WriteNumber("elevationSigmaMicroradians", setup.ElevationSigmaMicroradians);
        json.WriteNumber("falseDetectionsPerScan", setup.FalseDetectionsPerScan);
        if (isRadar)
        {
            json.WriteNumber("rangeSigmaMeters", setup.RangeSigmaMeters);
            json.WriteNumber("rangeRateSigmaMetersPerSecond", setup.RangeRateSigmaMetersPerSecond);
            json.WriteNumber("referenceRangeMeters", setup.ReferenceRangeMeters);
            json.WriteNumber("referenceSnrDecibels", setup.ReferenceSnrDecibels);
        }
        else
        {
            json.WriteNumber("noiseIrradianceNanowatts", setup.NoiseIrradianceNanowatts);
            json.WriteNumber("thresholdToNoise", setup.ThresholdToNoise);
        }

        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
