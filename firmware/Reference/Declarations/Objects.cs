namespace System
{
    public class Object
    {
        public virtual string ToString() => throw null!;
        public virtual bool Equals(object? obj) => throw null!;
        public virtual int GetHashCode() => throw null!;
        public Type GetType() => throw null!;
    }

    public abstract class ValueType { }

    public abstract class Enum : ValueType { }

    public abstract class Delegate
    {
        public static Delegate Combine(Delegate? a, Delegate? b) => throw null!;
        public static Delegate Remove(Delegate source, Delegate value) => throw null!;
    }

    public abstract class MulticastDelegate : Delegate { }

    public delegate void AsyncCallback(IAsyncResult ar);

    public interface IAsyncResult { }

    public class EventArgs
    {
        public EventArgs() => throw null!;
    }

    public interface IDisposable
    {
        void Dispose();
    }

    public abstract class Type : Reflection.MemberInfo
    {
        public virtual string FullName => throw null!;
    }

    public abstract class Array
    {
        public int Length => throw null!;
        public static int IndexOf(Array array, object? value) => throw null!;
        public static void Clear(Array array, int index, int length) => throw null!;
        public static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length) => throw null!;
    }

    public sealed class String
    {
        public String(char[] value) => throw null!;
        public String(char[] value, int startIndex, int length) => throw null!;
        public int Length => throw null!;
        [Runtime.CompilerServices.IndexerName("Chars")]
        public char this[int index] => throw null!;
        public static bool operator ==(string? a, string? b) => throw null!;
        public static bool operator !=(string? a, string? b) => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public override string ToString() => throw null!;
        public static string Concat(string? str0, string? str1) => throw null!;
        public static string Concat(string? str0, string? str1, string? str2) => throw null!;
        public static string Concat(string? str0, string? str1, string? str2, string? str3) => throw null!;
        public static string Concat(params string?[] values) => throw null!;
        public bool EndsWith(string value) => throw null!;
        public int IndexOf(char value) => throw null!;
        public string[] Split(params char[] separator) => throw null!;
        public int LastIndexOf(char value) => throw null!;
        public bool StartsWith(string value) => throw null!;
        public string Substring(int startIndex) => throw null!;
        public string Substring(int startIndex, int length) => throw null!;
        public char[] ToCharArray() => throw null!;
    }

    public static class Console
    {
        public static void WriteLine(string? value) => throw null!;
    }
}
