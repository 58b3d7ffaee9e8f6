namespace System.Collections
{
    /// <summary>Of the assembly nanoFramework.System.Collections or mscorlib.</summary>
    public class ArrayList { }
}
