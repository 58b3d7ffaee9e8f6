using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Ingest;

/// <summary>Reads <c>birth</c> of contract.cddl.</summary>
internal static class BirthReader
{
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
        private readonly List<long> _noise = [];
        private uint _boot;
        private Tracking.SensorKind _kind;
        private Geodetic _place;
        private long _scanPeriodMicroseconds;
        private FieldOfView? _fieldOfView;
        private long _detectionPermille;
        private long _falseMilli;
        private string _firmware = "";
        private string? _label;
        private BootReason _reason;
        private string? _cause;
        private bool _safeMode;

        public bool Take(WireMap map, int key)
        {
            switch (key)
            {
                case 1: _boot = (uint)map.Integer("boot", Limit.Boot); return true;
                case 2: _kind = (Tracking.SensorKind)map.Integer("kind", Limit.Kind); return true;
                case 3: _place = ReadPlace(map); return true;
                case 4: _scanPeriodMicroseconds = map.Integer("scanPeriod", Limit.ScanPeriodUs); return true;
                case 5: _fieldOfView = ReadFieldOfView(map); return true;
                case 6: ReadNoise(map); return true;
                case 7: _detectionPermille = map.Integer("detectionProbability", Limit.DetectionPermille); return true;
                case 8: _falseMilli = map.Integer("falseDetections", Limit.FalseDetectionsMilli); return true;
                case 9: _firmware = map.Text("firmware", Limits.TextBytes); return true;
                case 10: _label = map.Text("label", Limits.TextBytes); return true;
                case 11: _reason = (BootReason)map.Integer("bootReason", Limit.BootReason); return true;
                case 12: _cause = map.Text("cause", Limits.TextBytes); return true;
                case 13: _safeMode = map.Integer("safeMode", Limit.SafeMode) == 1; return true;
                default: return false;
            }
        }

        public NodeBirth ToBirth(NodeId node)
        {
            bool radar = _kind == Tracking.SensorKind.Radar;
            int expected = radar ? 4 : 2;
            if (_noise.Count != expected)
            {
                throw new RefusedException("noise", $"{_noise.Count} numbers", $"{expected} for this kind of sensor");
            }

            MeasurementNoise noise = radar
                ? new MeasurementNoise(
                    InRange("noise.range", _noise[0], Limit.RangeSigmaDm) * PerDeci,
                    Sigma("noise.azimuth", _noise[1], Limit.AzimuthSigmaUrad),
                    Sigma("noise.elevation", _noise[2], Limit.ElevationSigmaUrad),
                    InRange("noise.rangeRate", _noise[3], Limit.RangeRateSigmaCmps) * 0.01)
                : new MeasurementNoise(0, Sigma("noise.azimuth", _noise[0], Limit.AzimuthSigmaUrad), Sigma("noise.elevation", _noise[1], Limit.ElevationSigmaUrad), 0);
            var sensor = new Sensor(
                node.Sensor,
                _kind,
                LocalFrame.At(_place),
                _fieldOfView!,
                noise,
                _detectionPermille * 0.001,
                _falseMilli * 0.001,
                _scanPeriodMicroseconds * PerMicro);
            return new NodeBirth(_boot, _kind, _place, sensor, radar && noise.RangeRateSigmaMetersPerSecond > 0, _firmware, _label, _reason, _cause, _safeMode);
        }

        private static double Sigma(string field, long microradians, Limit limit) => InRange(field, microradians, limit) * PerMicro;

        private static long InRange(string field, long value, Limit limit) => value >= Limits.Min(limit) && value <= Limits.Max(limit)
            ? value
            : throw new RefusedException(field, $"{value}", $"{Limits.Min(limit)} to {Limits.Max(limit)}");

        private static Geodetic ReadPlace(WireMap map)
        {
            map.EnterList("place");
            map.RequireItem("place.latitude", "three numbers");
            long latitude = map.Integer("place.latitude", Limit.LatitudeE7);
            map.RequireItem("place.longitude", "three numbers");
            long longitude = map.Integer("place.longitude", Limit.LongitudeE7);
            map.RequireItem("place.height", "three numbers");
            long height = map.Integer("place.height", Limit.HeightDm);
            map.LeaveList("place", "three numbers");
            return Geodetic.FromDegrees(latitude * 1e-7, longitude * 1e-7, height * PerDeci);
        }

        private static FieldOfView ReadFieldOfView(WireMap map)
        {
            const string Six = "six numbers";
            map.EnterList("fieldOfView");
            map.RequireItem("fieldOfView.azimuthStart", Six);
            long azimuthStart = map.Integer("fieldOfView.azimuthStart", Limit.AzimuthStartUrad);
            map.RequireItem("fieldOfView.azimuthWidth", Six);
            long azimuthWidth = map.Integer("fieldOfView.azimuthWidth", Limit.AzimuthWidthUrad);
            map.RequireItem("fieldOfView.elevationMin", Six);
            long elevationMin = map.Integer("fieldOfView.elevationMin", Limit.ElevationMinUrad);
            map.RequireItem("fieldOfView.elevationMax", Six);
            long elevationMax = map.Integer("fieldOfView.elevationMax", elevationMin, Limits.Max(Limit.ElevationMaxUrad));
            map.RequireItem("fieldOfView.rangeMin", Six);
            long rangeMin = map.Integer("fieldOfView.rangeMin", Limit.RangeMinDm);
            map.RequireItem("fieldOfView.rangeMax", Six);
            long rangeMax = map.Integer("fieldOfView.rangeMax", rangeMin, Limits.Max(Limit.RangeMaxDm));
            map.LeaveList("fieldOfView", Six);
            return new FieldOfView(
                azimuthStart * PerMicro,
                azimuthWidth >= Limits.Max(Limit.AzimuthWidthUrad) - 1 ? Math.Tau : azimuthWidth * PerMicro,
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
                _noise.Add(map.Integer("noise", 0, uint.MaxValue));
            }

            map.LeaveList("noise", "two or four numbers");
        }
    }
}
