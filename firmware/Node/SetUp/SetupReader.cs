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
            BoardSetup setup = new BoardSetup();
            JsonReader reader = new JsonReader(bytes, length);
            SetupValues values = new SetupValues(reader, setup);
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
                if (setup.Texts[SetupTable.CertificateFile] != null)
                {
                    values.Need(SetupTable.PrivateKeyFile);
                }
            }
            catch (SetupException e)
            {
                // Its syntax: nothing behind this place can be trusted.
                values.Remember(e);
            }

            string? party = setup.Texts[SetupTable.Party];
            string? node = setup.Texts[SetupTable.Node];
            setup.FullName = party == null || node == null ? null : party + "/" + node;
            setup.Port = (int)values.Number(SetupTable.Port, setup.Tls ? 8883 : 1883);
            if (setup.Problem == null)
            {
                NodeSetup made = MakeNode(values, setup);
                setup.Node = setup.Problem == null ? made : null;
            }

            return setup;
        }

        private static NodeSetup MakeNode(SetupValues values, BoardSetup setup)
        {
            NodeSetup node = new NodeSetup(setup.Texts[SetupTable.Sensor] == "radar" ? SensorKind.Radar : SensorKind.Infrared);
            double[] numbers = node.Numbers;
            for (int at = 0; at < numbers.Length; at++)
            {
                numbers[at] = values.Number(at, numbers[at]);
            }

            node.FullName = setup.FullName!;
            node.Label = setup.Texts[SetupTable.Label];
            node.ScanPeriodUs = (uint)(long)numbers[SetupTable.ScanPeriodMs] * 1000;
            node.ScanOffsetUs = (uint)(long)numbers[SetupTable.ScanOffsetMs] * 1000;
            uint seed = (uint)(long)numbers[SetupTable.Seed];
            node.Seed = seed != 0 ? seed : Hash(node.FullName);
            values.NeedLess(numbers, SetupTable.ElevationMin, SetupTable.ElevationMax);
            values.NeedLess(numbers, SetupTable.RangeMin, SetupTable.RangeMax);
            values.NeedLess(numbers, SetupTable.ScanOffsetMs, SetupTable.ScanPeriodMs);
            return node;
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
