namespace JointWatch.Contract.Tests.Support;

/// <summary>A CBOR map in the order in which it is written; keys may be of any type.</summary>
internal sealed class CborMap : List<KeyValuePair<object, object>>
{
    public void Add(object key, object value) => Add(new(key, value));

    public CborMap AddIf(bool condition, long key, object? value)
    {
        if (condition)
        {
            Add(key, value!);
        }

        return this;
    }

    public CborMap With(IEnumerable<KeyValuePair<object, object>> pairs)
    {
        AddRange(pairs);
        return this;
    }
}
