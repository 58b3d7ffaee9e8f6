#if NANOFRAMEWORK_1_0
namespace System.Runtime.CompilerServices
{
    /// <summary>What the compiler marks with who may be null. Where it finds none, as on boards, it puts one of its own into each assembly.</summary>
    public sealed class NullableAttribute : Attribute
    {
        public NullableAttribute(byte flag)
        {
        }

        public NullableAttribute(byte[] flags)
        {
        }
    }

    /// <summary>The same for all that a type or a method has.</summary>
    public sealed class NullableContextAttribute : Attribute
    {
        public NullableContextAttribute(byte flag)
        {
        }
    }
}
#endif
