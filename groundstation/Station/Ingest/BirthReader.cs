using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Ingest;

/// <summary>Reads <c>birth</c> of contract.cddl.</summary>
internal static class BirthReader
{
    private const ulong MaxAngleMicroradians = 6_283_186;
    private const long MaxElevationMicroradians = 1_570_797;
    private const ulong MaxRangeDecimeters = 4_000_000_000;
    private const ulong MaxSigmaMicroradians = 500_000;
    private const double PerMicro = 1e-6;
    private const double PerDeci = 0.1;

    /// <summary>The birth of a node as the tracker and the register want it.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static NodeBirth Read(NodeId node, ReadOnlyMemory<byte> payload)
    {
        var fields = new Fields();
        WireMap.Read(payload, fields, static (map, key, f) => f.Take(map, key)).Require(
        [
            (1, "boot"), (2, "kind"), (3, "place"), (4, "scanPeriod"), (5, "fieldOfView"),
            (6, "noise"), (7, "detectionProbability"), (8, "falseDetections"), (9, "firmware"),
        ]);
        return fields.ToBirth(node);
    }

    private sealed class Fields
    {
        private readonly List<ulong> _noise = [];
        private uint _boot;
        private SensorKind _kind;
        private Geodetic _place;
        private ulong _scanPeriodMicroseconds;
        private FieldOfView? _fieldOfView;
        private ulong _detectionPermille;
        private ulong _falseMilli;
        private string _firmware = "";
        private string? _label;

        public bool Take(WireMap map, int key)
        {
            switch (key)
            {
                case 1: _boot = (uint)map.Unsigned("boot", uint.MaxValue); return true;
                case 2: _kind = (SensorKind)map.Unsigned("kind", max: 2, min: 1); return true;
                case 3: _place = ReadPlace(map); return true;
                case 4: _scanPeriodMicroseconds = map.Unsigned("scanPeriod", max: 60_000_000, min: 10_000); return true;
                case 5: _fieldOfView = ReadFieldOfView(map); return true;
                case 6: ReadNoise(map); return true;
                case 7: _detectionPermille = map.Unsigned("detectionProbability", 1000); return true;
                case 8: _falseMilli = map.Unsigned("falseDetections", 1_000_000); return true;
                case 9: _firmware = map.Text("firmware", 64); return true;
                case 10: _label = map.Text("label", 64); return true;
                default: return false;
            }
        }

        public NodeBirth ToBirth(NodeId node)
        {
            bool radar = _kind == SensorKind.Radar;
            int expected = radar ? 4 : 2;
            if (_noise.Count != expected)
            {
                throw new RefusedException("noise", $"{_noise.Count} numbers", $"{expected} for this kind of sensor");
            }

            MeasurementNoise noise = radar
                ? new MeasurementNoise(
                    InRange("noise.range", _noise[0], 1, 100_000) * PerDeci,
                    Sigma("noise.azimuth", _noise[1]),
                    Sigma("noise.elevation", _noise[2]),
                    InRange("noise.rangeRate", _noise[3], 0, 100_000) * 0.01)
                : new MeasurementNoise(0, Sigma("noise.azimuth", _noise[0]), Sigma("noise.elevation", _noise[1]), 0);
            var sensor = new Sensor(
                node.Sensor,
                _kind,
                LocalFrame.At(_place),
                _fieldOfView!,
                noise,
                _detectionPermille * 0.001,
                _falseMilli * 0.001,
                _scanPeriodMicroseconds * PerMicro);
            return new NodeBirth(_boot, _kind, _place, sensor, radar && noise.RangeRateSigmaMetersPerSecond > 0, _firmware, _label);
        }

        private static double Sigma(string field, ulong microradians) => InRange(field, microradians, 1, MaxSigmaMicroradians) * PerMicro;

        private static ulong InRange(string field, ulong value, ulong min, ulong max) => value >= min && value <= max
            ? value
            : throw new RefusedException(field, $"{value}", $"{min} to {max}");

        private static Geodetic ReadPlace(WireMap map)
        {
            map.EnterList("place");
            map.RequireItem("place.latitude", "three numbers");
            long latitude = map.Integer("place.latitude", -900_000_000, 900_000_000);
            map.RequireItem("place.longitude", "three numbers");
            long longitude = map.Integer("place.longitude", -1_800_000_000, 1_800_000_000);
            map.RequireItem("place.height", "three numbers");
            long height = map.Integer("place.height", -10_000, 1_000_000);
            map.LeaveList("place", "three numbers");
            return Geodetic.FromDegrees(latitude * 1e-7, longitude * 1e-7, height * PerDeci);
        }

        private static FieldOfView ReadFieldOfView(WireMap map)
        {
            const string Six = "six numbers";
            map.EnterList("fieldOfView");
            map.RequireItem("fieldOfView.azimuthStart", Six);
            ulong azimuthStart = map.Unsigned("fieldOfView.azimuthStart", MaxAngleMicroradians - 1);
            map.RequireItem("fieldOfView.azimuthWidth", Six);
            ulong azimuthWidth = map.Unsigned("fieldOfView.azimuthWidth", MaxAngleMicroradians);
            map.RequireItem("fieldOfView.elevationMin", Six);
            long elevationMin = map.Integer("fieldOfView.elevationMin", -MaxElevationMicroradians, MaxElevationMicroradians);
            map.RequireItem("fieldOfView.elevationMax", Six);
            long elevationMax = map.Integer("fieldOfView.elevationMax", elevationMin, MaxElevationMicroradians);
            map.RequireItem("fieldOfView.rangeMin", Six);
            ulong rangeMin = map.Unsigned("fieldOfView.rangeMin", MaxRangeDecimeters);
            map.RequireItem("fieldOfView.rangeMax", Six);
            ulong rangeMax = map.Unsigned("fieldOfView.rangeMax", MaxRangeDecimeters, min: rangeMin);
            map.LeaveList("fieldOfView", Six);
            return new FieldOfView(
                azimuthStart * PerMicro,
                azimuthWidth >= MaxAngleMicroradians - 1 ? Math.Tau : azimuthWidth * PerMicro,
                elevationMin * PerMicro,
                elevationMax * PerMicro,
                rangeMin * PerDeci,
                rangeMax * PerDeci);
        }

        private void ReadNoise(WireMap map)
        {
            const int Most = 4;
            map.EnterList("noise");
            while (_noise.Count < Most && map.ItemsLeft())
            {
                _noise.Add(map.Unsigned("noise", uint.MaxValue));
            }

            map.LeaveList("noise", "two or four numbers");
        }
    }
}
