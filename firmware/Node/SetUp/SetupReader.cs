using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.SetUp
{
    /// <summary>
    /// Reads <c>node.json</c>. Needed are <c>party</c>, <c>node</c>, <c>sensor</c>, <c>broker</c> and <c>place</c> with its latitude and
    /// longitude; all else has a default. Whatever the bytes are, there comes out a <see cref="BoardSetup"/>, which says what is wrong with it.
    /// </summary>
    public static class SetupReader
    {
        /// <summary>The longest file, bytes. A command carries 2,000.</summary>
        public const int MaxBytes = 4096;

        /// <summary>Reads the first bytes of a buffer.</summary>
        public static BoardSetup Read(byte[] bytes, int length)
        {
            JsonReader reader = new JsonReader(bytes, length);
            SetupValues values = new SetupValues(reader);
            NodeSetup? node = null;
            try
            {
                if (length > MaxBytes)
                {
                    throw new SetupException("node.json", length.ToString() + " bytes", "4096 at most");
                }

                values.ReadMembers("");
                reader.End();
                values.Need(SetupTable.Party);
                values.Need(SetupTable.Node);
                values.Need(SetupTable.Sensor);
                values.Need(SetupTable.Broker);
                values.Need(SetupTable.Latitude);
                values.Need(SetupTable.Longitude);
                if (values.Text(SetupTable.CertificateFile) != null)
                {
                    values.Need(SetupTable.PrivateKeyFile);
                }

                if (values.Problem == null)
                {
                    node = MakeNode(values);
                }
            }
            catch (SetupException e)
            {
                // Its syntax: nothing behind this place can be trusted.
                values.Remember(e);
            }

            return new BoardSetup
            {
                Node = values.Problem == null ? node : null,
                Problem = values.Problem,
                Party = values.Text(SetupTable.Party) ?? "",
                Name = values.Text(SetupTable.Node) ?? "",
                Broker = values.Text(SetupTable.Broker) ?? "",
                Port = (int)values.Number(SetupTable.Port, values.Tls ? 8883 : 1883),
                Tls = values.Tls,
                CaFile = values.Text(SetupTable.CaFile),
                CertificateFile = values.Text(SetupTable.CertificateFile),
                PrivateKeyFile = values.Text(SetupTable.PrivateKeyFile),
                User = values.Text(SetupTable.User),
                Password = values.Text(SetupTable.Password),
                KeyFile = values.Text(SetupTable.KeyFile),
                TimeServer = values.Text(SetupTable.TimeServer),
                Board = values.Text(SetupTable.Board),
            };
        }

        private static NodeSetup MakeNode(SetupValues values)
        {
            string party = values.Text(SetupTable.Party)!;
            string name = values.Text(SetupTable.Node)!;
            NodeSetup node = NodeSetup.For(values.Text(SetupTable.Sensor) == "radar" ? SensorKind.Radar : SensorKind.Infrared);
            node.Party = party;
            node.Node = name;
            node.Label = values.Text(SetupTable.Label);
            node.LatitudeDegrees = values.Number(SetupTable.Latitude, 0);
            node.LongitudeDegrees = values.Number(SetupTable.Longitude, 0);
            node.HeightMeters = values.Number(SetupTable.Height, 0);
            int next = SetupTable.FirstOfSensor;
            node.AzimuthStartDegrees = values.Number(next++, node.AzimuthStartDegrees);
            node.AzimuthWidthDegrees = values.Number(next++, node.AzimuthWidthDegrees);
            node.ElevationMinDegrees = values.Number(next++, node.ElevationMinDegrees);
            node.ElevationMaxDegrees = values.Number(next++, node.ElevationMaxDegrees);
            node.RangeMinMeters = values.Number(next++, node.RangeMinMeters);
            node.RangeMaxMeters = values.Number(next++, node.RangeMaxMeters);
            node.RangeSigmaMeters = values.Number(next++, node.RangeSigmaMeters);
            node.AzimuthSigmaMicroradians = values.Number(next++, node.AzimuthSigmaMicroradians);
            node.ElevationSigmaMicroradians = values.Number(next++, node.ElevationSigmaMicroradians);
            node.RangeRateSigmaMetersPerSecond = values.Number(next++, node.RangeRateSigmaMetersPerSecond);
            node.FalseDetectionsPerScan = values.Number(next++, node.FalseDetectionsPerScan);
            node.ReferenceRangeMeters = values.Number(next++, node.ReferenceRangeMeters);
            node.ReferenceSnrDecibels = values.Number(next++, node.ReferenceSnrDecibels);
            node.NoiseIrradianceNanowatts = values.Number(next++, node.NoiseIrradianceNanowatts);
            node.ThresholdToNoise = values.Number(next, node.ThresholdToNoise);
            double periodMs = values.Number(SetupTable.ScanPeriodMs, 1_000);
            double offsetMs = values.Number(SetupTable.ScanOffsetMs, 0);
            node.ScanPeriodUs = (uint)periodMs * 1000;
            node.ScanOffsetUs = (uint)offsetMs * 1000;
            uint seed = (uint)values.Number(SetupTable.Seed, 0);
            node.Seed = seed != 0 ? seed : Hash(party + "/" + name);
            NeedLess(values, "fieldOfView.elevationMinDegrees", node.ElevationMinDegrees, "elevationMaxDegrees", node.ElevationMaxDegrees);
            NeedLess(values, "fieldOfView.rangeMinMeters", node.RangeMinMeters, "rangeMaxMeters", node.RangeMaxMeters);
            NeedLess(values, "scanOffsetMs", offsetMs, "scanPeriodMs", periodMs);
            return node;
        }

        private static void NeedLess(SetupValues values, string lowName, double low, string highName, double high)
        {
            if (!(low < high))
            {
                values.Refuse(lowName, SetupValues.Shown(low), "less than " + highName + ", " + SetupValues.Shown(high));
            }
        }

        /// <summary>FNV-1a (G. Fowler, L. Noll, K.-P. Vo): nodes without a seed of their own must not all see the same false detections.</summary>
        private static uint Hash(string name)
        {
            uint hash = 2_166_136_261;
            for (int i = 0; i < name.Length; i++)
            {
                hash = (hash ^ name[i]) * 16_777_619;
            }

            return hash;
        }
    }
}
