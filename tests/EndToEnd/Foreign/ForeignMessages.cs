using System.Formats.Cbor;

namespace JointWatch.EndToEnd.Tests.Foreign;

/// <summary>
/// The bytes of a radar's birth and reports, made from contract.cddl with System.Formats.Cbor alone: nothing of the product's own codec
/// has a part in them.
/// </summary>
internal static class ForeignMessages
{
    public static byte[] Birth(uint boot, uint scanPeriodMicroseconds)
    {
        CborWriter writer = new(CborConformanceMode.Canonical);
        writer.WriteStartMap(9);
        Pair(writer, 1, boot);
        Pair(writer, 2, 1);
        writer.WriteInt32(3);
        Array(writer, (long)(StraightFlight.LatitudeDegrees * 1e7), (long)(StraightFlight.LongitudeDegrees * 1e7), (long)(StraightFlight.HeightMeters * 10));
        Pair(writer, 4, scanPeriodMicroseconds);
        writer.WriteInt32(5);
        Array(writer, 0, 6_283_185, -17_453, 1_570_796, 10_000, 3_000_000);
        writer.WriteInt32(6);
        Array(writer, 300, 1_000, 1_000, 100);
        Pair(writer, 7, 900);
        Pair(writer, 8, 0);
        writer.WriteInt32(9);
        writer.WriteTextString("foreign 1.0");
        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <param name="seconds">Since the aircraft's start, or null for a scan that shows nothing.</param>
    public static byte[] Report(uint boot, ulong sequence, ulong timeMicroseconds, double? seconds)
    {
        CborWriter writer = new(CborConformanceMode.Canonical);
        writer.WriteStartMap(5);
        Pair(writer, 1, boot);
        writer.WriteInt32(2);
        writer.WriteUInt64(sequence);
        writer.WriteInt32(3);
        writer.WriteUInt64(timeMicroseconds);
        Pair(writer, 4, 1_000);
        writer.WriteInt32(6);
        writer.WriteStartArray(seconds is null ? 0 : 1);
        if (seconds is { } t)
        {
            (double range, double azimuth, double elevation, double rate) = StraightFlight.Seen(t);
            Array(writer, Rounded(range * 10), Rounded(azimuth * 1e6), Rounded(elevation * 1e6), Rounded(rate * 100), 2_000);
        }

        writer.WriteEndArray();
        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <summary>Boot and sequence of a report.</summary>
    public static (uint Boot, ulong Sequence) IdentityOf(byte[] report)
    {
        CborReader reader = new(report);
        reader.ReadStartMap();
        Assert.Equal(1, reader.ReadInt32());
        uint boot = reader.ReadUInt32();
        Assert.Equal(2, reader.ReadInt32());
        return (boot, reader.ReadUInt64());
    }

    private static long Rounded(double value) => (long)Math.Round(value);

    private static void Pair(CborWriter writer, int key, long value)
    {
        writer.WriteInt32(key);
        writer.WriteInt64(value);
    }

    private static void Array(CborWriter writer, params long[] values)
    {
        writer.WriteStartArray(values.Length);
        foreach (long value in values)
        {
            writer.WriteInt64(value);
        }

        writer.WriteEndArray();
    }
}
