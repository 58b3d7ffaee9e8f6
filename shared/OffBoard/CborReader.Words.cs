using System;

namespace JointWatch.Contract.Cbor
{
    /// <content>
    /// What is wrong, in words. A field has the name that its message gives its key, or that its reader gives; inside an array, behind the array's own.
    /// </content>
    public sealed partial class CborReader
    {
        private string[] _names = new string[0];
        private string? _given;
        private string _group = "";
        private int _index = -1;
        private int _key = -1;
        private string _name = "message";
        private string _expected = "";

        /// <summary>Names the fields by their keys, from 1, with commas between them.</summary>
        public void Name(string fields)
        {
            _names = ("," + fields).Split(new char[] { ',' });
        }

        /// <summary>Names the array, and the element of it where that is not negative, in which the next fields lie; "" for none.</summary>
        public void Within(string group, int index)
        {
            _group = group;
            _index = index;
        }

        /// <summary>The exception for a field in the place that <see cref="Within"/> told.</summary>
        public ContractException Fault(string name, string value, string expected)
        {
            string field = _group;
            if (_index >= 0)
            {
                field = field + "[" + _index.ToString() + "]";
            }

            if (name.Length != 0)
            {
                field = field.Length == 0 ? name : field + "." + name;
            }

            return new ContractException(field, value, expected);
        }

        partial void Reading(Limit limit)
        {
            Reading(Limits.Name(limit), "an integer");
        }

        partial void Reading(string expected)
        {
            string known = _key > 0 && _key < _names.Length ? _names[_key] : _key < 0 ? "unknown key" : "key " + _key.ToString();
            Reading(_given ?? known, expected);
        }

        partial void Reading(string name, string expected)
        {
            _name = name;
            _expected = expected;
        }

        partial void ReadingKey(int key)
        {
            _key = key;
        }

        partial void Expecting(string expected)
        {
            _expected = expected;
        }

        partial void Explain(string value, string? expected)
        {
            throw Fault(_name, value, expected ?? _expected);
        }

        partial void Explain(Limit limit)
        {
            Explain(_type > CborType.Negative ? TypeName() : IntegerText(), Limits.Expected(limit));
        }

        partial void ExplainType(string where)
        {
            Explain(_expected == AnyUnsigned && _type == CborType.Negative ? IntegerText() : TypeName() + where);
        }

        partial void ExplainItems(string expected)
        {
            Explain(_type == CborType.Array ? "an array of " + _argument.ToString() + " items" : TypeName(), expected);
        }

        partial void ExplainRest()
        {
            throw Fault("message", "followed by " + (_end - _position).ToString() + " bytes", "nothing after it");
        }

        static partial void CheckPart(byte[] buffer, int offset, int length)
        {
            if (offset < 0 || length < 0 || length > buffer.Length - offset)
            {
                throw new ArgumentException("The part lies outside the buffer.");
            }
        }

        private string TypeName()
        {
            switch (_type)
            {
                case CborType.Unsigned:
                case CborType.Negative:
                    return "an integer";
                case CborType.Bytes:
                    return "a byte string";
                case CborType.Text:
                    return "a text string";
                case CborType.Array:
                    return "an array";
                case CborType.Map:
                    return "a map";
                case CborType.Tag:
                    return "a tag";
                default:
                    return _info == Indefinite ? "a break" : "a simple value or float";
            }
        }

        private string IntegerText()
        {
            if (_type == CborType.Unsigned)
            {
                return _argument.ToString();
            }

            return _argument == ulong.MaxValue ? "-18446744073709551616" : "-" + (_argument + 1).ToString();
        }
    }
}
