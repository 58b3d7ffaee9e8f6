using System;

namespace JointWatch.Firmware.SetUp
{
    /// <summary>
    /// Takes typed values out of a set-up's text, and remembers the first that is wrong: a wrong latitude must not hide the broker, which the
    /// board needs in order to say so.
    /// </summary>
    internal sealed class SetupFields
    {
        private readonly JsonReader _reader;
        private readonly string[] _seen = new string[MaxFields];
        private int _seenCount;

        private const int MaxFields = 64;

        public SetupFields(JsonReader reader)
        {
            _reader = reader;
        }

        /// <summary>The first thing that was wrong, or null.</summary>
        public string? Problem;

        /// <summary>Whether a value has come in.</summary>
        public bool Has(string field)
        {
            return Array.IndexOf(_seen, field) >= 0;
        }

        /// <summary>Marks a field as come in; one that comes twice is wrong.</summary>
        public void Meet(string field)
        {
            if (Has(field))
            {
                Remember(new SetupException(field, "there twice", "it once"));
            }
            else if (_seenCount < MaxFields)
            {
                _seen[_seenCount++] = field;
            }
        }

        /// <summary>Says that a field must be there.</summary>
        public void Need(string field, string expected)
        {
            if (!Has(field))
            {
                Remember(new SetupException(field, "missing", expected));
            }
        }

        public double Number(string field, double least, double most, double otherwise)
        {
            if (!_reader.IsNumber)
            {
                return Mistyped(field, "a number from " + Shown(least) + " to " + Shown(most), otherwise);
            }

            double value = _reader.ReadNumber();
            if (value >= least && value <= most)
            {
                return value;
            }

            Remember(new SetupException(field, Shown(value), Shown(least) + " to " + Shown(most)));
            return otherwise;
        }

        public int Integer(string field, int least, int most, int otherwise)
        {
            double value = Number(field, least, most, otherwise);
            int whole = (int)value;
            if (whole != value)
            {
                Remember(new SetupException(field, Shown(value), "a whole number"));
            }

            return whole;
        }

        public string Text(string field, string expected)
        {
            return _reader.IsText ? _reader.ReadText() : Mistyped(field, expected, "");
        }

        public bool Boolean(string field)
        {
            if (_reader.IsBoolean)
            {
                return _reader.ReadBoolean();
            }

            Mistyped(field, "true or false", 0);
            return false;
        }

        public void Refuse(string field, string value, string expected)
        {
            Remember(new SetupException(field, value, expected));
        }

        public void Remember(Exception wrong)
        {
            Problem = Problem ?? wrong.Message;
        }

        public void Unknown(string field, string expected)
        {
            Remember(new SetupException(field, "no field of a set-up", expected));
            _reader.Skip(2);
        }

        private double Mistyped(string field, string expected, double otherwise)
        {
            Remember(new SetupException(field, Kind(), expected));
            _reader.Skip(2);
            return otherwise;
        }

        private string Mistyped(string field, string expected, string otherwise)
        {
            Mistyped(field, expected, 0);
            return otherwise;
        }

        private string Kind()
        {
            return _reader.IsObject ? "an object" : _reader.IsText ? "a text" : _reader.IsNumber ? "a number" : "neither text nor number";
        }

        /// <summary>Whole, or in thousandths: boards print fractions badly.</summary>
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
    }
}
