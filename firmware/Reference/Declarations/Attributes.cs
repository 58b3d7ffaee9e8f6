namespace System
{
    public abstract class Attribute
    {
        protected Attribute() => throw null!;
    }

    public enum AttributeTargets
    {
        Assembly = 1,
        Module = 2,
        Class = 4,
        Struct = 8,
        Enum = 16,
        Constructor = 32,
        Method = 64,
        Property = 128,
        Field = 256,
        Event = 512,
        Interface = 1024,
        Parameter = 2048,
        Delegate = 4096,
        ReturnValue = 8192,
        GenericParameter = 16384,
        All = 32767,
    }

    public sealed class AttributeUsageAttribute : Attribute
    {
        public AttributeUsageAttribute(AttributeTargets validOn) => throw null!;
        public bool AllowMultiple { get => throw null!; set => throw null!; }
        public bool Inherited { get => throw null!; set => throw null!; }
    }

    public sealed class ParamArrayAttribute : Attribute { }

    public class FlagsAttribute : Attribute { }
}

namespace System.Reflection
{
    public abstract class MemberInfo
    {
        public virtual string Name => throw null!;
    }

    public sealed class DefaultMemberAttribute : Attribute
    {
        public DefaultMemberAttribute(string memberName) => throw null!;
    }
}

namespace System.Runtime.CompilerServices
{
    public sealed class IndexerNameAttribute : Attribute
    {
        public IndexerNameAttribute(string indexerName) => throw null!;
    }

    public static class RuntimeHelpers
    {
        public static void InitializeArray(Array array, RuntimeFieldHandle fldHandle) => throw null!;
    }
}
