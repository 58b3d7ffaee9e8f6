using System;
using JointWatch.Contract;
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

        private const string Names = "party, node, label, sensor, place, fieldOfView, noise, scanPeriodMs, scanOffsetMs, broker, port, tls, caFile, "
            + "certificateFile, privateKeyFile, user, password, keyFile, timeServer, board or seed";

        private const string Name = "1 to 32 of a-z, 0-9 and '-'";
        private const string AnyText = "a text of 1 to 64 characters";

        /// <summary>Reads the first bytes of a buffer.</summary>
        public static BoardSetup Read(byte[] bytes, int length)
        {
            BoardSetup setup = new BoardSetup();
            JsonReader reader = new JsonReader(bytes, length);
            SetupFields fields = new SetupFields(reader);
            RawSetup raw = new RawSetup();
            try
            {
                if (length > MaxBytes)
                {
                    throw new SetupException("node.json", length.ToString() + " bytes", "4096 at most");
                }

                reader.BeginObject();
                for (string? field = reader.NextName(); field != null; field = reader.NextName())
                {
                    fields.Meet(field);
                    ReadField(field, reader, fields, raw, setup);
                }

                reader.End();
                NeedAll(fields);
                Finish(fields, raw, setup);
            }
            catch (SetupException e)
            {
                // Its syntax: nothing behind this place can be trusted.
                fields.Remember(e);
            }

            setup.Problem = fields.Problem;
            if (setup.Problem != null)
            {
                setup.Node = null;
            }

            return setup;
        }

        private static void ReadField(string field, JsonReader reader, SetupFields fields, RawSetup raw, BoardSetup setup)
        {
            switch (field)
            {
                case "party":
                    setup.Party = ReadName(field, fields, Name + ", and neither 'exercise' nor 'station'", true);
                    break;
                case "node":
                    setup.Name = ReadName(field, fields, Name, false);
                    break;
                case "label":
                    raw.Label = ReadText(field, fields);
                    break;
                case "sensor":
                    raw.Kind = ReadKind(field, fields);
                    break;
                case "place":
                    ReadGroup(field, reader, fields, raw);
                    break;
                case "fieldOfView":
                    ReadGroup(field, reader, fields, raw);
                    break;
                case "noise":
                    ReadGroup(field, reader, fields, raw);
                    break;
                case "scanPeriodMs":
                    raw.ScanPeriodMs = fields.Integer(field, 10, 60_000, raw.ScanPeriodMs);
                    break;
                case "scanOffsetMs":
                    raw.ScanOffsetMs = fields.Integer(field, 0, 59_999, 0);
                    break;
                case "seed":
                    raw.Seed = fields.Integer(field, 0, int.MaxValue, 0);
                    break;
                default:
                    ReadLinkField(field, fields, setup);
                    break;
            }
        }

        private static void ReadLinkField(string field, SetupFields fields, BoardSetup setup)
        {
            switch (field)
            {
                case "broker":
                    setup.Broker = ReadText(field, fields) ?? "";
                    break;
                case "port":
                    setup.Port = fields.Integer(field, 1, 65_535, 0);
                    break;
                case "tls":
                    setup.Tls = fields.Boolean(field);
                    break;
                case "caFile":
                    setup.CaFile = ReadText(field, fields);
                    break;
                case "certificateFile":
                    setup.CertificateFile = ReadText(field, fields);
                    break;
                case "privateKeyFile":
                    setup.PrivateKeyFile = ReadText(field, fields);
                    break;
                case "user":
                    setup.User = ReadText(field, fields);
                    break;
                case "password":
                    setup.Password = ReadText(field, fields);
                    break;
                case "keyFile":
                    setup.KeyFile = ReadText(field, fields);
                    break;
                case "timeServer":
                    setup.TimeServer = ReadText(field, fields);
                    break;
                case "board":
                    setup.Board = ReadText(field, fields);
                    break;
                default:
                    fields.Unknown(field, Names);
                    break;
            }
        }

        private static void ReadGroup(string group, JsonReader reader, SetupFields fields, RawSetup raw)
        {
            if (!reader.IsObject)
            {
                fields.Text(group, "an object");
                fields.Refuse(group, "no object", "an object");
                return;
            }

            reader.BeginObject();
            for (string? name = reader.NextName(); name != null; name = reader.NextName())
            {
                string field = group + "." + name;
                fields.Meet(field);
                int at = Array.IndexOf(RawSetup.Fields, field);
                if (at < 0)
                {
                    fields.Unknown(field, RawSetup.Group(group));
                }
                else
                {
                    raw.Values[at] = fields.Number(field, RawSetup.Least[at], RawSetup.Most[at], raw.Values[at]);
                    raw.Given[at] = true;
                }
            }

            // The object's end was behind its last member; the outer one goes on with a comma.
        }

        private static string ReadName(string field, SetupFields fields, string expected, bool party)
        {
            string name = fields.Text(field, expected);
            if (name.Length > 0 && (party ? Topics.IsParty(name) : Topics.IsName(name)))
            {
                return name;
            }

            fields.Refuse(field, "'" + name + "'", expected);
            return "";
        }

        private static string? ReadText(string field, SetupFields fields)
        {
            string text = fields.Text(field, AnyText);
            if (text.Length >= 1 && text.Length <= Limits.TextBytes)
            {
                return text;
            }

            fields.Refuse(field, text.Length.ToString() + " characters long", AnyText);
            return null;
        }

        private static SensorKind ReadKind(string field, SetupFields fields)
        {
            const string Expected = "radar or infrared";
            string kind = fields.Text(field, Expected);
            if (kind != "radar" && kind != "infrared")
            {
                fields.Refuse(field, "'" + kind + "'", Expected);
            }

            return kind == "infrared" ? SensorKind.Infrared : SensorKind.Radar;
        }

        private static void NeedAll(SetupFields fields)
        {
            fields.Need("party", Name);
            fields.Need("node", Name);
            fields.Need("sensor", "radar or infrared");
            fields.Need("broker", "its host name or address");
            fields.Need("place.latitudeDegrees", "-90 to 90");
            fields.Need("place.longitudeDegrees", "-180 to 180");
        }

        private static void Finish(SetupFields fields, RawSetup raw, BoardSetup setup)
        {
            setup.Port = setup.Port != 0 ? setup.Port : setup.Tls ? 8883 : 1883;
            if (setup.CertificateFile != null && setup.PrivateKeyFile == null)
            {
                fields.Refuse("privateKeyFile", "missing", "the file of the private key to certificateFile");
            }

            if (fields.Problem != null)
            {
                return;
            }

            try
            {
                setup.Node = raw.ToNode(setup.Party, setup.Name);
                setup.Node.Check();
            }
            catch (ArgumentException e)
            {
                fields.Remember(e);
            }
        }
    }
}
