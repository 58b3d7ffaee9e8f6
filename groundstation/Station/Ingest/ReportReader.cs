using System.Globalization;
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

    /// <summary>The report of a node whose birth is known.</summary>
    /// <exception cref="RefusedException">A field is missing, wrong, or not what the birth allows.</exception>
    public static NodeReport Read(NodeBirth birth, ReadOnlyMemory<byte> payload)
    {
        var fields = new Fields(birth);
        WireMap.Read(payload, fields, static (map, key, f) => f.Take(map, key)).Require(
            [(1, "boot"), (2, "sequence"), (3, "time"), (4, "clockSigma"), (6, "detections")]);
        return new NodeReport(
            fields.Boot, fields.Sequence, new UtcMicroseconds((long)fields.TimeMicroseconds), fields.ClockSigmaMicroseconds * 1e-6, fields.Run, fields.Detections);
    }

    private sealed class Fields(NodeBirth birth)
    {
        public uint Boot { get; private set; }

        public ulong Sequence { get; private set; }

        public ulong TimeMicroseconds { get; private set; }

        public long ClockSigmaMicroseconds { get; private set; }

        public uint? Run { get; private set; }

        public List<Detection> Detections { get; } = [];

        public bool Take(WireMap map, int key)
        {
            switch (key)
            {
                case 1: Boot = (uint)map.Integer("boot", Limits.Boot); return true;
                case 2: Sequence = map.Unsigned("sequence"); return true;
                case 3: TimeMicroseconds = map.Unsigned("time", ClockReader.LastInstant); return true;
                case 4: ClockSigmaMicroseconds = map.Integer("clockSigma", Limits.ClockSigmaUs); return true;
                case 5: Run = (uint)map.Integer("run", Limits.Run); return true;
                case 6: ReadDetections(map); return true;
                default: return false;
            }
        }

        private static string Field(int index, string name) => string.Create(CultureInfo.InvariantCulture, $"detections[{index}].{name}");

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
            bool radar = birth.Kind == Tracking.SensorKind.Radar;
            string shape = radar ? "a list of five numbers" : "a list of three numbers";
            map.EnterList($"detections[{index}]");
            double range = radar ? 0.1 * Number(map, index, "range", Limits.RangeDm, shape) : double.NaN;
            double azimuth = 1e-6 * Number(map, index, "azimuth", Limits.AzimuthUrad, shape);
            double elevation = 1e-6 * Number(map, index, "elevation", Limits.ElevationUrad, shape);
            double rate = radar ? 0.01 * Number(map, index, "rangeRate", Limits.RangeRateCmps, shape) : double.NaN;
            double strength = radar ? 0.01 * Number(map, index, "snr", Limits.SnrCentidecibels, shape) : Number(map, index, "irradiance", Limits.IrradianceNwpm2, shape);
            map.LeaveList($"detections[{index}]", shape);
            HoldAgainstBirth(index, range, azimuth, elevation);
            return new Detection(range, azimuth, elevation, birth.GivesRangeRate ? rate : double.NaN, strength);
        }

        private static long Number(WireMap map, int index, string name, Limit limit, string shape)
        {
            map.RequireItem(Field(index, name), shape);
            return map.Integer(Field(index, name), limit);
        }

        private void HoldAgainstBirth(int index, double range, double azimuth, double elevation)
        {
            FieldOfView view = birth.Sensor.FieldOfView;
            MeasurementNoise noise = birth.Sensor.Noise;
            if (birth.Kind == Tracking.SensorKind.Radar)
            {
                Within(index, "range", range, view.RangeMinMeters, view.RangeMaxMeters, EdgeSigmas * noise.RangeSigmaMeters, "m");
            }

            Within(index, "elevation", elevation, view.ElevationMinRadians, view.ElevationMaxRadians, EdgeSigmas * noise.ElevationSigmaRadians, "rad");

            // Near the zenith an azimuth says little: its error grows with 1 / cos(elevation).
            double margin = EdgeSigmas * noise.AzimuthSigmaRadians / Math.Max(Math.Cos(elevation), 1e-3);
            double beyondStart = (((azimuth - view.AzimuthStartRadians + margin) % Math.Tau) + Math.Tau) % Math.Tau;
            if (view.AzimuthWidthRadians + (2 * margin) < Math.Tau && beyondStart > view.AzimuthWidthRadians + (2 * margin))
            {
                double end = (view.AzimuthStartRadians + view.AzimuthWidthRadians) % Math.Tau;
                throw new RefusedException(
                    Field(index, "azimuth"), Shown(azimuth, "rad"), $"{Shown(view.AzimuthStartRadians, "rad")} clockwise to {Shown(end, "rad")}, the field of view in its birth");
            }
        }

        private static void Within(int index, string name, double value, double min, double max, double margin, string unit)
        {
            if (value < min - margin || value > max + margin)
            {
                throw new RefusedException(Field(index, name), Shown(value, unit), $"{Shown(min, unit)} to {Shown(max, unit)}, the field of view in its birth");
            }
        }

        private static string Shown(double value, string unit) => value.ToString(unit == "m" ? "F1" : "F6", CultureInfo.InvariantCulture) + " " + unit;
    }
}
