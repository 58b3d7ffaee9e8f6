using System;
using JointWatch.Contract;
using JointWatch.Contract.Cbor;

namespace JointWatch.Firmware.SetUp
{
    /// <summary>
    /// What a set-up's text says, field by field of <see cref="SetupTable"/>, and the first thing that is wrong with it: a wrong latitude must not
    /// hide the broker, which the board needs in order to say so.
    /// </summary>
    internal sealed class SetupValues
    {
        private const string Name = "1 to 32 of a-z, 0-9 and '-'";
        private readonly JsonReader _reader;
        private readonly bool[] _given = new bool[SetupTable.Names.Length];
        private readonly double[] _numbers = new double[SetupTable.Numbers];
        private readonly BoardSetup _setup;

        public SetupValues(JsonReader reader, BoardSetup setup)
        {
            _reader = reader;
            _setup = setup;
        }

        /// <summary>Reads an object's members; the group is the object's name and a dot, "" for the outermost.</summary>
        public void ReadMembers(string group)
        {
            _reader.BeginObject();
            for (string? name = _reader.NextName(); name != null; name = _reader.NextName())
            {
                Read(group, group + name);
            }
        }

        /// <summary>A number that was given, or another.</summary>
        public double Number(int field, double otherwise)
        {
            return _given[field] ? _numbers[field] : otherwise;
        }

        /// <summary>Says that a field must be there.</summary>
        public void Need(int field)
        {
            if (!_given[field])
            {
                Refuse(SetupTable.Names[field], "missing", Expected(field));
            }
        }

        /// <summary>Says that a number must be less than another.</summary>
        public void NeedLess(double[] numbers, int low, int high)
        {
            if (!(numbers[low] < numbers[high]))
            {
                string highName = SetupTable.Names[high];
                highName = highName.Substring(highName.IndexOf('.') + 1);
                Refuse(SetupTable.Names[low], Shown(numbers[low]), "less than " + highName + ", " + Shown(numbers[high]));
            }
        }

        private void Refuse(string field, string value, string expected)
        {
            Remember(new SetupException(field, value, expected));
        }

        public void Remember(Exception wrong)
        {
            _setup.Problem = _setup.Problem ?? wrong.Message;
        }

        /// <summary>A number whole, or in thousandths: boards print fractions badly.</summary>
        private static string Shown(double value)
        {
            if (!(value > -1e15 && value < 1e15))
            {
                return "out of all bounds";
            }

            long whole = (long)value;
            if (whole == value)
            {
                return whole.ToString();
            }

            long thousandths = Wire.Round((value < 0 ? -value : value) * 1000);
            return (value < 0 ? "-" : "") + (thousandths / 1000).ToString() + "." + (1000 + (thousandths % 1000)).ToString().Substring(1);
        }

        private void Read(string group, string field)
        {
            int at = Array.IndexOf(SetupTable.Names, field);
            if (at < 0)
            {
                if (group.Length > 0 || SetupTable.Members(field + ".").Length == 0)
                {
                    Skip(field, "no field of a set-up", SetupTable.Members(group));
                }
                else if (_reader.Kind() != JsonReader.Object)
                {
                    Skip(field, Kind(), "an object");
                }
                else
                {
                    ReadMembers(field + ".");
                }

                return;
            }

            if (_given[at])
            {
                Refuse(field, "there twice", "it once");
            }

            _given[at] = true;
            char kind = at < SetupTable.Numbers ? JsonReader.Number : at == SetupTable.Tls ? JsonReader.Boolean : JsonReader.Text;
            if (_reader.Kind() != kind)
            {
                Skip(field, Kind(), (at < SetupTable.Numbers ? "a number from " : "") + Expected(at));
            }
            else if (at < SetupTable.Numbers)
            {
                ReadNumber(at, field);
            }
            else if (at == SetupTable.Tls)
            {
                _setup.Tls = _reader.ReadBoolean();
            }
            else
            {
                ReadText(at, field);
            }
        }

        private void ReadNumber(int at, string field)
        {
            double value = _reader.ReadNumber();
            _numbers[at] = value;
            if (!(value >= SetupTable.Entry(at, SetupTable.Least) && value <= SetupTable.Entry(at, SetupTable.Most)))
            {
                Refuse(field, Shown(value), Expected(at));
            }
            else if (at >= SetupTable.Fractions && (long)value != value)
            {
                Refuse(field, Shown(value), "a whole number");
            }
        }

        private void ReadText(int at, string field)
        {
            string text = _reader.ReadText();
            int bytes = Utf8.ByteCount(text.ToCharArray());
            bool right = at == SetupTable.Party ? Topics.IsParty(text)
                : at == SetupTable.Node ? Topics.IsName(text)
                : at == SetupTable.Sensor ? text == "radar" || text == "infrared"
                : bytes > 0 && bytes <= Limits.TextBytes;
            if (right)
            {
                _setup.Texts[at] = text;
            }
            else
            {
                Refuse(field, at > SetupTable.Sensor ? bytes.ToString() + " bytes long" : "'" + text + "'", Expected(at));
            }
        }

        private void Skip(string field, string value, string expected)
        {
            Refuse(field, value, expected);
            _reader.Skip(2);
        }

        private string Kind()
        {
            char kind = _reader.Kind();
            return kind == JsonReader.Object ? "an object" : kind == JsonReader.Text ? "a text" : kind == JsonReader.Number ? "a number" : "neither text nor number";
        }

        private static string Expected(int at)
        {
            return at < SetupTable.Numbers ? Shown(SetupTable.Entry(at, SetupTable.Least)) + " to " + Shown(SetupTable.Entry(at, SetupTable.Most))
                : at == SetupTable.Party ? Name + ", and neither 'exercise' nor 'station'"
                : at == SetupTable.Node ? Name
                : at == SetupTable.Sensor ? "radar or infrared"
                : at == SetupTable.Tls ? "true or false"
                : "a text of 1 to 64 bytes";
        }
    }
}
