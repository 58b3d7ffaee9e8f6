using System.Globalization;
using System.Numerics;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Tracking;

namespace JointWatch.Station.Ingest;

/// <summary>Reads <c>report</c> of contract.cddl and holds each detection against the node's birth.</summary>
internal static class ReportReader
{
    /// <summary>
    /// How far outside its field of view a node may report, in sigmas of its noise: measurement error puts a target at the edge outside,
    /// and beyond six sigmas once in 10⁹.
    /// </summary>
    private const double EdgeSigmas = 6;

    private const int RadarBytes = 15;
    private const int InfraredBytes = 10;
    private const int ListKey = 6;
    private const int PackedKey = 7;

    /// <summary>The report of a node whose birth is known.</summary>
    /// <exception cref="RefusedException">A field is missing, wrong, or not what the birth allows.</exception>
    public static NodeReport Read(NodeBirth birth, ReadOnlyMemory<byte> payload)
    {
        var fields = new Fields(birth);
        WireMap read = WireMap.Read(payload, fields, static (map, key, f) => f.Take(map, key));
        read.Require([(1, "boot"), (2, "sequence"), (3, "time"), (4, "clockSigma")]);
        if (read.Has(ListKey) == read.Has(PackedKey))
        {
            throw read.Has(ListKey)
                ? new RefusedException("packed", "there beside detections", "one of the two")
                : new RefusedException("detections", "missing", $"key {ListKey} or {PackedKey}");
        }

        return new NodeReport(
            fields.Boot, fields.Sequence, new UtcMicroseconds((long)fields.TimeMicroseconds), fields.ClockSigmaMicroseconds * 1e-6, fields.Run, fields.Detections)
        {
            Marks = fields.Marks,
            Test = fields.Test,
        };
    }

    private sealed class Fields(NodeBirth birth)
    {
        public uint Boot { get; private set; }

        public ulong Sequence { get; private set; }

        public ulong TimeMicroseconds { get; private set; }

        public long ClockSigmaMicroseconds { get; private set; }

        public uint? Run { get; private set; }

        public int Marks { get; private set; }

        public bool Test { get; private set; }

        public List<Detection> Detections { get; } = [];

        private bool IsRadar => birth.Kind == Tracking.SensorKind.Radar;

        public bool Take(WireMap map, int key)
        {
            switch (key)
            {
                case 1: Boot = (uint)map.Integer("boot", Limit.Boot); return true;
                case 2: Sequence = map.Unsigned("sequence"); return true;
                case 3: TimeMicroseconds = map.Unsigned("time", ClockReader.LastInstant); return true;
                case 4: ClockSigmaMicroseconds = map.Integer("clockSigma", Limit.ClockSigmaUs); return true;
                case 5: Run = (uint)map.Integer("run", Limit.Run); return true;
                case ListKey: ReadDetections(map); return true;
                case PackedKey: ReadPacked(map); return true;
                case 8: Marks = (int)map.Integer("marks", Limit.Marks); return true;
                case 9: Test = map.Integer("test", Limit.Test) == 1; return true;
                default: return false;
            }
        }

        private static string Place(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");

        private void ReadDetections(WireMap map)
        {
            map.EnterList("detections");
            while (map.ItemsLeft())
            {
                if (Detections.Count == ReportMessage.MaxDetections)
                {
                    throw new RefusedException("detections", "longer", $"at most {ReportMessage.MaxDetections}");
                }

                Detections.Add(ReadDetection(map, Detections.Count));
            }

            map.LeaveList("detections", "a list");
        }

        private Detection ReadDetection(WireMap map, int index)
        {
            string shape = IsRadar ? "a list of five numbers" : "a list of three numbers";
            string place = Place("detections", index);
            map.EnterList(place);
            Detection detection = Make(place, (name, limit, _) =>
            {
                string field = $"{place}.{name}";
                map.RequireItem(field, shape);
                return map.Integer(field, limit);
            });
            map.LeaveList(place, shape);
            return detection;
        }

        private void ReadPacked(WireMap map)
        {
            int size = IsRadar ? RadarBytes : InfraredBytes;
            byte[] bytes = map.Bytes("packed", ReportMessage.MaxDetections * size);
            if (bytes.Length % size != 0)
            {
                throw new RefusedException("packed", $"{bytes.Length} bytes long", $"{size} bytes for each detection");
            }

            int at = 0;
            while (at < bytes.Length)
            {
                string place = Place("packed", Detections.Count);
                Detections.Add(Make(place, (name, limit, count) =>
                {
                    var number = new BigInteger(bytes.AsSpan(at, count), isUnsigned: Limits.Min(limit) >= 0, isBigEndian: true);
                    at += count;
                    return number >= Limits.Min(limit) && number <= Limits.Max(limit)
                        ? (long)number
                        : throw new RefusedException($"{place}.{name}", number.ToString(CultureInfo.InvariantCulture), $"{Limits.Min(limit)} to {Limits.Max(limit)}");
                }));
            }
        }

        /// <summary>A detection from its numbers, which come one after the other: a name, a limit, and how many bytes it takes when packed.</summary>
        private Detection Make(string place, Func<string, Limit, int, long> next)
        {
            double range = IsRadar ? 0.1 * next("range", Limit.RangeDm, 4) : double.NaN;
            double azimuth = 1e-6 * next("azimuth", Limit.AzimuthUrad, 3);
            double elevation = 1e-6 * next("elevation", Limit.ElevationUrad, 3);
            double rate = IsRadar ? 0.01 * next("rangeRate", Limit.RangeRateCmps, 3) : double.NaN;
            double strength = IsRadar ? 0.01 * next("snr", Limit.SnrCentidecibels, 2) : next("irradiance", Limit.IrradianceNwpm2, 4);
            HoldAgainstBirth(place, range, azimuth, elevation);
            return new Detection(range, azimuth, elevation, birth.GivesRangeRate ? rate : double.NaN, strength);
        }

        private void HoldAgainstBirth(string place, double range, double azimuth, double elevation)
        {
            FieldOfView view = birth.Sensor.FieldOfView;
            MeasurementNoise noise = birth.Sensor.Noise;
            if (IsRadar)
            {
                Within(place, "range", range, view.RangeMinMeters, view.RangeMaxMeters, EdgeSigmas * noise.RangeSigmaMeters, "m");
            }

            Within(place, "elevation", elevation, view.ElevationMinRadians, view.ElevationMaxRadians, EdgeSigmas * noise.ElevationSigmaRadians, "rad");

            // Near the zenith an azimuth says little: its error grows with 1 / cos(elevation).
            double margin = EdgeSigmas * noise.AzimuthSigmaRadians / Math.Max(Math.Cos(elevation), 1e-3);
            double beyondStart = (((azimuth - view.AzimuthStartRadians + margin) % Math.Tau) + Math.Tau) % Math.Tau;
            if (view.AzimuthWidthRadians + (2 * margin) < Math.Tau && beyondStart > view.AzimuthWidthRadians + (2 * margin))
            {
                double end = (view.AzimuthStartRadians + view.AzimuthWidthRadians) % Math.Tau;
                throw new RefusedException(
                    $"{place}.azimuth", Shown(azimuth, "rad"), $"{Shown(view.AzimuthStartRadians, "rad")} clockwise to {Shown(end, "rad")}, the field of view in its birth");
            }
        }

        private static void Within(string place, string name, double value, double min, double max, double margin, string unit)
        {
            if (value < min - margin || value > max + margin)
            {
                throw new RefusedException($"{place}.{name}", Shown(value, unit), $"{Shown(min, unit)} to {Shown(max, unit)}, the field of view in its birth");
            }
        }

        private static string Shown(double value, string unit) => value.ToString(unit == "m" ? "F1" : "F6", CultureInfo.InvariantCulture) + " " + unit;
    }
}
