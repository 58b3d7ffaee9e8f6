using JointWatch.Contract;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Files;

/// <summary>Reads a <c>[[board]]</c>. Limits are those of the birth message (contract.cddl).</summary>
internal static class BoardReader
{
    private static readonly Dictionary<string, SensorKind> Kinds = new(StringComparer.Ordinal)
    {
        ["radar"] = SensorKind.Radar,
        ["infrared"] = SensorKind.Infrared,
    };

    public static BoardSpec Read(TomlReader board, int scenarioSeed, int index)
    {
        const string NameRule = "1 to 32 of a-z, 0-9 and '-', no '-' at either end";
        string party = board.Text("party", NameRule + ", not 'exercise'", s => Topics.IsName(s) && s != Topics.ExerciseParty);
        string node = board.Text("node", NameRule, Topics.IsName);
        string label = board.Has("label") ? board.Text("label", 64) : node;
        SensorKind kind = board.Choice("kind", Kinds);
        bool isRadar = kind == SensorKind.Radar;
        var place = Geodetic.FromDegrees(
            board.Number("latitudeDegrees", -90, 90, "degrees, north positive"),
            board.Number("longitudeDegrees", -180, 180, "degrees, east positive"),
            board.Number("heightMeters", -1_000, 100_000, "metres above the WGS-84 ellipsoid"));

        double period = board.Number("scanPeriodSeconds", 0.01, 60, "seconds", isRadar ? 1 : 0.5);
        double offset = board.Number("scanOffsetSeconds", 0, 60, "seconds, less than the scan period", 0);
        if (offset >= period)
        {
            throw board.Refused("scanOffsetSeconds", "less than the scan period");
        }

        var spec = new BoardSpec(
            party,
            node,
            label,
            kind,
            place,
            ReadFieldOfView(board),
            ReadNoise(board, isRadar),
            period,
            offset,
            isRadar ? 1e3 * board.Number("referenceRangeKilometers", 1, 100_000, "kilometres: where 1 m² gives 13 dB") : double.NaN,
            isRadar ? double.NaN : board.Number("sensitivityNanowattsPerSquareMeter", 0.001, 1e6, "nW/m²: what is detected half of the time"),
            board.Number("detectionProbability", 0, 1, "probability", 0.9),
            board.Number("falseDetectionsPerScan", 0, 200, "on average", 0),
            board.Integer("seed", 0, int.MaxValue, unchecked(scenarioSeed * 1_000 + index) & int.MaxValue));
        board.RefuseTheRest();
        return spec;
    }

    private static FieldOfView ReadFieldOfView(TomlReader board)
    {
        double azimuthStart = board.Number("azimuthStartDegrees", 0, 360, "degrees clockwise from true north", 0);
        double azimuthWidth = board.Number("azimuthWidthDegrees", 0.001, 360, "degrees clockwise; 360 is all round", 360);
        double lowest = board.Number("elevationMinDegrees", -90, 90, "degrees above the horizontal", -2);
        double highest = board.Number("elevationMaxDegrees", -90, 90, "degrees above the horizontal", 90);
        double nearest = board.Number("rangeMinKilometers", 0, 400_000, "kilometres", 0);
        double farthest = board.Number("rangeMaxKilometers", 0, 400_000, "kilometres", 3_000);
        if (highest <= lowest)
        {
            throw board.Refused("elevationMaxDegrees", "more than elevationMinDegrees");
        }

        if (farthest <= nearest)
        {
            throw board.Refused("rangeMaxKilometers", "more than rangeMinKilometers");
        }

        return new FieldOfView(
            double.DegreesToRadians(azimuthStart),
            double.DegreesToRadians(azimuthWidth),
            double.DegreesToRadians(lowest),
            double.DegreesToRadians(highest),
            nearest * 1e3,
            farthest * 1e3);
    }

    private static MeasurementNoise ReadNoise(TomlReader board, bool isRadar)
    {
        double azimuth = board.Number("azimuthSigmaDegrees", 0.0001, 28, "degrees, one sigma");
        double elevation = board.Number("elevationSigmaDegrees", 0.0001, 28, "degrees, one sigma");
        return new MeasurementNoise(
            isRadar ? board.Number("rangeSigmaMeters", 0.1, 10_000, "metres, one sigma") : double.NaN,
            double.DegreesToRadians(azimuth),
            double.DegreesToRadians(elevation),
            isRadar ? board.Number("rangeRateSigmaMetersPerSecond", 0, 1_000, "metres a second, one sigma; 0: it gives none", 0) : double.NaN);
    }
}
