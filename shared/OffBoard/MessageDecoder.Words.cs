using JointWatch.Contract.Cbor;

namespace JointWatch.Contract
{
    /// <content>What is wrong, in words.</content>
    public static partial class MessageDecoder
    {
        static partial void Name(CborReader reader, string fields)
        {
            reader.Name(fields);
        }

        static partial void Within(CborReader reader, string group, int index)
        {
            reader.Within(group, index);
        }

        static partial void Explain(string field, string value, string expected)
        {
            throw new ContractException(field, value, expected);
        }
    }
}
