using System.Globalization;
using JointWatch.Exchange.Records.Cbor;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>What a sensor of the party can see, as coarse as the party wishes. A later record of the same sensor stands in place of it.</summary>
/// <param name="Place">The circle that it stands in: the place is not said finer than this.</param>
/// <param name="AzimuthMicroradians">Where its view begins and how far it extends clockwise.</param>
/// <param name="ElevationMicroradians">The lowest and the highest.</param>
/// <param name="RangeMeters">The nearest and the farthest.</param>
public sealed record CoverageBody(
    string Sensor, RecordArea Place, (int From, int Width) AzimuthMicroradians, (int Least, int Most) ElevationMicroradians, (int Least, int Most) RangeMeters) : RecordBody
{
    private const int Circle = 6_283_185;
    private const int Upright = 1_570_797;
    private const int Farthest = 400_000_000;

    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Coverage;

    /// <summary>As a sentence that follows the sensor's name, and says what it cannot see too.</summary>
    public string ToSentence()
    {
        const double Full = 359.99;
        double from = Degrees(AzimuthMicroradians.From);
        double width = Degrees(AzimuthMicroradians.Width);
        string directions = width >= Full ? "all round" : string.Create(CultureInfo.InvariantCulture, $"from {from:F0}° to {(from + width) % 360:F0}°, and nothing elsewhere");
        return string.Create(CultureInfo.InvariantCulture, $"sees as far as {RangeMeters.Most / 1000} km, {directions}; it stands somewhere in a circle of {(Place.RadiusMeters ?? 0) / 1000} km");
    }

    internal override void Write(FieldWriter writer)
    {
        writer.Text(1, Sensor);
        Place.Write(writer, 2, 0);
        writer.Integers(3, AzimuthMicroradians.From, AzimuthMicroradians.Width);
        writer.Integers(4, ElevationMicroradians.Least, ElevationMicroradians.Most);
        writer.Integers(5, RangeMeters.Least, RangeMeters.Most);
    }

    internal static CoverageBody Read(FieldReader fields)
    {
        string sensor = fields.Name(1, "sensor");
        RecordArea place = RecordArea.Read(fields, 2, 0, "place") ?? throw new RecordException("body.place", null, "a circle");
        long[] azimuth = fields.Integers(3, "azimuth", (0, Circle), (0, Circle + 1));
        long[] elevation = fields.Integers(4, "elevation", (-Upright, Upright), (-Upright, Upright));
        long[] range = fields.Integers(5, "range", (0, Farthest), (0, Farthest));
        Ordered(fields, "elevation", elevation);
        Ordered(fields, "range", range);
        return new CoverageBody(
            sensor, place, ((int)azimuth[0], (int)azimuth[1]), ((int)elevation[0], (int)elevation[1]), ((int)range[0], (int)range[1]));
    }

    private static double Degrees(int microradians) => double.RadiansToDegrees(microradians * 1e-6);

    private static void Ordered(FieldReader fields, string field, long[] pair)
    {
        if (pair[1] < pair[0])
        {
            throw fields.Wrong(field, $"{pair[0]}, {pair[1]}", "the least, and then the most");
        }
    }
}
